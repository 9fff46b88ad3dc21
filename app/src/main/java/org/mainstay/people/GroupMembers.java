package org.mainstay.people;

import java.util.Set;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Lookup;
import org.mainstay.kernel.record.Message;

/// Who belongs to a group, and that whoever works on something belongs to its group.
public final class GroupMembers {

    private GroupMembers() {}

    /// The members as the lookup sees them, active or not; none of a group that is not there.
    public static Set<UUID> of(UUID group, Lookup lookup) {
        return lookup.get(GroupType.GROUP, group)
                .map(it -> it.get(GroupType.MEMBERS))
                .orElse(Set.of());
    }

    /// Refuses an assignee who is given and does not belong to the group, and takes away one who was there before the
    /// group became another.
    ///
    /// @param key of the bundle, to which `.not_a_member` and `.group_changed` are added
    public static void check(Draft draft, Attribute<UUID> group, Attribute<UUID> assignee, String key) {
        var of = draft.get(group);
        var who = draft.get(assignee);
        boolean given = draft.changes(assignee);
        if (of == null
                || who == null
                || !(given || draft.changes(group))
                || of(of, draft.lookup()).contains(who)) {
            return;
        }
        if (given) {
            draft.refuse(assignee, key + ".not_a_member");
        } else {
            draft.set(assignee, null, Message.of(key + ".group_changed"), null);
        }
    }
}
