package org.mainstay.kernel.record;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a plan does to one record.
public sealed interface Step {

    RecordType<?> type();

    UUID id();

    /// A new record; its id is given here so that other steps can name it.
    ///
    /// @param number for types with codes of their own (people, roles, picks); null where the type
    ///     numbers its records
    /// @param keys where it came from
    record Create(
            RecordType<?> type,
            UUID id,
            @Nullable String number,
            Values values,
            List<PlanPart> parts,
            List<ExternalKey> keys)
            implements Step {}

    /// @param base what the values were decided upon; saving on top of a newer version is `Stale`
    record Edit(Snapshot base, Values values, List<PlanPart> parts) implements Step {

        public static Edit of(Snapshot subject) {
            return new Edit(subject, new Values(), new ArrayList<>());
        }

        @Override
        public RecordType<?> type() {
            return base.type();
        }

        @Override
        public UUID id() {
            return base.id();
        }

        public <T> Edit set(Attribute<T> attribute, @Nullable T value) {
            values.set(attribute, value);
            return this;
        }

        public Edit add(PlanPart part) {
            parts.add(part);
            return this;
        }
    }

    /// Marks the record as deleted; it is absent everywhere until restored.
    record Delete(Snapshot base) implements Step {

        @Override
        public RecordType<?> type() {
            return base.type();
        }

        @Override
        public UUID id() {
            return base.id();
        }
    }

    /// Undoes a deletion; the record is as it was.
    record Restore(RecordType<?> type, UUID id) implements Step {}

    /// The identity of a record in another system; unique per type.
    record ExternalKey(String source, String key) {}
}
