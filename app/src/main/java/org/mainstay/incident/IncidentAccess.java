package org.mainstay.incident;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;

/// Who sees and changes which incidents. Those who asked, watch or are the assignee see theirs; agents
/// see what belongs to their organisations, unless it is confidential and not their group's.
final class IncidentAccess implements AccessRule {

    /// What those who report an incident may say about it.
    static final Set<Attribute<?>> OF_REQUESTERS = Set.of(
            IncidentType.TITLE,
            IncidentType.DESCRIPTION,
            IncidentType.IMPACT,
            IncidentType.URGENCY,
            IncidentType.CATEGORY,
            IncidentType.SERVICE,
            IncidentType.CONFIGURATION_ITEM,
            IncidentType.LOCATION);

    /// Why one sees an incident, in the order of the clauses of [#visible].
    private static final List<String> REASONS = List.of(
            "incident.access.caller",
            "incident.access.opened_by",
            "incident.access.watcher",
            "incident.access.assignee",
            "incident.access.agent",
            "incident.access.group");

    @Override
    public String type() {
        return "incident";
    }

    @Override
    public Filter visible(Actor actor) {
        var clauses = new ArrayList<Filter>();
        clauses.add(Filter.is(IncidentType.CALLER, actor.id()));
        clauses.add(Filter.is(IncidentType.OPENED_BY, actor.id()));
        clauses.add(Filter.is(IncidentType.WATCHERS, actor.id()));
        clauses.add(Filter.is(IncidentType.ASSIGNEE, actor.id()));
        if (actor instanceof Actor.Person person && actor.may(IncidentType.WORK)) {
            var within = organisations(person.grants());
            clauses.add(Filter.all(within, Filter.is(IncidentType.CONFIDENTIAL, false)));
            if (!person.groups().isEmpty()) {
                // of the confidential ones only: the clause above has the others, and lists ask for each by itself
                clauses.add(Filter.all(
                        within,
                        Filter.is(IncidentType.CONFIDENTIAL, true),
                        Filter.is(IncidentType.GROUP, person.groups().toArray())));
            }
        }
        return new Filter.Any(clauses);
    }

    private static Filter organisations(Grants grants) {
        if (grants.everywhere(IncidentType.WORK)) {
            return Filter.EVERYTHING;
        }
        var organisations = new LinkedHashSet<UUID>(grants.in(IncidentType.WORK));
        organisations.addAll(grants.in(Grants.ADMIN));
        return Filter.is(Header.ORGANISATION, organisations.toArray());
    }

    @Override
    public String reason(int index) {
        return REASONS.get(index);
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        if (actor.may(IncidentType.WORK, organisation)) {
            return Decision.allowed("incident.permits.agent");
        }
        return actor.may(IncidentType.REPORT, organisation)
                ? Decision.allowed("incident.permits.reporter")
                : Decision.denied("kernel.access.permission_needed", IncidentType.REPORT);
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        if (actor.may(IncidentType.WORK, subject.organisation())) {
            return Decision.allowed("incident.permits.agent");
        }
        if (!asked(actor, subject)) {
            return Decision.denied("incident.permits.work_needed");
        }
        return subject.need(IncidentType.STATE).open()
                ? Decision.allowed("incident.permits.caller")
                : Decision.denied("incident.permits.not_open");
    }

    @Override
    public boolean writes(Actor actor, Attribute<?> attribute, @Nullable Snapshot subject) {
        boolean agent =
                subject == null ? actor.may(IncidentType.WORK) : actor.may(IncidentType.WORK, subject.organisation());
        return agent || OF_REQUESTERS.contains(attribute);
    }

    private static boolean asked(Actor actor, Snapshot subject) {
        return actor.id().equals(subject.get(IncidentType.CALLER))
                || actor.id().equals(subject.get(IncidentType.OPENED_BY));
    }
}
