package org.mainstay.change;

import java.util.Set;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Message;
import org.mainstay.people.GroupType;

/// Whoever works on something belongs to its group.
final class Members {

    private Members() {}

    static void check(Draft draft, Attribute<UUID> group, Attribute<UUID> assignee) {
        var of = draft.get(group);
        var who = draft.get(assignee);
        boolean given = draft.changes(assignee);
        if (of == null || who == null || !(given || draft.changes(group)) || belongs(draft, of, who)) {
            return;
        }
        if (given) {
            draft.refuse(assignee, "change.assignee.not_a_member");
        } else {
            draft.set(assignee, null, Message.of("change.assignee.group_changed"), null);
        }
    }

    private static boolean belongs(Draft draft, UUID group, UUID person) {
        return draft.lookup()
                .get(GroupType.GROUP, group)
                .map(it -> it.get(GroupType.MEMBERS))
                .orElse(Set.of())
                .contains(person);
    }
}
