package org.mainstay.problem;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What speaks for or against a cause, as it was put there. What of it somebody sees is another matter.
///
/// @param note what it shows
public record Evidence(
        UUID id, UUID cause, Source source, @Nullable String note, UUID by, Instant at) {

    /// Where it is to be found. Exactly one of record and address is there, and at most one of what is within a record.
    ///
    /// @param record any one: an item, an incident, a change
    /// @param comment on the record
    /// @param attachment of the record
    /// @param version of the record's history
    /// @param address of a page elsewhere
    public record Source(
            @Nullable UUID record,
            @Nullable UUID comment,
            @Nullable UUID attachment,
            @Nullable Long version,
            @Nullable String address) {

        static Source of(UUID record) {
            return new Source(record, null, null, null, null);
        }

        static Source comment(UUID record, UUID comment) {
            return new Source(record, comment, null, null, null);
        }

        static Source attachment(UUID record, UUID attachment) {
            return new Source(record, null, attachment, null, null);
        }

        static Source entry(UUID record, long version) {
            return new Source(record, null, null, version, null);
        }

        static Source address(String address) {
            return new Source(null, null, null, null, address);
        }

        Sort sort() {
            if (address != null) {
                return Sort.ADDRESS;
            }
            if (comment != null) {
                return Sort.COMMENT;
            }
            if (attachment != null) {
                return Sort.ATTACHMENT;
            }
            return version != null ? Sort.HISTORY : Sort.RECORD;
        }
    }

    /// What kind of thing it is.
    public enum Sort {
        RECORD,
        COMMENT,
        ATTACHMENT,
        HISTORY,
        ADDRESS
    }
}
