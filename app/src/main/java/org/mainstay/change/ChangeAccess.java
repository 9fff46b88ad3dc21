package org.mainstay.change;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Agents see and change the changes of their organisations and what belongs to these; nobody else knows of them.
public record ChangeAccess(RecordType<?> of) implements AccessRule {

    @Override
    public String type() {
        return of.code();
    }

    @Override
    public Filter visible(Actor actor) {
        return ofAgents(actor);
    }

    /// What is of an organisation for which the actor works on changes.
    public static Filter ofAgents(Actor actor) {
        return new Filter.Any(
                actor instanceof Actor.Person person && actor.may(ChangeType.WORK)
                        ? List.of(organisations(person.grants()))
                        : List.of());
    }

    private static Filter organisations(Grants grants) {
        if (grants.everywhere(ChangeType.WORK)) {
            return Filter.EVERYTHING;
        }
        var organisations = new LinkedHashSet<UUID>(grants.in(ChangeType.WORK));
        organisations.addAll(grants.in(Grants.ADMIN));
        return Filter.is(Header.ORGANISATION, organisations.toArray());
    }

    @Override
    public String reason(int index) {
        return "change.access.agent";
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return works(actor, organisation);
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return works(actor, subject.organisation());
    }

    /// What was said of an item is taken back by whoever may say it.
    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        return of == AffectedItemType.AFFECTED_ITEM
                ? works(actor, subject.organisation())
                : AccessRule.super.delete(actor, subject);
    }

    private static Decision works(Actor actor, UUID organisation) {
        return actor.may(ChangeType.WORK, organisation)
                ? Decision.allowed("change.permits.agent")
                : Decision.denied("change.permits.work_needed");
    }
}
