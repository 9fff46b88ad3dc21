package org.mainstay.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;

/// Approvals are seen by those who decide or decided, by those who asked, and by administrators. What happens to them
/// happens by actions.
final class ApprovalAccess implements AccessRule {

    private static final List<String> REASONS = List.of(
            "approval.access.asked",
            "approval.access.requested_by",
            "approval.access.requested_for",
            "kernel.access.administrator");

    @Override
    public String type() {
        return "approval";
    }

    @Override
    public Filter visible(Actor actor) {
        var clauses = new ArrayList<Filter>();
        clauses.add(Filter.is(ApprovalType.APPROVERS, actor.id()));
        clauses.add(Filter.is(ApprovalType.REQUESTED_BY, actor.id()));
        clauses.add(Filter.is(ApprovalType.REQUESTED_FOR, actor.id()));
        if (actor instanceof Actor.Person person
                && !person.grants().in(Grants.ADMIN).isEmpty()) {
            clauses.add(Filter.is(
                    Header.ORGANISATION, person.grants().in(Grants.ADMIN).toArray()));
        }
        return new Filter.Any(clauses);
    }

    @Override
    public String reason(int index) {
        return REASONS.get(index);
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return Decision.denied("approval.not_made");
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return Decision.denied("approval.access.by_actions");
    }
}
