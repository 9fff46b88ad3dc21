package org.mainstay.kernel.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Lookup;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;

/// The inside of the one door: a plan becomes drafts, rules and checks run over them, and what remains is
/// written.
final class Saver {

    private static final long DELETED = -1;

    private final RecordTypes types;
    private final Map<String, List<Rule>> rules = new HashMap<>();
    private final Map<Class<?>, PartWriter<?>> writers = new HashMap<>();
    private final Picks picks;
    private final ActorLookup lookup;
    private final Installation installation;
    private final Clock clock;
    private final DSLContext db;
    private final Writer writer;
    private final Followers followers;

    Saver(
            RecordTypes types,
            List<Rule> rules,
            List<PartWriter<?>> writers,
            Picks picks,
            ActorLookup lookup,
            Installation installation,
            Clock clock,
            DSLContext db,
            Followers followers) {
        this.types = types;
        rules.forEach(it ->
                this.rules.computeIfAbsent(it.type(), _ -> new ArrayList<>()).add(it));
        writers.forEach(it -> this.writers.put(it.part(), it));
        this.picks = picks;
        this.lookup = lookup;
        this.installation = installation;
        this.clock = clock;
        this.db = db;
        this.writer = new Writer(db);
        this.followers = followers;
    }

    /// What a plan comes to before anything is written.
    ///
    /// @param drafts by record; deletions and restorations have none
    record Prepared(Plan plan, Map<UUID, Draft> drafts, List<Problem> problems, Pending.Context context) {}

    /// Runs rules and checks; reads, but writes nothing.
    Prepared prepare(Actor actor, Plan plan) {
        var at = plan.at() != null ? plan.at() : clock.instant().truncatedTo(ChronoUnit.MICROS);
        var context = new Pending.Context(plan.cause(), plan.operation(), at, plan.imported(), actor.id());
        var drafts = new LinkedHashMap<UUID, Draft>();
        var problems = new ArrayList<Problem>();
        var planned = new PlannedLookup(lookup);
        for (Step step : plan.steps()) {
            var draft = draft(step, plan, actor, context, planned);
            if (draft != null) {
                rule(draft);
                settle(draft, actor);
                check(draft, actor);
                problems.addAll(draft.problems());
                drafts.put(step.id(), draft);
                planned.add(draft);
            } else if (step instanceof Step.Delete(var base)) {
                planned.remove(base);
            }
        }
        return new Prepared(plan, drafts, problems, context);
    }

    /// What rules see of records that are prepared together.
    ///
    /// @param before what those saw that come before and may not be saved yet
    BatchLookup together(List<BulkRecord> records, @Nullable BatchLookup before) {
        return new BatchLookup(lookup, records, before);
    }

    /// One step of a bulk record: checked like any other, with rules only where asked for.
    ///
    /// @param seen what the rules see
    Draft prepared(
            Actor actor, Plan plan, Step step, boolean withRules, Map<String, Draft.Reason> reasons, Lookup seen) {
        var at = Objects.requireNonNull(plan.at());
        var context = new Pending.Context(plan.cause(), plan.operation(), at, plan.imported(), actor.id());
        var draft = Objects.requireNonNull(draft(step, plan, actor, context, seen));
        if (withRules) {
            rule(draft);
        }
        draft.reasons().putAll(reasons);
        settle(draft, actor);
        check(draft, actor);
        return draft;
    }

    private void rule(Draft draft) {
        draft.preset();
        rules.getOrDefault(draft.type().code(), List.of()).forEach(it -> it.apply(draft));
    }

    private @Nullable Draft draft(Step step, Plan plan, Actor actor, Pending.Context context, Lookup seen) {
        var type = types.current(step.type());
        return switch (step) {
            case Step.Create it ->
                new Draft(type, it.id(), null, it.values().copy(), it.parts(), plan, actor, context.at(), seen);
            case Step.Edit it ->
                new Draft(type, it.id(), it.base(), it.values().copy(), it.parts(), plan, actor, context.at(), seen);
            case Step.Delete _, Step.Restore _ -> null;
        };
    }

    /// A record belongs to the actor's organisation where nothing said otherwise; configuration to the
    /// first one.
    private void settle(Draft draft, Actor actor) {
        if (draft.created() && draft.get(Header.ORGANISATION) == null) {
            draft.set(
                    Header.ORGANISATION,
                    draft.type().configuration() ? installation.organisation() : actor.organisation());
        }
    }

    private void check(Draft draft, Actor actor) {
        for (Attribute<?> attribute : draft.type().attributes()) {
            boolean touched = draft.created() || draft.changes(attribute);
            boolean empty = draft.get(attribute) == null;
            if (!attribute.applies(draft::get)) {
                if (!empty && draft.changes(attribute)) {
                    draft.refuse(attribute, "kernel.save.not_of_this", String.valueOf(draft.get(only(attribute))));
                }
            } else if (touched && empty && attribute.has(Trait.REQUIRED)) {
                draft.refuse(attribute, "kernel.save.required");
            }
            if (attribute.kind() instanceof Kind.Pick(var list)
                    && draft.changes(attribute)
                    && draft.get(attribute) instanceof String code
                    && !picks.has(list, code)) {
                draft.refuse(attribute, "kernel.save.unknown_pick", code);
            }
        }
        draft.parts().forEach(it -> writer(it).problems(it, draft.id(), actor).forEach(draft::refuse));
    }

    private static Attribute<?> only(Attribute<?> attribute) {
        return Objects.requireNonNull(attribute.only()).by();
    }

    /// Writes it, in the surrounding transaction.
    ///
    /// @param prepared without problems
    Saved write(Prepared prepared) {
        var stale = lock(prepared.plan());
        if (stale != null) {
            return new Saved.Stale(stale);
        }
        var written = new ArrayList<Saved.Written>();
        for (Step step : prepared.plan().steps()) {
            var one = write(step, prepared);
            if (one == null) {
                return new Saved.Stale(step.id());
            }
            written.add(one);
        }
        return new Saved.Done(prepared.plan().operation(), List.copyOf(written));
    }

    /// Plans over several records lock them in one order first, so that two plans cannot wait for each
    /// other, and so that a stale one is found before anything is written.
    private @Nullable UUID lock(Plan plan) {
        if (plan.steps().size() < 2) {
            return null;
        }
        var byType = new TreeMap<String, Map<UUID, Long>>();
        for (Step step : plan.steps()) {
            switch (step) {
                case Step.Create _ -> {}
                case Step.Edit(var base, var _, var _) -> expect(byType, step, base.version());
                case Step.Delete(var base) -> expect(byType, step, base.version());
                case Step.Restore _ -> expect(byType, step, DELETED);
            }
        }
        for (var entry : byType.entrySet()) {
            var now = hold(types.need(entry.getKey()), entry.getValue().keySet());
            for (var expected : entry.getValue().entrySet()) {
                if (!Objects.equals(now.get(expected.getKey()), expected.getValue())) {
                    return expected.getKey();
                }
            }
        }
        return null;
    }

    private static void expect(Map<String, Map<UUID, Long>> byType, Step step, long version) {
        byType.computeIfAbsent(step.type().code(), _ -> new LinkedHashMap<>()).put(step.id(), version);
    }

    /// Keeps others from changing the records until the end of the transaction.
    ///
    /// @return their versions, [#DELETED] for those that are marked as deleted
    Map<UUID, Long> hold(RecordType<?> type, Collection<UUID> ids) {
        var version = DSL.field(DSL.name(Rows.ALIAS, "version"), SQLDataType.BIGINT);
        return db.select(Rows.ID, DSL.when(Rows.DELETED_AT.isNull(), version).else_(DELETED))
                .from(Rows.table(type))
                .where(Rows.ID.in(ids))
                .orderBy(Rows.ID)
                .forNoKeyUpdate()
                .fetch()
                .intoMap(Record2::value1, Record2::value2);
    }

    private Saved.@Nullable Written write(Step step, Prepared prepared) {
        var context = prepared.context();
        return switch (step) {
            case Step.Create it -> {
                var draft = draft(prepared, step);
                var number = it.number() == null
                        ? draft.type().codeOf(draft.values()).orElse(null)
                        : it.number();
                yield followed(written(pending(it, draft, number, it.keys(), context)), draft, context);
            }
            case Step.Edit _ -> {
                var draft = draft(prepared, step);
                yield followed(written(pending(step, draft, null, List.of(), context)), draft, context);
            }
            case Step.Delete(var base) -> {
                if (!writer.delete(base.type(), base.id(), base.version(), context)) {
                    yield null;
                }
                followers.changed(base.type(), base.id(), base, null, context.cause());
                yield new Saved.Written(base.id(), base.number(), base.version() + 1, true);
            }
            case Step.Restore(var type, var id) -> {
                var version = writer.restore(type, id, context);
                if (version != null && followers.any(type)) {
                    followers.changed(type, id, null, lookup.get(type, id).orElseThrow(), context.cause());
                }
                yield version == null ? null : new Saved.Written(id, "", version, true);
            }
        };
    }

    private Saved.@Nullable Written followed(Saved.@Nullable Written written, Draft draft, Pending.Context context) {
        if (written != null && written.changed()) {
            followers.changed(draft.type(), draft.id(), draft.before().orElse(null), draft.after(), context.cause());
        }
        return written;
    }

    private static Draft draft(Prepared prepared, Step step) {
        return Objects.requireNonNull(prepared.drafts().get(step.id()));
    }

    private static @Nullable String number(Draft draft) {
        return draft.before().map(Snapshot::number).orElse(null);
    }

    Pending pending(
            Step step, Draft draft, @Nullable String number, List<Step.ExternalKey> keys, Pending.Context context) {
        var type = draft.type();
        var differing = Changes.differing(draft);
        var named = draft.created() || differing.sets(type.label()) ? draft.get(type.label()) : null;
        // what has lost its name is called by its number again
        var label = named == null && !draft.created() && differing.sets(type.label()) ? number(draft) : named;
        return new Pending(
                type,
                step.id(),
                draft.before().orElse(null),
                number,
                differing,
                Changes.history(draft, differing),
                Changes.reasons(draft.reasons()),
                label,
                Changes.folded(type, draft, differing),
                draft.parts(),
                keys,
                context);
    }

    private Saved.@Nullable Written written(Pending step) {
        var base = step.base();
        if (base != null && step.entries() == 0) {
            return new Saved.Written(base.id(), base.number(), base.version(), false);
        }
        var written = writer.write(step);
        if (written != null) {
            long version = written.version() - step.parts().size();
            for (PlanPart part : step.parts()) {
                version++;
                var context = step.context();
                writer(part)
                        .statements(part, step.id(), version, context.at(), context.by())
                        .forEach(db::execute);
            }
        }
        return written;
    }

    /// May the actor add the part to the record?
    Decision permits(Actor actor, Snapshot subject, PlanPart part) {
        return writer(part).permits(part, subject, actor);
    }

    @SuppressWarnings("unchecked") // the writer is registered under its part's class
    private PartWriter<PlanPart> writer(PlanPart part) {
        var writer = Objects.requireNonNull(writers.get(part.getClass()), () -> "no writer for " + part.getClass());
        return (PartWriter<PlanPart>) writer;
    }

    /// The types a plan writes.
    static Set<String> types(Plan plan) {
        var codes = new LinkedHashSet<String>();
        plan.steps().forEach(it -> codes.add(it.type().code()));
        return codes;
    }
}
