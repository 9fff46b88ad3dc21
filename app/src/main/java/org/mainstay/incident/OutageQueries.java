package org.mainstay.incident;

import static org.mainstay.db.incident.Tables.AFFECTED;
import static org.mainstay.db.incident.Tables.INCIDENT_;
import static org.mainstay.db.kernel.Tables.RECORD;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.incident.Incident.Major;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.record.Codes;

/// The public part of major incidents, and who is affected. The only reads of incidents that do not ask for access:
/// what may be seen of which is decided here, once, by [#PUBLIC] and [#shown].
final class OutageQueries {

    /// Something is said for everybody, and nothing is kept from anybody.
    private static final Condition PUBLIC = INCIDENT_
            .DELETED_AT
            .isNull()
            .and(INCIDENT_.CONFIDENTIAL.isFalse())
            .and(INCIDENT_.STATUS_TEXT.isNotNull().or(INCIDENT_.SERVICE.isNotNull()));

    /// In words that the index of outages knows.
    private static final Condition ONGOING = INCIDENT_
            .MAJOR_INCIDENT
            .eq(DSL.inline(Codes.of(Major.ACCEPTED)))
            .and(INCIDENT_.STATE.in(
                    DSL.inline(Codes.of(State.NEW)),
                    DSL.inline(Codes.of(State.IN_PROGRESS)),
                    DSL.inline(Codes.of(State.ON_HOLD))));

    private final DSLContext db;

    OutageQueries(DSLContext db) {
        this.db = db;
    }

    private static Condition affects(UUID person) {
        return DSL.exists(DSL.selectOne()
                .from(AFFECTED)
                .where(AFFECTED.RECORD.eq(INCIDENT_.ID))
                .and(AFFECTED.PERSON.eq(person)));
    }

    /// What goes on is told to the people of its organisation; what is over only to those whom it affected.
    private static Condition shown(UUID organisation, UUID person) {
        return PUBLIC.and(ONGOING.and(INCIDENT_.ORGANISATION.eq(organisation)).or(affects(person)));
    }

    private SelectOnConditionStep<? extends Record> outages(UUID person) {
        return db.select(
                        INCIDENT_.ID,
                        INCIDENT_.NUMBER,
                        INCIDENT_.STATUS_TEXT,
                        INCIDENT_.SERVICE,
                        RECORD.LABEL,
                        INCIDENT_.OPENED_AT,
                        INCIDENT_.RESOLVED_AT,
                        INCIDENT_.STATE,
                        DSL.field(affects(person)).as("affected"))
                .from(INCIDENT_)
                .leftJoin(RECORD)
                .on(RECORD.ID.eq(INCIDENT_.SERVICE).and(RECORD.DELETED_AT.isNull()));
    }

    private static Outage outage(Record it) {
        var state = Codes.parse(State.class, it.get(INCIDENT_.STATE));
        return new Outage(
                it.get(INCIDENT_.ID),
                it.get(INCIDENT_.NUMBER),
                it.get(INCIDENT_.STATUS_TEXT),
                it.get(INCIDENT_.SERVICE),
                it.get(RECORD.LABEL),
                it.get(INCIDENT_.OPENED_AT),
                it.get(INCIDENT_.RESOLVED_AT),
                !state.open(),
                it.get("affected", Boolean.class));
    }

    /// What goes on in the organisation, the latest first.
    List<Outage> ongoing(UUID organisation, UUID person, int limit) {
        return outages(person)
                .where(PUBLIC)
                .and(ONGOING)
                .and(INCIDENT_.ORGANISATION.eq(organisation))
                .orderBy(INCIDENT_.OPENED_AT.desc(), INCIDENT_.ID)
                .limit(limit)
                .fetch(OutageQueries::outage);
    }

    /// What affects somebody: what goes on, and what was over after the instant.
    List<Outage> affecting(UUID person, Instant after, int limit) {
        return outages(person)
                .join(AFFECTED)
                .on(AFFECTED.RECORD.eq(INCIDENT_.ID).and(AFFECTED.PERSON.eq(person)))
                .where(PUBLIC)
                .and(INCIDENT_
                        .STATE
                        .in(Codes.of(State.NEW), Codes.of(State.IN_PROGRESS), Codes.of(State.ON_HOLD))
                        .or(INCIDENT_.UPDATED_AT.gt(after)))
                .orderBy(AFFECTED.AT.desc(), INCIDENT_.ID)
                .limit(limit)
                .fetch(OutageQueries::outage);
    }

    Optional<Outage> one(String number, UUID organisation, UUID person) {
        return outages(person)
                .where(INCIDENT_.NUMBER.eq(number))
                .and(shown(organisation, person))
                .fetchOptional(OutageQueries::outage);
    }

    /// Those of the incidents that somebody is told of because they are affected.
    List<Outage> followed(UUID person, Collection<UUID> incidents) {
        return outages(person)
                .where(INCIDENT_.ID.in(incidents))
                .and(PUBLIC)
                .and(affects(person))
                .fetch(OutageQueries::outage);
    }

    /// Keeps others from changing the incident until the end of the transaction.
    void hold(UUID incident) {
        db.selectOne()
                .from(INCIDENT_)
                .where(INCIDENT_.ID.eq(incident))
                .forNoKeyUpdate()
                .fetch();
    }

    boolean affected(UUID incident, UUID person) {
        return db.fetchExists(AFFECTED, AFFECTED.RECORD.eq(incident).and(AFFECTED.PERSON.eq(person)));
    }

    /// Who said so, by whom and when; whoever said it last comes first.
    record Line(UUID person, UUID by, Instant at) {}

    List<Line> affected(UUID incident, int limit) {
        return db.select(AFFECTED.PERSON, AFFECTED.BY, AFFECTED.AT)
                .from(AFFECTED)
                .where(AFFECTED.RECORD.eq(incident))
                .orderBy(AFFECTED.AT.desc(), AFFECTED.PERSON)
                .limit(limit)
                .fetch(it -> new Line(it.value1(), it.value2(), it.value3()));
    }

    /// The affected people of each of the incidents.
    Map<UUID, List<UUID>> people(Collection<UUID> incidents, int most) {
        var rank = DSL.rowNumber()
                .over(DSL.partitionBy(AFFECTED.RECORD).orderBy(AFFECTED.AT, AFFECTED.PERSON))
                .as("rank");
        var ranked = DSL.select(AFFECTED.RECORD, AFFECTED.PERSON, rank)
                .from(AFFECTED)
                .where(AFFECTED.RECORD.in(incidents))
                .asTable("ranked");
        return db.select(ranked.field(AFFECTED.RECORD), ranked.field(AFFECTED.PERSON))
                .from(ranked)
                .where(DSL.field(DSL.name("ranked", "rank"), SQLDataType.INTEGER)
                        .le(most))
                .fetchGroups(ranked.field(AFFECTED.RECORD), ranked.field(AFFECTED.PERSON));
    }

    /// How many people the incident in the row called `alias` affects.
    static Field<Long> count(String alias) {
        return DSL.field(DSL.select(DSL.count().cast(SQLDataType.BIGINT))
                .from(AFFECTED)
                .where(AFFECTED.RECORD.eq(DSL.field(DSL.name(alias, "id"), SQLDataType.UUID))));
    }
}
