package org.mainstay.people;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Snapshot;

/// Whoever takes somebody into a group gives them what was granted to the group, and so must hold it; whoever
/// takes an administrator out of a group that makes them one must be one.
final class GroupRules implements Rule {

    @Override
    public String type() {
        return "group";
    }

    @Override
    public void apply(Draft draft) {
        if (draft.created()) {
            return;
        }
        boolean gives = gives(draft);
        boolean takes = !left(draft).isEmpty();
        if (gives || takes) {
            draft.lookup().list(GrantType.GRANT, "group:" + draft.id(), 1_000).forEach(it -> check(draft, it, gives));
        }
    }

    /// Who is no member any more, or has nothing of it.
    private static Set<UUID> left(Draft draft) {
        var before = draft.old(GroupType.MEMBERS);
        var after = draft.get(GroupType.MEMBERS);
        var left = new HashSet<UUID>(before == null ? Set.of() : before);
        if (after != null && !draft.changes(GroupType.ACTIVE)) {
            left.removeAll(after);
        }
        return left;
    }

    private static boolean gives(Draft draft) {
        if (draft.changes(GroupType.ACTIVE)) {
            return true;
        }
        var before = draft.old(GroupType.MEMBERS);
        var after = draft.get(GroupType.MEMBERS);
        var added = new LinkedHashSet<>(after == null ? Set.of() : after);
        added.removeAll(before == null ? Set.of() : new HashSet<>(before));
        return !added.isEmpty();
    }

    /// @param gives whether all of it must be held, or only what administrators have
    private static void check(Draft draft, Snapshot grant, boolean gives) {
        var role = draft.lookup().get(RoleType.ROLE, grant.need(GrantType.ROLE));
        if (role.isEmpty()) {
            return;
        }
        var lacking =
                Giving.lacking(draft.actor(), RoleType.permissions(role.get()), grant.get(GrantType.FOR_ORGANISATION));
        if (gives ? !lacking.isEmpty() : lacking.contains(Permissions.ADMIN)) {
            draft.refuse(GroupType.MEMBERS, "people.grant.more_than_you_have", String.join(", ", lacking));
        }
    }
}
