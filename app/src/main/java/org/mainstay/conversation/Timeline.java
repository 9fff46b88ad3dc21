package org.mainstay.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.Label;

/// What happened to one record and what was said about it, newest first, as one actor may read it.
///
/// @param labels how the records named in it are shown; those the actor does not see are left out
/// @param next the cursor of what came before; null at the beginning
public record Timeline(
        List<Item> items, Map<UUID, Label> labels, @Nullable String next) {

    /// @param at when it happened
    /// @param by person or machine actor
    /// @param causeKind why: `create`, `edit`, `action`, `rule`, `import`, `job`, `system`
    /// @param causeName code of the action, rule or job
    /// @param operation the same for everything that happened in one act
    public record Item(
            Instant at,
            UUID by,
            String causeKind,
            String causeName,
            @Nullable String causeId,
            UUID operation,
            long version,
            What what) {}

    public sealed interface What {

        /// @param created whether this made the record
        record Changed(boolean created, List<Change> changes) implements What {}

        record Said(PostedComment comment) implements What {}

        /// @param removed whether it was taken off since then
        record Attached(Attachment attachment, boolean removed) implements What {}

        record Unattached(String name) implements What {}

        /// @param type by its name on this side
        record Linked(LinkType type, UUID to) implements What {}

        record Unlinked(LinkType type, UUID to) implements What {}

        record Watched(UUID person) implements What {}

        record Unwatched(UUID person) implements What {}

        /// Something of another kind: `delete`, `restore`, the parts of other modules.
        record Other(String kind) implements What {}
    }

    /// @param old of the attribute's Java type; null for empty
    /// @param now likewise
    /// @param reason why a rule set it
    /// @param rule the rule's record, where it has one
    public record Change(
            Attribute<?> attribute,
            @Nullable Object old,
            @Nullable Object now,
            @Nullable Message reason,
            @Nullable UUID rule) {}
}
