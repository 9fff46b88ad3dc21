package org.mainstay.request;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.Transactions;

/// Everybody's cart: kept until it is ordered, on whatever device it was filled.
final class Carts {

    private static final int MOST_LINES = 100;

    private final CartQueries queries;
    private final Wishes wishes;
    private final Orders orders;
    private final Transactions transactions;
    private final Clock clock;

    Carts(CartQueries queries, Wishes wishes, Orders orders, Transactions transactions, Clock clock) {
        this.queries = queries;
        this.wishes = wishes;
        this.orders = orders;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What became of a change.
    sealed interface Changed {

        record Done(UUID line) implements Changed {}

        record Not(Outcome outcome) implements Changed {}
    }

    Cart of(Actor actor) {
        return new Cart(queries.lines(actor.id()));
    }

    int count(Actor actor) {
        return queries.count(actor.id());
    }

    Optional<Cart.Line> line(Actor actor, UUID id) {
        return queries.lines(actor.id()).stream()
                .filter(it -> it.id().equals(id))
                .findFirst();
    }

    /// Adds what could be ordered; what is there already for the same people becomes more.
    Changed add(Actor actor, Orders.Wish wish) {
        return transactions.within(() -> {
            queries.hold(actor.id());
            var lines = queries.lines(actor.id());
            var same = lines.stream()
                    .filter(it -> !it.later() && CartQueries.same(it, wish.item(), wish.people()))
                    .findFirst();
            if (same.isEmpty() && lines.size() >= MOST_LINES) {
                return not("request.cart.full", MOST_LINES);
            }
            var line = same.map(it -> new Cart.Line(it.id(), it.item(), sum(it, wish), it.people(), false))
                    .orElseGet(() -> new Cart.Line(Plan.newId(), wish.item(), wish.quantity(), wish.people(), false));
            var checked = wishes.check(actor, List.of(new Orders.Wish(line.item(), line.quantity(), line.people())));
            if (wish.quantity() < 1 || checked instanceof Wishes.Checked.Bad) {
                return not(actor, wish, checked);
            }
            if (same.isPresent()) {
                queries.change(actor.id(), line);
            } else {
                queries.add(actor.id(), line, clock.instant().truncatedTo(ChronoUnit.MICROS));
            }
            return new Changed.Done(line.id());
        });
    }

    private static long sum(Cart.Line line, Orders.Wish wish) {
        return wish.quantity() > Integer.MAX_VALUE ? wish.quantity() : line.quantity() + wish.quantity();
    }

    /// Also where more than nothing would be left of less than nothing.
    private Changed not(Actor actor, Orders.Wish wish, Wishes.Checked checked) {
        if (checked instanceof Wishes.Checked.Bad(var outcome)) {
            return new Changed.Not(outcome);
        }
        return wishes.check(actor, List.of(wish)) instanceof Wishes.Checked.Bad(var outcome)
                ? new Changed.Not(outcome)
                : not("request.cart.nothing");
    }

    private static Changed not(String key, Object... arguments) {
        return new Changed.Not(new Outcome.Refused(List.of(new Problem("", Message.of(key, arguments)))));
    }

    /// How many of it, and whether now or later.
    Changed change(Actor actor, UUID id, long quantity, boolean later) {
        return transactions.within(() -> {
            queries.hold(actor.id());
            var line = line(actor, id).orElse(null);
            if (line == null) {
                return new Changed.Not(new Outcome.Missing());
            }
            var changed = new Cart.Line(id, line.item(), quantity, line.people(), later);
            boolean put = later && quantity == line.quantity();
            if (!put
                    && wishes.check(actor, List.of(new Orders.Wish(line.item(), quantity, line.people())))
                            instanceof Wishes.Checked.Bad(var outcome)) {
                return new Changed.Not(outcome);
            }
            queries.change(actor.id(), changed);
            return new Changed.Done(id);
        });
    }

    /// @return whether it was there
    boolean remove(Actor actor, UUID id) {
        boolean there = line(actor, id).isPresent();
        queries.remove(actor.id(), List.of(id));
        return there;
    }

    /// Orders everything but what is for later, as one request; the cart is empty then. Two at once order once.
    Outcome order(Actor actor) {
        return transactions.within(() -> {
            var lines = new Cart(queries.held(actor.id())).now();
            if (lines.isEmpty()) {
                return new Outcome.Refused(List.of(Problem.of("request.cart.empty")));
            }
            var outcome = orders.order(
                    actor,
                    lines.stream()
                            .map(it -> new Orders.Wish(it.item(), it.quantity(), it.people()))
                            .toList());
            if (outcome instanceof Outcome.Missing) {
                return new Outcome.Refused(List.of(Problem.of("request.cart.gone")));
            }
            if (outcome instanceof Outcome.Done) {
                queries.remove(actor.id(), lines.stream().map(Cart.Line::id).toList());
            }
            return outcome;
        });
    }
}
