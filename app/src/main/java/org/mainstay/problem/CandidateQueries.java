package org.mainstay.problem;

import static org.mainstay.kernel.store.PlainSql.ids;
import static org.mainstay.kernel.store.PlainSql.moment;
import static org.mainstay.kernel.store.PlainSql.need;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// Reads the incidents of an organisation for the clustering, and keeps which of them are behind which candidate. These
/// answers serve decisions of the house; nobody is shown them.
final class CandidateQueries implements CandidateIncidents {

    private static final int FETCHED = 1_000;

    private final DSLContext db;

    CandidateQueries(DSLContext db) {
        this.db = db;
    }

    /// An organisation that was not looked at since the moment.
    Optional<UUID> due(Instant since) {
        return db.fetch("""
                        select o.id from people.organisation o left join problem.candidate_round r on r.organisation = o.id
                        where o.deleted_at is null and (r.looked_at is null or r.looked_at < {0})
                        order by o.id limit 1""", moment(since)).stream()
                .map(it -> need(it, "id", UUID.class))
                .findFirst();
    }

    void looked(UUID organisation, Instant at) {
        db.execute("""
                insert into problem.candidate_round (organisation, looked_at) values ({0}, {1})
                on conflict (organisation) do update set looked_at = excluded.looked_at""", DSL.val(organisation), moment(at));
    }

    /// Incidents of the organisation that were opened in the time, those about the same together, the newest
    /// first. Left out are confidential, cancelled and merged ones, those that are about nothing, and those that
    /// a problem causes which is open, or was when they were opened. Needs a transaction around it, so that it
    /// comes in parts.
    void each(UUID organisation, Instant from, Instant until, Consumer<Occurrence> consumer) {
        var sql = """
                with dealt as materialized (
                  select c.incident, coalesce(p.resolved_at, p.closed_at) as ended
                  from problem.problem p cross join lateral (
                    select l.to_record as incident from conversation.link l where l.record = p.id and l.type = 'causes'
                    union all
                    select l.record from conversation.link l where l.to_record = p.id and l.type = 'caused_by') c
                  where p.organisation = {0} and p.deleted_at is null
                    and (coalesce(p.resolved_at, p.closed_at) is null or coalesce(p.resolved_at, p.closed_at) > {1}))
                select i.id, i.title, i.service, i.configuration_item, i.category, i.caller, i.opened_at, i.resolved_at
                from incident.incident i
                where i.organisation = {0} and i.opened_at > {1} and i.opened_at <= {2} and i.deleted_at is null
                  and not i.confidential and i.state <> 'cancelled' and i.duplicate_of is null
                  and coalesce(i.service, i.configuration_item, i.category) is not null
                  and not exists (select from dealt d
                    where d.incident = i.id and (d.ended is null or i.opened_at <= d.ended))
                order by i.service, case when i.service is null then i.configuration_item end, i.category,
                  i.opened_at desc, i.id""";
        try (var rows = db.resultQuery(sql, DSL.val(organisation), moment(from), moment(until))
                .fetchSize(FETCHED)
                .fetchLazy()) {
            for (var row : rows) {
                consumer.accept(occurrence(row));
            }
        }
    }

    static Occurrence occurrence(Record it) {
        return new Occurrence(
                need(it, "id", UUID.class),
                need(it, "title", String.class),
                it.get("service", UUID.class),
                it.get("configuration_item", UUID.class),
                it.get("category", UUID.class),
                it.get("caller", UUID.class),
                need(it, "opened_at", Instant.class),
                it.get("resolved_at", Instant.class));
    }

    /// The candidates of the organisation that a cluster is kept for.
    ///
    /// @param since incidents are told of those only that were seen later
    List<Finding.Known> known(UUID organisation, Instant since) {
        return db.fetch("""
                        select k.candidate, k.signature, c.state, c.incident_count, p.id is not null as made,
                          coalesce(p.resolved_at, p.closed_at) as ended,
                          case when c.last_seen > {1} then array(
                            select m.incident from problem.candidate_incident m where m.candidate = c.id) end as incidents
                        from problem.problem_candidate c join problem.candidate_cluster k on k.candidate = c.id
                        left join problem.problem p on p.id = c.problem and p.deleted_at is null
                        where c.organisation = {0} and c.deleted_at is null order by k.signature""", DSL.val(organisation), moment(since)).map(it -> {
            var ended = it.get("ended", Instant.class);
            var incidents = it.get("incidents", UUID[].class);
            return new Finding.Known(
                    need(it, "candidate", UUID.class),
                    need(it, "signature", String.class),
                    ProblemCandidate.State.valueOf(
                            need(it, "state", String.class).toUpperCase(Locale.ROOT)),
                    need(it, "incident_count", Long.class),
                    ended,
                    need(it, "made", Boolean.class) && ended == null,
                    incidents == null ? Set.of() : Set.copyOf(Arrays.asList(incidents)));
        });
    }

    /// What is behind a candidate from now on; another one that the cluster was kept for lets it go.
    void keep(UUID candidate, String signature, List<UUID> incidents) {
        db.execute(
                "delete from problem.candidate_cluster where signature = {0} and candidate <> {1}",
                DSL.val(signature), DSL.val(candidate));
        db.execute("""
                insert into problem.candidate_cluster (candidate, signature) values ({0}, {1})
                on conflict (candidate) do update set signature = excluded.signature""", DSL.val(candidate), DSL.val(signature));
        db.execute(
                "delete from problem.candidate_incident where candidate = {0} and incident <> all({1})",
                DSL.val(candidate), ids(incidents));
        db.execute("""
                insert into problem.candidate_incident (candidate, incident, place)
                select {0}, t.incident, t.place from unnest({1}) with ordinality as t (incident, place)
                on conflict (candidate, incident) do update set place = excluded.place""", DSL.val(candidate), ids(incidents));
    }

    @Override
    public List<UUID> of(UUID candidate) {
        return db.fetch(
                        "select incident from problem.candidate_incident where candidate = {0} order by place",
                        DSL.val(candidate))
                .map(it -> Objects.requireNonNull(it.get("incident", UUID.class)));
    }
}
