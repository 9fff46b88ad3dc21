package org.mainstay.flow;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowCountQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Codes;

/// Runs, their steps, and what they have to be told.
final class FlowQueries {

    static final Table<Record> RUN = DSL.table(name("flow", "run"));
    static final Table<Record> STEP = DSL.table(name("flow", "step"));
    static final Table<Record> SIGNAL = DSL.table(name("flow", "signal"));

    static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    static final Field<UUID> OF = field(name("run"), SQLDataType.UUID);
    static final Field<String> STATE = field(name("state"), SQLDataType.CLOB);
    static final Field<UUID> RECORD = field(name("record"), SQLDataType.UUID);
    static final Field<UUID> MADE = field(name("made"), SQLDataType.UUID);
    static final Field<Instant> DUE_AT = field(name("due_at"), SQLDataType.INSTANT);

    private static final Field<Long> SEQ = field(name("id"), SQLDataType.BIGINT);
    private static final Field<UUID> VERSION = field(name("flow_version"), SQLDataType.UUID);
    private static final Field<String> RECORD_TYPE = field(name("record_type"), SQLDataType.CLOB);
    private static final Field<UUID> PARENT = field(name("parent"), SQLDataType.UUID);
    private static final Field<String> PROCESS = field(name("process"), SQLDataType.CLOB);
    private static final Field<Boolean> GERMAN = field(name("german"), SQLDataType.BOOLEAN);
    private static final Field<Integer> COUNT = field(name("steps"), SQLDataType.INTEGER);
    private static final Field<String> REASON = field(name("reason"), SQLDataType.CLOB);
    private static final Field<Instant> BEGAN_AT = field(name("began_at"), SQLDataType.INSTANT);
    private static final Field<Instant> ENDED_AT = field(name("ended_at"), SQLDataType.INSTANT);
    private static final Field<String> ELEMENT = field(name("element"), SQLDataType.CLOB);
    private static final Field<String> KIND = field(name("kind"), SQLDataType.CLOB);
    private static final Field<String> EXECUTION = field(name("execution"), SQLDataType.CLOB);
    private static final Field<String> OUTCOME = field(name("outcome"), SQLDataType.CLOB);
    private static final Field<String> AWAITS = field(name("awaits"), SQLDataType.CLOB);
    private static final Field<UUID> ABOUT = field(name("step"), SQLDataType.UUID);
    private static final Field<UUID> BY = field(name("by"), SQLDataType.UUID);

    private static final List<Field<?>> RUN_FIELDS = List.of(
            ID, VERSION, RECORD_TYPE, RECORD, PARENT, STATE, PROCESS, GERMAN, COUNT, REASON, BEGAN_AT, ENDED_AT);
    private static final List<Field<?>> STEP_FIELDS =
            List.of(ID, OF, ELEMENT, KIND, EXECUTION, STATE, OUTCOME, MADE, DUE_AT, AWAITS, REASON, BEGAN_AT, ENDED_AT);

    static final Condition OPEN =
            STATE.in(Codes.of(Run.State.WAITING), Codes.of(Run.State.RUNNING), Codes.of(Run.State.FAILED));
    private static final Condition WAITS = STATE.eq(Codes.of(RunStep.State.WAITING));

    private final DSLContext db;

    FlowQueries(DSLContext db) {
        this.db = db;
    }

    /// A run that has not begun, unless there was one for the record before.
    static RowCountQuery run(Run run) {
        var none = DSL.notExists(DSL.selectOne().from(RUN).where(RECORD.eq(run.record()), PARENT.isNull()));
        return DSL.insertInto(RUN, ID, VERSION, RECORD_TYPE, RECORD, PARENT, STATE, GERMAN, BEGAN_AT)
                .select(DSL.select(
                                DSL.val(run.id()),
                                DSL.val(run.version()),
                                DSL.val(run.recordType()),
                                DSL.val(run.record()),
                                DSL.val(run.parent(), SQLDataType.UUID),
                                DSL.val(Codes.of(run.state())),
                                DSL.val(run.german()),
                                DSL.val(run.beganAt()))
                        .where(run.parent() == null ? none : DSL.noCondition()))
                .onConflictDoNothing();
    }

    /// Tells the open runs of a record.
    static RowCountQuery tellAll(UUID record, Signal.Kind kind, @Nullable String outcome, @Nullable UUID by) {
        return DSL.insertInto(SIGNAL, OF, KIND, OUTCOME, BY)
                .select(DSL.select(ID, DSL.val(Codes.of(kind)), DSL.val(outcome), DSL.val(by, SQLDataType.UUID))
                        .from(RUN)
                        .where(RECORD.eq(record), OPEN));
    }

    /// Tells the runs of a record that nobody wants it any more, also the one that has come to its end: what was done
    /// is undone all the same.
    static RowCountQuery undo(UUID record) {
        return DSL.insertInto(SIGNAL, OF, KIND)
                .select(DSL.select(ID, DSL.val(Codes.of(Signal.Kind.CANCEL)))
                        .from(RUN)
                        .where(RECORD.eq(record), OPEN.or(PARENT.isNull().and(STATE.eq(Codes.of(Run.State.ENDED))))));
    }

    /// Tells a run that is new of its beginning; nothing where there is no such run.
    static RowCountQuery begin(UUID run) {
        return DSL.insertInto(SIGNAL, OF, KIND)
                .select(DSL.select(ID, DSL.val(Codes.of(Signal.Kind.BEGIN)))
                        .from(RUN)
                        .where(ID.eq(run)));
    }

    /// Tells the step that waits for a record what became of this.
    static RowCountQuery tellOf(UUID made, Signal.Kind kind, String outcome) {
        return DSL.insertInto(SIGNAL, OF, KIND, ABOUT, OUTCOME)
                .select(DSL.select(OF, DSL.val(Codes.of(kind)), ID, DSL.val(outcome))
                        .from(STEP)
                        .where(MADE.eq(made), WAITS));
    }

    /// Tells the steps that wait for a condition on the record.
    static RowCountQuery look(UUID record) {
        var run = RUN.as("r");
        return DSL.insertInto(SIGNAL, OF, KIND, ABOUT)
                .select(DSL.select(
                                field(name("s", "run"), SQLDataType.UUID),
                                DSL.val(Codes.of(Signal.Kind.LOOK)),
                                field(name("s", "id"), SQLDataType.UUID))
                        .from(run)
                        .join(STEP.as("s"))
                        .on(field(name("s", "run"), SQLDataType.UUID).eq(field(name("r", "id"), SQLDataType.UUID)))
                        .where(
                                field(name("r", "record"), SQLDataType.UUID).eq(record),
                                field(name("r", "state"), SQLDataType.CLOB).in("running", "failed"),
                                field(name("s", "state"), SQLDataType.CLOB).eq("waiting"),
                                field(name("s", "kind"), SQLDataType.CLOB).eq(StepKind.WAIT_FOR_CONDITION.code())));
    }

    void tell(UUID run, Signal.Kind kind, @Nullable UUID step, @Nullable String outcome) {
        db.insertInto(SIGNAL, OF, KIND, ABOUT, OUTCOME)
                .values(run, Codes.of(kind), step, outcome)
                .execute();
    }

    void execute(RowCountQuery statement) {
        db.execute(statement);
    }

    /// Runs that have something to be told, or for a step of which the time has come.
    List<UUID> due(Instant now, int most) {
        return db.selectDistinct(OF)
                .from(SIGNAL)
                .union(DSL.selectDistinct(OF).from(STEP).where(WAITS, DUE_AT.le(now)))
                .limit(most)
                .fetch(OF);
    }

    /// Holds the run until the transaction ends, without keeping anybody from telling it something.
    ///
    /// @return empty where it is held by somebody else, or is gone
    Optional<Run> hold(UUID run) {
        return db.select(RUN_FIELDS)
                .from(RUN)
                .where(ID.eq(run))
                .forNoKeyUpdate()
                .skipLocked()
                .fetchOptional(FlowQueries::run);
    }

    /// The same, but waits for who holds it now.
    Optional<Run> await(UUID run) {
        return db.select(RUN_FIELDS)
                .from(RUN)
                .where(ID.eq(run))
                .forNoKeyUpdate()
                .fetchOptional(FlowQueries::run);
    }

    List<Run> of(UUID record) {
        return db.select(RUN_FIELDS)
                .from(RUN)
                .where(RECORD.eq(record))
                .orderBy(BEGAN_AT, ID)
                .fetch(FlowQueries::run);
    }

    Optional<Run> find(UUID run) {
        return db.select(RUN_FIELDS).from(RUN).where(ID.eq(run)).fetchOptional(FlowQueries::run);
    }

    List<Run> below(Collection<UUID> steps) {
        return db.select(RUN_FIELDS).from(RUN).where(PARENT.in(steps)).fetch(FlowQueries::run);
    }

    void write(Run run) {
        db.update(RUN)
                .set(STATE, Codes.of(run.state()))
                .set(PROCESS, run.process())
                .set(COUNT, run.steps())
                .set(REASON, run.reason())
                .set(ENDED_AT, run.endedAt())
                .where(ID.eq(run.id()))
                .execute();
    }

    /// What it has to be told; read once.
    List<Signal> take(UUID run) {
        return db
                .deleteFrom(SIGNAL)
                .where(OF.eq(run))
                .returning(SEQ, KIND, ABOUT, OUTCOME, BY)
                .fetch(it -> new Signal(
                        it.get(SEQ),
                        Codes.parse(Signal.Kind.class, it.get(KIND)),
                        it.get(ABOUT),
                        it.get(OUTCOME),
                        it.get(BY)))
                .stream()
                .sorted(java.util.Comparator.comparing(Signal::id))
                .toList();
    }

    List<RunStep> steps(UUID run) {
        return db.select(STEP_FIELDS)
                .from(STEP)
                .where(OF.eq(run))
                .orderBy(BEGAN_AT, ID)
                .fetch(FlowQueries::step);
    }

    Optional<RunStep> step(UUID id) {
        return db.select(STEP_FIELDS).from(STEP).where(ID.eq(id)).fetchOptional(FlowQueries::step);
    }

    void add(RunStep step) {
        db.insertInto(STEP)
                .set(ID, step.id())
                .set(OF, step.run())
                .set(ELEMENT, step.element())
                .set(KIND, step.kind().code())
                .set(EXECUTION, step.execution())
                .set(STATE, Codes.of(step.state()))
                .set(BEGAN_AT, step.beganAt())
                .execute();
    }

    void write(RunStep step) {
        db.update(STEP)
                .set(STATE, Codes.of(step.state()))
                .set(OUTCOME, step.outcome())
                .set(MADE, step.made())
                .set(DUE_AT, step.dueAt())
                .set(AWAITS, step.awaits())
                .set(REASON, step.reason())
                .set(ENDED_AT, step.endedAt())
                .where(ID.eq(step.id()))
                .execute();
    }

    /// Whether anything ever began by a version.
    boolean begunBy(UUID version) {
        return db.fetchExists(RUN, VERSION.eq(version));
    }

    /// Whether a flow has begun for a record.
    boolean begunFor(UUID record) {
        return db.fetchExists(RUN, RECORD.eq(record));
    }

    private static Run run(Record it) {
        return new Run(
                it.get(ID),
                it.get(VERSION),
                it.get(RECORD_TYPE),
                it.get(RECORD),
                it.get(PARENT),
                Codes.parse(Run.State.class, it.get(STATE)),
                it.get(PROCESS),
                it.get(GERMAN),
                it.get(COUNT),
                it.get(REASON),
                it.get(BEGAN_AT),
                it.get(ENDED_AT));
    }

    private static RunStep step(Record it) {
        return new RunStep(
                it.get(ID),
                it.get(OF),
                it.get(ELEMENT),
                StepKind.of(it.get(KIND)).orElseThrow(),
                it.get(EXECUTION),
                Codes.parse(RunStep.State.class, it.get(STATE)),
                it.get(OUTCOME),
                it.get(MADE),
                it.get(DUE_AT),
                it.get(AWAITS),
                it.get(REASON),
                it.get(BEGAN_AT),
                it.get(ENDED_AT));
    }
}
