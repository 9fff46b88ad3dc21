package org.mainstay.problem;

import static org.mainstay.kernel.store.PlainSql.ids;
import static org.mainstay.kernel.store.PlainSql.moment;
import static org.mainstay.kernel.store.PlainSql.need;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Reads what may have come back after a fix. Confidential incidents are none of it, so that figures tell of nothing
/// that
/// is hidden from who reads them.
final class RecurrenceQueries {

    /// So many are compared, the newest.
    private static final int MOST = 20_000;

    private static final String WHAT = """
            i.id, i.title, i.service, i.configuration_item, i.category, i.caller, i.opened_at, i.resolved_at""";

    private static final String COUNTS = """
            i.deleted_at is null and not i.confidential and i.state <> 'cancelled' and i.duplicate_of is null""";

    private final DSLContext db;

    RecurrenceQueries(DSLContext db) {
        this.db = db;
    }

    /// What links say that a problem causes, of its organisation.
    List<Occurrence> caused(UUID problem) {
        return db.fetch(
                        "select " + WHAT + """
                         from (
                          select l.to_record as incident from conversation.link l
                          where l.record = {0} and l.type = 'causes'
                          union
                          select l.record from conversation.link l
                          where l.to_record = {0} and l.type = 'caused_by') c
                        join incident.incident i on i.id = c.incident
                        join problem.problem p on p.id = {0} and p.organisation = i.organisation
                        where\s""" + COUNTS + " order by i.opened_at desc, i.id limit {1}",
                        DSL.val(problem),
                        DSL.inline(MOST))
                .map(CandidateQueries::occurrence);
    }

    /// Incidents of the organisation that were opened in the time and are about one of the groups.
    List<Occurrence> about(UUID organisation, Collection<Occurrence.Group> groups, Instant after, Instant until) {
        if (groups.isEmpty()) {
            return List.of();
        }
        var time = " and i.organisation = {3} and i.opened_at > {4} and i.opened_at <= {5} and " + COUNTS;
        return db.fetch(
                        "select " + WHAT
                                + " from unnest({0}, {1}, {2}) as g (service, item, category) cross join lateral ("
                                + "select i.* from incident.incident i where g.service is not null"
                                + " and i.service = g.service and i.category is not distinct from g.category" + time
                                + " union all select i.* from incident.incident i where g.service is null"
                                + " and i.service is null and i.configuration_item = g.item"
                                + " and i.category is not distinct from g.category" + time
                                + " union all select i.* from incident.incident i where g.service is null"
                                + " and g.item is null and i.service is null and i.configuration_item is null"
                                + " and i.category = g.category" + time
                                + ") i order by i.opened_at desc, i.id limit {6}",
                        ids(groups, Occurrence.Group::service),
                        ids(groups, Occurrence.Group::item),
                        ids(groups, Occurrence.Group::category),
                        DSL.val(organisation),
                        moment(after),
                        moment(until),
                        DSL.inline(MOST))
                .map(CandidateQueries::occurrence);
    }

    /// Problems that were resolved before the moment and of which nobody has counted yet; the longest ago first.
    ///
    /// @param measure column that keeps the count
    List<UUID> due(String measure, Instant resolvedBefore, int limit) {
        return db.fetch(
                        "select p.id from problem.problem p where p.deleted_at is null and p.resolved_at <= {0}"
                                + " and {1} is null order by p.resolved_at, p.id limit {2}",
                        moment(resolvedBefore), DSL.field(DSL.name("p", measure)), DSL.inline(limit))
                .map(it -> need(it, "id", UUID.class));
    }
}
