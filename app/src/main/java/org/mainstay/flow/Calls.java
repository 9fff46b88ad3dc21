package org.mainstay.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.mainstay.kernel.outbound.Answer;
import org.mainstay.kernel.outbound.Outbound;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.Transactions;

/// Makes the calls that steps have asked for, outside of any transaction. Each bears the id of its step as
/// `Idempotency-Key`, whoever makes it and however often: a call whose answer was lost with its node is made again, and
/// the other system knows it by that.
final class Calls {

    /// A node that took a call and died has it made by another after this.
    static final Duration HELD = Duration.ofSeconds(30);

    /// How long it waits before it tries again; after the last it gives up.
    static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));

    private final CallQueries calls;
    private final FlowQueries queries;
    private final Outbound outbound;
    private final Reasons reasons;
    private final Transactions transactions;
    private final Clock clock;

    Calls(
            CallQueries calls,
            FlowQueries queries,
            Outbound outbound,
            Reasons reasons,
            Transactions transactions,
            Clock clock) {
        this.calls = calls;
        this.queries = queries;
        this.outbound = outbound;
        this.reasons = reasons;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Makes one that is due.
    ///
    /// @return whether there was one
    boolean one() {
        var now = now();
        var taken = transactions.within(() -> calls.take(now, now.plus(HELD), 1));
        taken.forEach(this::make);
        return !taken.isEmpty();
    }

    private void make(CallQueries.Call call) {
        var answer = outbound.call(
                call.method(), call.url(), call.body(), call.step().toString());
        switch (answer) {
            case Answer.Came(int status, var _)
            when status >= 200 && status < 300 -> tell(call.step(), Signal.Kind.DONE, String.valueOf(status));
            case Answer.Came(int status, var _)
            when status == 408 || status == 429 || status >= 500 ->
                again(call, Message.of("flow.call.answered", call.url(), status));
            case Answer.Came(int status, var _) ->
                tell(call.step(), Signal.Kind.FAILED, reasons.of(Message.of("flow.call.answered", call.url(), status)));
            case Answer.Lost(var reason) -> again(call, Message.of("flow.call.lost", call.url(), reason));
            case Answer.Refused(var reason) -> tell(call.step(), Signal.Kind.FAILED, reasons.of(reason));
        }
    }

    private void again(CallQueries.Call call, Message why) {
        if (call.attempts() > PAUSES.size()) {
            tell(call.step(), Signal.Kind.FAILED, reasons.of(Message.of("flow.call.given_up", why, call.attempts())));
        } else {
            calls.later(call.step(), now().plus(PAUSES.get(call.attempts() - 1)));
        }
    }

    private void tell(UUID step, Signal.Kind kind, String outcome) {
        transactions.within(() -> {
            boolean there = calls.forget(step);
            if (there) {
                queries.step(step).ifPresent(it -> queries.tell(it.run(), kind, step, outcome));
            }
            return there;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
