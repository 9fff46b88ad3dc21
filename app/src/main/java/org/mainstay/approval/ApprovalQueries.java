package org.mainstay.approval;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.mainstay.kernel.store.PlainSql.ids;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.RowCountQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Codes;

/// The ledger, what approvals are about, and letters.
final class ApprovalQueries {

    private static final Table<Record> EVENT = DSL.table(name("approval", "event"));
    private static final Table<Record> ABOUT = DSL.table(name("approval", "about"));
    private static final Table<Record> LETTER = DSL.table(name("approval", "letter"));
    private static final Table<Record> APPROVAL = DSL.table(name("approval", "approval"));

    private static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    private static final Field<Long> SEQ = field(name("id"), SQLDataType.BIGINT);
    private static final Field<UUID> OF = field(name("approval"), SQLDataType.UUID);
    private static final Field<UUID> RECORD = field(name("record"), SQLDataType.UUID);
    private static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);
    private static final Field<String> KIND = field(name("kind"), SQLDataType.CLOB);
    private static final Field<UUID> BY = field(name("by"), SQLDataType.UUID);
    private static final Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
    private static final Field<JSONB> DETAIL = field(name("detail"), SQLDataType.JSONB);
    private static final Field<UUID> PERSON = field(name("person"), SQLDataType.UUID);
    private static final Field<String> SORT = field(name("sort"), SQLDataType.CLOB);
    private static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);
    private static final Field<Instant> EXPIRES_AT = field(name("expires_at"), SQLDataType.INSTANT);
    private static final Field<Instant> SENT_AT = field(name("sent_at"), SQLDataType.INSTANT);
    private static final Field<Integer> ATTEMPTS = field(name("attempts"), SQLDataType.INTEGER);
    private static final Field<Instant> OPENED_AT = field(name("opened_at"), SQLDataType.INSTANT);
    private static final Field<Instant> USED_AT = field(name("used_at"), SQLDataType.INSTANT);

    private static final int ATTEMPTS_AT_MOST = 10;

    private final DSLContext db;

    ApprovalQueries(DSLContext db) {
        this.db = db;
    }

    static RowCountQuery about(UUID approval, UUID record) {
        return DSL.insertInto(ABOUT).set(OF, approval).set(RECORD, record);
    }

    static RowCountQuery event(UUID approval, @Nullable Long version, Event.Happened it) {
        return DSL.insertInto(EVENT)
                .set(OF, approval)
                .set(VERSION, version)
                .set(KIND, Ledger.kind(it.event()))
                .set(BY, it.by())
                .set(AT, it.at())
                .set(DETAIL, JSONB.valueOf(Ledger.text(it.event())));
    }

    static RowCountQuery letter(UUID approval, Letter it) {
        return DSL.insertInto(LETTER)
                .set(ID, it.id())
                .set(OF, approval)
                .set(PERSON, it.person())
                .set(SORT, Codes.of(it.sort()))
                .set(CREATED_AT, it.createdAt())
                .set(EXPIRES_AT, it.expiresAt());
    }

    /// What is kept of approvals, and what approvals of these records have of them.
    static List<RowCountQuery> forget(Collection<UUID> records) {
        return List.of(
                DSL.deleteFrom(EVENT).where(OF.in(records)),
                DSL.deleteFrom(LETTER).where(OF.in(records)),
                DSL.deleteFrom(ABOUT).where(OF.in(records)),
                DSL.update(EVENT)
                        .set(DETAIL, field("jsonb_set({0}, array['facts'], '{}')", SQLDataType.JSONB, DETAIL))
                        .where(KIND.eq("requested"))
                        .and(OF.in(DSL.select(OF).from(ABOUT).where(RECORD.in(records)))));
    }

    List<Event.Happened> ledger(UUID approval) {
        return db.select(KIND, DETAIL, BY, AT)
                .from(EVENT)
                .where(OF.eq(approval))
                .orderBy(SEQ)
                .fetch(it ->
                        new Event.Happened(Ledger.read(it.value1(), it.value2().data()), it.value3(), it.value4()));
    }

    Optional<UUID> about(UUID approval) {
        return db.select(RECORD).from(ABOUT).where(OF.eq(approval)).fetchOptional(RECORD);
    }

    /// The approvals of a record, the latest first.
    List<UUID> of(UUID record) {
        return db.select(OF)
                .from(ABOUT)
                .where(RECORD.eq(record))
                .orderBy(OF.desc())
                .limit(100)
                .fetch(OF);
    }

    /// The latest approval of each of the records that has one.
    Map<UUID, UUID> latest(Collection<UUID> records) {
        return db.select(RECORD, OF)
                .distinctOn(RECORD)
                .from(ABOUT)
                .where(DSL.condition("record = any ({0})", ids(records)))
                .orderBy(RECORD, OF.desc())
                .fetchMap(RECORD, OF);
    }

    /// Keeps others from asking about the record at the same time, until the end of the transaction.
    void alone(UUID record) {
        db.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val("approval " + record));
    }

    /// Open approvals of which the clock or a change among people may make something; imported ones have no ledger and
    /// are left as they are.
    List<UUID> due(Instant now, int most) {
        var waiting = "select from unnest(approval.approval.waiting_for) w join people.";
        Condition left = DSL.condition(
                "exists (" + waiting + "person p on p.id = w where not p.active or p.deleted_at is not null)");
        Condition away = DSL.condition(
                "exists (" + waiting + "absence a on a.person = w and a.deleted_at is null and a.from_at <= {0}"
                        + " and a.to_at > {0} where not a.substitute = any (approval.approval.waiting_for))",
                DSL.val(now, SQLDataType.INSTANT));
        Condition back = DSL.condition(
                "exists (" + waiting + "absence a on a.substitute = w and a.deleted_at is null and a.to_at <= {0}"
                        + " and a.to_at > {0} - interval '1 hour')",
                DSL.val(now, SQLDataType.INSTANT));
        Condition gone = DSL.condition("exists (select from approval.about b join kernel.record r on r.id = b.record"
                + " where b.approval = approval.approval.id and r.deleted_at is not null)");
        return db.select(ID)
                .from(APPROVAL)
                .where(field(name("state"), SQLDataType.CLOB).eq("requested"))
                .and(field(name("deleted_at"), SQLDataType.INSTANT).isNull())
                .and("exists (select from approval.event e where e.approval = approval.approval.id)")
                .and(field(name("next_at"), SQLDataType.INSTANT)
                        .le(now)
                        .or(field(name("waiting_for")).isNull())
                        .or(left)
                        .or(away)
                        .or(back)
                        .or(gone))
                .orderBy(ID)
                .limit(most)
                .fetch(ID);
    }

    Optional<Letter> letter(UUID id) {
        return db.selectFrom(LETTER).where(ID.eq(id)).fetchOptional(ApprovalQueries::letter);
    }

    /// The letters about an approval, the oldest first.
    List<Letter> letters(UUID approval) {
        return db.selectFrom(LETTER)
                .where(OF.eq(approval))
                .orderBy(CREATED_AT, ID)
                .fetch(ApprovalQueries::letter);
    }

    /// The same, and nobody else uses it until the end of the transaction.
    Optional<Letter> held(UUID id) {
        return db.selectFrom(LETTER).where(ID.eq(id)).forUpdate().fetchOptional(ApprovalQueries::letter);
    }

    void used(UUID letter, Instant now) {
        db.update(LETTER).set(USED_AT, now).where(ID.eq(letter)).execute();
    }

    /// Puts into the ledger that somebody looked at the letter, the first time.
    void opened(Letter letter, Instant now) {
        int first = db.update(LETTER)
                .set(OPENED_AT, now)
                .where(ID.eq(letter.id()))
                .and(OPENED_AT.isNull())
                .execute();
        if (first == 1) {
            var opened = new Event.Happened(new Event.Opened(letter.person()), letter.person(), now);
            db.execute(event(letter.approval(), null, opened));
        }
    }

    /// Letters that are to be sent, the oldest first; held, so that no other node sends them too.
    List<Letter> unsent(int most) {
        return db.selectFrom(LETTER)
                .where(SENT_AT.isNull())
                .and(ATTEMPTS.lt(ATTEMPTS_AT_MOST))
                .orderBy(CREATED_AT)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch(ApprovalQueries::letter);
    }

    void sent(UUID letter, Instant now) {
        db.update(LETTER).set(SENT_AT, now).where(ID.eq(letter)).execute();
    }

    void failed(UUID letter) {
        db.update(LETTER).set(ATTEMPTS, ATTEMPTS.plus(1)).where(ID.eq(letter)).execute();
    }

    private static Letter letter(Record it) {
        return new Letter(
                it.get("id", UUID.class),
                it.get("approval", UUID.class),
                it.get("person", UUID.class),
                Codes.parse(Letter.Sort.class, it.get("sort", String.class)),
                it.get("created_at", Instant.class),
                it.get("expires_at", Instant.class),
                it.get("opened_at", Instant.class),
                it.get("used_at", Instant.class));
    }
}
