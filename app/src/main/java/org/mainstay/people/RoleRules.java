package org.mainstay.people;

import java.util.LinkedHashSet;
import java.util.Set;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;

/// A role holds known permissions, each once; whoever adds one holds it everywhere, because the role may
/// be granted anywhere.
final class RoleRules implements Rule {

    @Override
    public String type() {
        return "role";
    }

    @Override
    public void apply(Draft draft) {
        var codes = draft.get(RoleType.PERMISSIONS);
        if (codes == null || !draft.changes(RoleType.PERMISSIONS)) {
            return;
        }
        var permissions = Permissions.of(codes);
        var unknown = permissions.stream().filter(it -> !Permissions.known(it)).toList();
        if (!unknown.isEmpty()) {
            draft.refuse(RoleType.PERMISSIONS, "people.role.unknown_permission", String.join(", ", unknown));
            return;
        }
        draft.set(RoleType.PERMISSIONS, String.join(" ", permissions));
        var before = draft.old(RoleType.PERMISSIONS);
        var added = new LinkedHashSet<>(permissions);
        added.removeAll(before == null ? Set.of() : Permissions.of(before));
        var lacking = Giving.lacking(draft.actor(), added, null);
        if (!lacking.isEmpty()) {
            draft.refuse(RoleType.PERMISSIONS, "people.grant.more_than_you_have", String.join(", ", lacking));
        }
    }
}
