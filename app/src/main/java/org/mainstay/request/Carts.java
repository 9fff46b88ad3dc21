package org.mainstay.request;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
    private final UsageQueries usage;
    private final Wishes wishes;
    private final Orders orders;
    private final Transactions transactions;
    private final Clock clock;

    Carts(
            CartQueries queries,
            UsageQueries usage,
            Wishes wishes,
            Orders orders,
            Transactions transactions,
            Clock clock) {
        this.queries = queries;
        this.usage = usage;
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

    /// Adds what could be ordered; what is there already for the same people with the same answers becomes more.
    Changed add(Actor actor, Orders.Wish wish) {
        return added(actor, wish, true);
    }

    /// The same of what was ordered before: answers that do not fit any more are asked for in the cart.
    Changed again(Actor actor, Orders.Wish wish) {
        return added(actor, wish, false);
    }

    private Changed added(Actor actor, Orders.Wish wish, boolean whole) {
        return transactions.within(() -> {
            queries.hold(actor.id());
            var unbundled = wishes.unbundled(actor, wish);
            if (unbundled.isPresent()) {
                return switch (unbundled.get()) {
                    case Wishes.Unbundled.Good(var parts) -> put(actor, parts);
                    case Wishes.Unbundled.Bad(var outcome) -> new Changed.Not(outcome);
                };
            }
            return switch (whole ? wishes.check(actor, List.of(wish)) : wishes.allowed(actor, wish)) {
                case Wishes.Checked.Good(var granted) -> put(actor, wish, answers(granted.getFirst(), wish));
                case Wishes.Checked.Bad(var outcome) -> new Changed.Not(outcome);
            };
        });
    }

    /// What a bundle chose: a line each, whose answers are looked at when they are ordered.
    private Changed put(Actor actor, List<Orders.Wish> parts) {
        int there = queries.lines(actor.id()).size();
        if (there + parts.size() > MOST_LINES) {
            return not("request.cart.full", MOST_LINES);
        }
        var lines = new ArrayList<Cart.Line>();
        for (var part : parts) {
            if (wishes.allowed(actor, part) instanceof Wishes.Checked.Bad(var outcome)) {
                return new Changed.Not(outcome);
            }
            var answers = part.answers().toString();
            lines.add(new Cart.Line(
                    Plan.newId(), part.item(), part.quantity(), part.people(), false, answers, part.bundled()));
        }
        var at = now();
        lines.forEach(it -> queries.add(actor.id(), it, at));
        return new Changed.Done(lines.getFirst().id());
    }

    /// As they were understood, or as they are where nobody has looked at them.
    private static String answers(Wishes.Granted granted, Orders.Wish wish) {
        var answered = granted.answered();
        return (answered == null ? wish.answers() : answered.again()).toString();
    }

    private Changed put(Actor actor, Orders.Wish wish, String answers) {
        var lines = queries.lines(actor.id());
        var same = lines.stream()
                .filter(it -> !it.later() && CartQueries.same(it, wish.item(), wish.people(), answers))
                .findFirst();
        if (same.isPresent()) {
            var line = same.get();
            return changed(actor, line.with(line.quantity() + wish.quantity(), line.people(), false, answers));
        }
        if (lines.size() >= MOST_LINES) {
            return not("request.cart.full", MOST_LINES);
        }
        var line = new Cart.Line(Plan.newId(), wish.item(), wish.quantity(), wish.people(), false, answers, null);
        queries.add(actor.id(), line, now());
        return new Changed.Done(line.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// Whatever the answers, which are looked at when it is ordered.
    private Changed changed(Actor actor, Cart.Line line) {
        if (wishes.allowed(actor, line.wish("")) instanceof Wishes.Checked.Bad(var outcome)) {
            return new Changed.Not(outcome);
        }
        queries.change(actor.id(), line, now());
        return new Changed.Done(line.id());
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
            var changed = line.with(quantity, line.people(), later, line.answers());
            if (later && quantity == line.quantity()) {
                queries.change(actor.id(), changed, now());
                return new Changed.Done(id);
            }
            return changed(actor, changed);
        });
    }

    /// All of a line but its item.
    Changed replace(Actor actor, UUID id, boolean later, Orders.Wish wish) {
        return transactions.within(() -> {
            queries.hold(actor.id());
            var line =
                    line(actor, id).filter(it -> it.item().equals(wish.item())).orElse(null);
            if (line == null) {
                return new Changed.Not(new Outcome.Missing());
            }
            return switch (wishes.check(actor, List.of(wish.by(line.bundled())))) {
                case Wishes.Checked.Good(var granted) -> {
                    var answers = answers(granted.getFirst(), wish);
                    queries.change(actor.id(), line.with(wish.quantity(), wish.people(), later, answers), now());
                    yield new Changed.Done(id);
                }
                case Wishes.Checked.Bad(var outcome) -> new Changed.Not(outcome);
            };
        });
    }

    /// @return whether it was there
    boolean remove(Actor actor, UUID id) {
        return transactions.within(() -> {
            var gone = queries.remove(actor.id(), List.of(id));
            usage.note(
                    gone, actor.organisation(), UsageQueries.Fate.REMOVED, LocalDate.ofInstant(now(), ZoneOffset.UTC));
            return !gone.isEmpty();
        });
    }

    /// Orders everything but what is for later, as one request; the cart is empty then. Two at once order once.
    Outcome order(Actor actor) {
        return transactions.within(() -> {
            var lines = new Cart(queries.held(actor.id())).now();
            if (lines.isEmpty()) {
                return new Outcome.Refused(List.of(Problem.of("request.cart.empty")));
            }
            var wanted = new ArrayList<Orders.Wish>();
            lines.forEach(it -> wanted.add(it.wish("/items/" + wanted.size())));
            var outcome = orders.order(actor, wanted);
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
