package org.mainstay.approval;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;

/// Something that happened to an approval. All events of an approval in their order are its ledger, and the ledger is
/// the truth: whatever else is known of an approval is folded from it.
///
/// Steps are counted from 0.
sealed interface Event {

    /// An event with its circumstances.
    ///
    /// @param by who made it happen
    record Happened(Event event, UUID by, Instant at) {}

    /// Why something happened, in words of the bundles.
    record Why(String key, List<String> arguments) {

        static Why of(String key, String... arguments) {
            return new Why(key, List.of(arguments));
        }

        Message message() {
            return new Message(key, List.copyOf(arguments));
        }
    }

    /// @param facts the attributes on which the decision rests, as texts by code
    record Requested(
            Terms terms, UUID requester, UUID beneficiary, String recordType, UUID record, Map<String, String> facts)
            implements Event {

        public Requested {
            facts = Map.copyOf(facts);
        }
    }

    /// A step begins.
    ///
    /// @param seats who is asked, by the person whose word it is
    record Asked(int step, Map<UUID, UUID> seats) implements Event {}

    /// Nobody is asked.
    record Skipped(int step, Why why) implements Event {}

    /// Approved by itself.
    record Passed(int step, Why why) implements Event {}

    /// Who approved an earlier step of the same approval is not asked again.
    record Counted(int step, UUID person) implements Event {}

    /// @param seats whose word it is; empty for one whose word settles the step
    record Decided(
            int step,
            UUID person,
            Set<UUID> seats,
            boolean approved,
            @Nullable String reason,
            boolean byLink) implements Event {}

    /// One decides in another's place.
    record Handed(
            int step,
            UUID from,
            UUID to,
            Hand hand,
            @Nullable String reason) implements Event {}

    enum Hand {
        /// By who was asked.
        DELEGATED,
        /// By an administrator.
        REASSIGNED,
        /// Because who was asked is not active any more.
        REPLACED
    }

    /// Who was asked is not active any more, and nobody takes their place.
    record Left(int step, UUID person) implements Event {}

    /// Others may settle the step.
    record Escalated(int step, Set<UUID> to, Why why) implements Event {}

    record Reminded(int step, Set<UUID> persons) implements Event {}

    /// An approver asks back; the clock stops.
    record Questioned(String text) implements Event {}

    /// The clock goes on.
    record Answered(String text) implements Event {}

    /// Somebody looked at it by the link in a mail.
    record Opened(UUID person) implements Event {}

    record Withdrawn(@Nullable String reason) implements Event {}

    record Expired(int step) implements Event {}

    /// It is asked for anew, because what it rests on has changed.
    ///
    /// @param facts codes of the attributes
    record Superseded(Set<String> facts) implements Event {}
}
