package org.mainstay.kernel.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;

/// Acts from outside on one record: input read by kind, permission, plan, save, and again when somebody
/// else was quicker and the caller named no version. Web, REST, bulk, automation and adapters all come
/// through here.
public final class Acts {

    private static final int TRIES = 5;
    private static final int UNHELD_TRIES = 2;

    private final RecordTypes types;
    private final Access access;
    private final SqlRecordStore store;
    private final InputReader input;
    private final Saver saver;
    private final Entries entries;
    private final Function<Actor, ActorLookup> lookups;
    private final Clock clock;

    Acts(
            RecordTypes types,
            Access access,
            SqlRecordStore store,
            InputReader input,
            Saver saver,
            Entries entries,
            Function<Actor, ActorLookup> lookups,
            Clock clock) {
        this.types = types;
        this.access = access;
        this.store = store;
        this.input = input;
        this.saver = saver;
        this.entries = entries;
        this.lookups = lookups;
        this.clock = clock;
    }

    /// A type's action and whether it can be done now.
    public record Possible(Action<?> action, Decision decision) {}

    /// Creates a record. Types with codes of their own take them as `number`.
    public Outcome create(Actor actor, RecordType<?> given, Input values, List<PlanPart> parts, boolean dryRun) {
        var type = types.current(given);
        var number = OwnCode.given(type, values);
        var read = input.attributes(actor, type, number == null ? values : OwnCode.without(values), null);
        if (type.prefix() == null && !type.coded() && !OwnCode.possible(number)) {
            read.problems().add(new Problem("number", Message.of("kernel.save.code_needed")));
        }
        if (!read.problems().isEmpty()) {
            // who may not create such a record is told that, and nothing of what they sent
            return creating(actor, type, read.values().get(Header.ORGANISATION)) instanceof Decision.Denied(var reason)
                    ? new Outcome.Denied(reason)
                    : new Outcome.Refused(read.problems());
        }
        var plan = Plan.of(Cause.CREATED);
        var step = new Step.Create(type, Plan.newId(), number, read.values(), List.copyOf(parts), List.of());
        plan.with(step);
        try {
            Function<Saver.Prepared, List<Problem>> permits = prepared -> {
                var draft = Objects.requireNonNull(prepared.drafts().get(step.id()));
                refuse(creating(actor, type, draft.get(Header.ORGANISATION)));
                return List.of();
            };
            if (dryRun) {
                return store.preview(actor, plan, permits);
            }
            return switch (store.save(actor, plan, permits)) {
                case Saved.Done _ -> current(actor, type, step.id());
                case Saved.Refused(var problems) -> new Outcome.Refused(problems);
                case Saved.Stale(var id) -> current(actor, type, id);
            };
        } catch (NotAllowed e) {
            return new Outcome.Denied(e.reason());
        }
    }

    private Decision creating(Actor actor, RecordType<?> type, @Nullable UUID organisation) {
        return access.create(type, actor, Objects.requireNonNullElse(organisation, actor.organisation()));
    }

    /// Sets attributes. Read-only ones are refused with the actions to use.
    ///
    /// @param version when given, any newer version is [Outcome.Stale]; null applies to the current one
    public Outcome edit(
            Actor actor, RecordType<?> type, UUID id, Input values, @Nullable Long version, boolean dryRun) {
        return attempt(actor, type, id, version, dryRun, subject -> edited(subject, values, actor));
    }

    /// The same as [#edit] or [#act] to one of many records.
    public Outcome oneOfMany(Actor actor, RecordType<?> type, UUID id, Bulk bulk, boolean dryRun) {
        return attempt(actor, type, id, null, dryRun, subject -> {
            var action = bulk.action();
            var planned = bulk.says()
                    ? edited(subject, new Values())
                    : action == null
                            ? edited(subject, bulk.input(), actor)
                            : planned(subject, action, bulk.input(), actor);
            var part = bulk.part().get();
            if (planned instanceof Planned.Ready(var plan)) {
                if (part != null) {
                    refuse(saver.permits(actor, subject, part));
                    plan.edit(subject).add(part);
                }
                return new Planned.Ready(bulk.of(plan));
            }
            return planned;
        });
    }

    /// What stands against the order whatever the record.
    public List<Problem> problems(Actor actor, RecordType<?> given, Bulk bulk) {
        var type = types.current(given);
        var action = bulk.action();
        if (action == null) {
            return input.anywhere(actor, type, bulk.input());
        }
        return type.actions().stream()
                .filter(it -> it.name().equals(action))
                .findFirst()
                .map(it -> input.answers(actor, it, bulk.input()).problems())
                .orElseGet(() -> List.of(Problem.of("kernel.save.no_such_action", action)));
    }

    /// A form that was filled from `version`: what was typed is what differs from that version. Edits of
    /// attributes that nobody changed since are merged; overlapping ones come back as [Outcome.Stale].
    public Outcome merge(Actor actor, RecordType<?> type, UUID id, Input form, long version, boolean dryRun) {
        return attempt(actor, type, id, null, dryRun, subject -> {
            refuse(access.edit(subject, actor));
            var read = input.attributes(actor, subject.type(), form, subject);
            if (!read.problems().isEmpty()) {
                return new Planned.Refused(read.problems());
            }
            var seen = seen(subject, version);
            var typed = new Values();
            boolean conflict = false;
            for (var entry : read.values().all().entrySet()) {
                var attribute = entry.getKey();
                var was = seen == null ? null : seen.get(attribute);
                if (!Objects.equals(entry.getValue(), was)) {
                    var now = subject.get(attribute);
                    conflict |= !Objects.equals(now, was) && !Objects.equals(now, entry.getValue());
                    typed.put(attribute, entry.getValue());
                }
            }
            return conflict ? new Planned.Conflict() : edited(subject, typed);
        });
    }

    /// Does an action by name; an unknown one is [Outcome.Missing].
    public Outcome act(
            Actor actor,
            RecordType<?> type,
            UUID id,
            String action,
            Input answers,
            @Nullable Long version,
            boolean dryRun) {
        return attempt(actor, type, id, version, dryRun, subject -> planned(subject, action, answers, actor));
    }

    /// Adds parts (comment, link, watcher…), at least one, to a record: all of them or none.
    public Outcome add(Actor actor, RecordType<?> type, UUID id, PlanPart... parts) {
        return attempt(actor, type, id, null, false, subject -> {
            var plan = Plan.of(Cause.action(parts[0].kind()));
            List.of(parts).forEach(it -> refuse(saver.permits(actor, subject, it)));
            plan.edit(subject).parts().addAll(List.of(parts));
            return new Planned.Ready(plan);
        });
    }

    public Outcome delete(Actor actor, RecordType<?> type, UUID id, @Nullable Long version, boolean dryRun) {
        return attempt(actor, type, id, version, dryRun, subject -> {
            refuse(access.delete(subject, actor));
            return new Planned.Ready(Plan.of(Cause.action("delete")).with(new Step.Delete(subject)));
        });
    }

    /// The deleted record that the id, number or code names, for those who may restore it; empty for others.
    public Optional<Snapshot> deleted(Actor actor, RecordType<?> type, String key) {
        return store.deleted(actor, type, key)
                .filter(it -> access.restore(it, actor).yes());
    }

    /// Brings a deleted record back as it was, for those who may; [Outcome.Missing] once it is back or
    /// purged.
    ///
    /// @param key id, number or code
    public Outcome restore(Actor actor, RecordType<?> given, String key) {
        var type = types.current(given);
        var subject = deleted(actor, type, key).orElse(null);
        if (subject == null) {
            return new Outcome.Missing();
        }
        var plan = Plan.of(Cause.action("restore")).with(new Step.Restore(type, subject.id()));
        return switch (store.save(actor, plan)) {
            case Saved.Done _ -> current(actor, type, subject.id());
            case Saved.Refused(var problems) -> new Outcome.Refused(problems);
            case Saved.Stale _ -> new Outcome.Missing();
        };
    }

    /// The type's actions on this record: the possible ones first, most likely first.
    public List<Possible> possible(Actor actor, Snapshot record) {
        var whole = record.complete()
                ? record
                : store.whole(actor, record.type(), Rows.ID.eq(record.id())).orElse(record);
        var possible = new ArrayList<Possible>();
        for (Action<?> action : whole.type().actions()) {
            possible.add(new Possible(action, permits(action, whole, actor)));
        }
        possible.sort(Comparator.comparing((Possible it) -> !it.decision().yes())
                .thenComparing(it -> it.action().rank()));
        return possible;
    }

    /// What an attempt decided upon the record as it stands.
    private sealed interface Planned {

        record Ready(Plan plan) implements Planned {}

        record Refused(List<Problem> problems) implements Planned {}

        record Conflict() implements Planned {}

        record Missing() implements Planned {}
    }

    private Planned edited(Snapshot subject, Input values, Actor actor) {
        refuse(access.edit(subject, actor));
        var read = input.attributes(actor, subject.type(), values, subject);
        return read.problems().isEmpty() ? edited(subject, read.values()) : new Planned.Refused(read.problems());
    }

    private static Planned edited(Snapshot subject, Values values) {
        var plan = Plan.of(Cause.EDITED);
        var edit = plan.edit(subject);
        values.all().forEach(edit.values()::put);
        return new Planned.Ready(plan);
    }

    private Outcome attempt(
            Actor actor,
            RecordType<?> type,
            UUID id,
            @Nullable Long version,
            boolean dryRun,
            Function<Snapshot, Planned> decide) {
        for (int attempt = 1; ; attempt++) {
            Supplier<Optional<Outcome>> once = () -> once(actor, type, id, version, dryRun, decide);
            // Many at once would overtake each other for ever: whoever lost twice holds the record.
            var outcome = attempt <= UNHELD_TRIES ? once.get() : store.holding(type, id, once);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            if (attempt == TRIES) {
                return stale(actor, type, id);
            }
        }
    }

    /// @return empty when somebody was quicker, and it is to be decided again
    private Optional<Outcome> once(
            Actor actor,
            RecordType<?> type,
            UUID id,
            @Nullable Long version,
            boolean dryRun,
            Function<Snapshot, Planned> decide) {
        var subject = store.whole(actor, type, Rows.ID.eq(id)).orElse(null);
        if (subject == null) {
            return Optional.of(new Outcome.Missing());
        }
        if (version != null && subject.version() != version) {
            return Optional.of(stale(actor, type, id));
        }
        Planned planned;
        try {
            planned = decide.apply(subject);
        } catch (NotAllowed e) {
            return Optional.of(new Outcome.Denied(e.reason()));
        }
        return switch (planned) {
            case Planned.Refused(var problems) -> Optional.of(new Outcome.Refused(problems));
            case Planned.Conflict _ -> Optional.of(stale(actor, type, id));
            case Planned.Missing _ -> Optional.of(new Outcome.Missing());
            case Planned.Ready(var plan) ->
                dryRun
                        ? Optional.of(store.preview(actor, plan))
                        : switch (store.save(actor, plan)) {
                            case Saved.Done _ -> Optional.of(current(actor, type, id));
                            case Saved.Refused(var problems) -> Optional.of(new Outcome.Refused(problems));
                            case Saved.Stale _ when version != null -> Optional.of(stale(actor, type, id));
                            case Saved.Stale _ -> Optional.empty();
                        };
        };
    }

    private Planned planned(Snapshot subject, String name, Input answers, Actor actor) {
        var action = subject.type().actions().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElse(null);
        if (action == null) {
            return new Planned.Missing();
        }
        refuse(permits(action, subject, actor));
        var read = input.answers(actor, action, answers);
        if (!read.problems().isEmpty()) {
            return new Planned.Refused(read.problems());
        }
        try {
            return new Planned.Ready(apply(action, subject, acting(subject, actor, read.values())));
        } catch (Refusal e) {
            return new Planned.Refused(e.problems());
        }
    }

    @SuppressWarnings("unchecked") // the action is one of the subject's own type
    private <R> Decision permits(Action<R> action, Snapshot subject, Actor actor) {
        var view = ((RecordType<R>) subject.type()).read(subject);
        return action.permits(view, acting(subject, actor, new Values()));
    }

    @SuppressWarnings("unchecked") // the action is one of the subject's own type
    private static <R> Plan apply(Action<R> action, Snapshot subject, Acting acting) throws Refusal {
        return action.apply(((RecordType<R>) subject.type()).read(subject), acting);
    }

    private Acting acting(Snapshot subject, Actor actor, Values answers) {
        return new Acting(
                subject, actor, clock.instant().truncatedTo(ChronoUnit.MICROS), answers, lookups.apply(actor));
    }

    /// The record as somebody saw it who saw `version`.
    ///
    /// @param subject as it is now, complete
    /// @return null where there was no such version
    public @Nullable Snapshot seen(Snapshot subject, long version) {
        return subject.version() == version ? subject : at(subject, version);
    }

    private @Nullable Snapshot at(Snapshot subject, long version) {
        var until = entries.of(subject.id()).stream()
                .filter(it -> it.version() <= version)
                .toList();
        return Fold.of(subject.type(), subject.id(), subject.number(), until, null);
    }

    private Outcome current(Actor actor, RecordType<?> type, UUID id) {
        return store.get(actor, type, id).<Outcome>map(Outcome.Done::new).orElseGet(Outcome.Gone::new);
    }

    private Outcome stale(Actor actor, RecordType<?> type, UUID id) {
        return store.get(actor, type, id).<Outcome>map(Outcome.Stale::new).orElseGet(Outcome.Missing::new);
    }

    private static void refuse(Decision decision) {
        if (decision instanceof Decision.Denied(var reason)) {
            throw new NotAllowed(reason);
        }
    }
}
