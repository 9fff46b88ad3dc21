package org.mainstay.flow;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Plan;

/// What people can do to the flow of a record; the module of the type adds these to its actions.
public final class FlowActions {

    private static final Attribute<String> REASON = Attribute.column("reason", new Kind.Prose(), REQUIRED);
    private static final Attribute<String> MESSAGE = Attribute.column("message", new Kind.Text(100), REQUIRED);

    private FlowActions() {}

    /// @param failed whether the record's flow has failed
    /// @param running whether it has a flow that goes on
    /// @param permits who may
    public static <R> List<Action<R>> of(
            Predicate<R> failed, Predicate<R> running, BiFunction<R, Acting, Decision> permits) {
        return List.of(
                new Tell<>("retry_step", Signal.Kind.RETRY, null, 20, failed, "flow.permits.not_failed", permits),
                new Tell<>(
                        "take_over_step", Signal.Kind.TAKE_OVER, null, 30, failed, "flow.permits.not_failed", permits),
                new Tell<>("skip_step", Signal.Kind.SKIP, REASON, 120, failed, "flow.permits.not_failed", permits),
                new Tell<>(
                        "send_message",
                        Signal.Kind.MESSAGE,
                        MESSAGE,
                        Action.RARE,
                        running,
                        "flow.permits.not_running",
                        permits));
    }

    /// @param asks what it asks for; null for nothing
    private record Tell<R>(
            String name,
            Signal.Kind kind,
            @Nullable Attribute<String> ask,
            int rank,
            Predicate<R> now,
            String otherwise,
            BiFunction<R, Acting, Decision> allowed)
            implements Action<R> {

        @Override
        public List<Attribute<?>> asks() {
            return ask == null ? List.of() : List.of(ask);
        }

        @Override
        public Decision permits(R subject, Acting acting) {
            return now.test(subject) ? allowed.apply(subject, acting) : Decision.denied(otherwise);
        }

        @Override
        public Plan apply(R subject, Acting acting) {
            var plan = acting.plan(this);
            plan.edit(acting.subject())
                    .add(new Told(
                            kind,
                            ask == null ? null : acting.answer(ask),
                            acting.actor().id()));
            return plan;
        }
    }
}
