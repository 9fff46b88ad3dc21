package org.mainstay.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.Approval;
import org.mainstay.approval.ApprovalType;
import org.mainstay.approval.Approvals;
import org.mainstay.conversation.Comment;
import org.mainstay.flow.FlowDocument.Step;
import org.mainstay.flow.StepKind.Field;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import tools.jackson.databind.JsonNode;

/// Does what steps mean, each in a savepoint of the turn's transaction: what fails leaves nothing but its reason.
final class Works {

    /// The outcome of an approval that was granted, by whatever way.
    static final String GRANTED = "granted";

    private static final Logger LOG = LoggerFactory.getLogger(Works.class);

    private final FlowQueries queries;
    private final CallQueries calls;
    private final FlowTerms terms;
    private final Wording wording;
    private final RecordStore store;
    private final RecordTypes types;
    private final Acts acts;
    private final Approvals approvals;
    private final Transactions transactions;
    private final Reasons reasons;
    private final Supplier<Actor> machine;

    Works(
            FlowQueries queries,
            CallQueries calls,
            FlowTerms terms,
            Wording wording,
            RecordStore store,
            RecordTypes types,
            Acts acts,
            Approvals approvals,
            Transactions transactions,
            Reasons reasons,
            Supplier<Actor> machine) {
        this.queries = queries;
        this.calls = calls;
        this.terms = terms;
        this.wording = wording;
        this.store = store;
        this.types = types;
        this.acts = acts;
        this.approvals = approvals;
        this.transactions = transactions;
        this.reasons = reasons;
        this.machine = machine;
    }

    /// What came of a step that was reached.
    sealed interface Result {}

    /// @param made the record that it made, where it made one
    record Done(String outcome, @Nullable UUID made) implements Result {}

    /// @param what a message or a condition
    record Waits(
            @Nullable UUID made,
            @Nullable Instant due,
            @Nullable String what) implements Result {}

    /// @param reason as [Reasons] writes it
    record Failed(String reason) implements Result {}

    Result perform(Turn.Scene scene) {
        return careful(scene, () -> done(reached(scene)));
    }

    /// With a task it is reached when somebody has begun with it, with everything else now.
    private Turn.Scene reached(Turn.Scene scene) {
        if (scene.step().kind() == StepKind.TASK || scene.step().field(Field.NO_RETURN) == null) {
            return scene;
        }
        var plan = Plan.of(Cause.job("flow"));
        scene.flowing()
                .pastReturn(plan, scene.record(), scene.step().name(scene.run().german()));
        if (plan.steps().isEmpty()) {
            return scene;
        }
        save(plan);
        var type = scene.record().type();
        return scene.with(store.get(machine.get(), type, scene.record().id()).orElseThrow());
    }

    private Result done(Turn.Scene scene) {
        return switch (scene.step().kind()) {
            case TASK -> task(scene, null);
            case APPROVAL -> approval(scene);
            case WAIT_UNTIL -> until(scene);
            case TIMER ->
                new Waits(null, scene.now().plus(Duration.parse(scene.step().need(Field.DURATION))), null);
            case WAIT_FOR_MESSAGE -> new Waits(null, null, scene.step().need(Field.MESSAGE));
            case WAIT_FOR_CONDITION -> {
                var condition = scene.step().need(Field.CONDITION);
                yield terms.holds(condition, scene.record())
                        ? new Done("holds", null)
                        : new Waits(null, null, condition);
            }
            case SUB_FLOW -> below(scene);
            case REST_CALL -> call(scene);
            case SET_ATTRIBUTE -> set(scene);
            case CREATE_RECORD -> create(scene);
            case SEND_MESSAGE -> message(scene);
        };
    }

    /// Somebody does by hand what the step could not do.
    Result takeOver(Turn.Scene scene, UUID by) {
        return careful(scene, () -> task(scene, by));
    }

    private Result careful(Turn.Scene scene, Supplier<Result> work) {
        try {
            return transactions.within(work);
        } catch (Refused e) {
            return new Failed(e.reason);
        } catch (ConcurrencyFailureException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error(
                    "Step {} of run {} failed",
                    scene.at().element(),
                    scene.run().id(),
                    e);
            return new Failed(reasons.of(Message.of("flow.step.broken")));
        }
    }

    /// Takes back what the step wrote.
    private static final class Refused extends RuntimeException {

        private final String reason;

        Refused(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }

    private Refused refused(String key, Object... arguments) {
        return new Refused(reasons.of(Message.of(key, arguments)));
    }

    private Result task(Turn.Scene scene, @Nullable UUID by) {
        var step = scene.step();
        var plan = Plan.of(Cause.job("flow"));
        var group =
                step.field(Field.GROUP) == null ? null : named(terms.group(step.need(Field.GROUP)), step, Field.GROUP);
        var id = scene.flowing()
                .task(
                        plan,
                        scene.record(),
                        new Flowing.Work(
                                wording.plain(step.name(scene.run().german()), scene.record()),
                                step.field(Field.DESCRIPTION) == null
                                        ? null
                                        : wording.plain(step.need(Field.DESCRIPTION), scene.record()),
                                by == null ? group : null,
                                by == null ? person(step, scene) : by,
                                step.field(Field.NO_RETURN) != null));
        save(plan);
        return new Waits(id, null, null);
    }

    private @Nullable UUID person(Step step, Turn.Scene scene) {
        var word = step.field(Field.PERSON);
        if (word == null) {
            return null;
        }
        var meant = scene.flowing().person(scene.record(), word);
        return meant == null ? named(terms.person(word), step, Field.PERSON) : meant;
    }

    private UUID named(Optional<UUID> record, Step step, Field field) {
        return record.orElseThrow(
                () -> refused("flow.check.unknown", step.name(false), field.name(), step.need(field)));
    }

    private Result approval(Turn.Scene scene) {
        var policy = named(terms.policy(scene.step().need(Field.POLICY)), scene.step(), Field.POLICY);
        var asked = approvals.request(machine.get(), scene.record(), policy);
        if (asked.isEmpty()) {
            throw refused("flow.approval.no_policy", scene.step().need(Field.POLICY));
        }
        var state = asked.get().need(ApprovalType.STATE);
        return state == Approval.State.REQUESTED
                ? new Waits(asked.get().id(), null, null)
                : new Done(outcome(state), asked.get().id());
    }

    static String outcome(Approval.State state) {
        return state.granted() ? GRANTED : Codes.of(state);
    }

    private Result until(Turn.Scene scene) {
        var word = scene.step().need(Field.UNTIL);
        var moment = FlowTerms.moment(word);
        if (moment == null) {
            var attribute = scene.record().type().attribute(word).orElse(null);
            var value = attribute == null ? null : scene.record().get(attribute);
            moment = switch (value) {
                case Instant at -> at;
                case LocalDate day -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
                case null, default -> null;
            };
        }
        if (moment == null) {
            throw refused("flow.until.empty", word);
        }
        return moment.isAfter(scene.now()) ? new Waits(null, moment, null) : new Done("due", null);
    }

    private Result below(Turn.Scene scene) {
        var code = scene.step().need(Field.FLOW);
        var version = terms.flow(code).map(it -> it.get(FlowType.PUBLISHED)).orElse(null);
        if (version == null) {
            throw refused("flow.check.unknown", scene.step().name(false), Field.FLOW.name(), code);
        }
        if (deep(scene.run()) > 5) {
            throw refused("flow.run.deep");
        }
        var run = new Run(
                Plan.newId(),
                version,
                scene.run().recordType(),
                scene.run().record(),
                scene.at().id(),
                Run.State.WAITING,
                null,
                scene.run().german(),
                0,
                null,
                scene.now(),
                null);
        queries.execute(FlowQueries.run(run));
        queries.execute(FlowQueries.begin(run.id()));
        return new Waits(null, null, null);
    }

    private int deep(Run run) {
        int deep = 0;
        for (var at = Optional.of(run); at.isPresent() && at.get().parent() != null && deep <= 10; deep++) {
            at = queries.step(Objects.requireNonNull(at.get().parent())).flatMap(it -> queries.find(it.run()));
        }
        return deep;
    }

    private Result call(Turn.Scene scene) {
        var step = scene.step();
        var body = step.field(Field.BODY) == null ? null : FlowTerms.object(step.need(Field.BODY));
        calls.add(
                scene.at().id(),
                step.need(Field.METHOD),
                wording.address(step.need(Field.URL), scene.record()),
                body == null ? null : wording.json(body, scene.record()).toString(),
                scene.now());
        return new Waits(null, null, null);
    }

    private Result set(Turn.Scene scene) {
        var value = wording.plain(scene.step().need(Field.VALUE), scene.record());
        var input = Input.texts(Map.of(scene.step().need(Field.ATTRIBUTE), value));
        done(acts.edit(machine.get(), scene.record().type(), scene.record().id(), input, null, false));
        return new Done("done", null);
    }

    private Result create(Turn.Scene scene) {
        var type = types.byCode(scene.step().need(Field.TYPE))
                .orElseThrow(() -> refused(
                        "flow.check.unknown",
                        scene.step().name(false),
                        Field.TYPE.name(),
                        scene.step().need(Field.TYPE)));
        var object = FlowTerms.object(scene.step().need(Field.VALUES));
        var values = new LinkedHashMap<String, JsonNode>();
        if (object != null) {
            wording.json(object, scene.record()).properties().forEach(it -> values.put(it.getKey(), it.getValue()));
        }
        var made = done(acts.create(machine.get(), type, Input.json(values), List.of(), false));
        return new Done("done", made.id());
    }

    private Snapshot done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var record) -> record;
            case Outcome.Refused(var problems) -> throw new Refused(reasons.of(problems));
            case Outcome.Denied(var reason) -> throw new Refused(reasons.of(reason));
            case Outcome.Stale _ -> throw new OptimisticLockingFailureException("moved");
            case Outcome.Missing _, Outcome.Gone _ -> throw refused("flow.record_gone");
            default -> throw new IllegalStateException(outcome.toString());
        };
    }

    private Result message(Turn.Scene scene) {
        var plan = Plan.of(Cause.job("flow"));
        var text = wording.plain(scene.step().need(Field.TEXT), scene.record());
        plan.edit(scene.record())
                .add(new Comment(text, Objects.equals(scene.step().field(Field.INTERNAL), "true")));
        save(plan);
        return new Done("sent", null);
    }

    private void save(Plan plan) {
        switch (store.save(machine.get(), plan)) {
            case Saved.Done _ -> {}
            case Saved.Refused(List<Problem> problems) -> throw new Refused(reasons.of(problems));
            case Saved.Stale _ -> throw new OptimisticLockingFailureException("moved");
        }
    }
}
