package org.mainstay.notification;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;

/// Which attributes of a type say whom its records concern; contributed as a bean by the type's module. Who
/// watches a record or is mentioned on it is told in any case.
///
/// @param type code of the record type
/// @param assignee who works on it; null where nobody does
/// @param group whose work it is; null where it is nobody's
/// @param reporters those who asked for it, or in whose name it was asked for
/// @param state what those who follow a record hear the changes of; null for none
/// @param asked those whose decision it waits for; null where it waits for nobody's
public record Concern(
        String type,
        @Nullable Attribute<UUID> assignee,
        @Nullable Attribute<UUID> group,
        List<Attribute<UUID>> reporters,
        @Nullable Attribute<?> state,
        @Nullable Attribute<Set<UUID>> asked) {

    public Concern {
        reporters = List.copyOf(reporters);
    }

    /// Of records that wait for nobody's decision.
    public Concern(
            String type,
            @Nullable Attribute<UUID> assignee,
            @Nullable Attribute<UUID> group,
            List<Attribute<UUID>> reporters,
            @Nullable Attribute<?> state) {
        this(type, assignee, group, reporters, state, null);
    }

    /// The same of records that wait for the decision of those in the set.
    public Concern asking(Attribute<Set<UUID>> whom) {
        return new Concern(type, assignee, group, reporters, state, whom);
    }
}
