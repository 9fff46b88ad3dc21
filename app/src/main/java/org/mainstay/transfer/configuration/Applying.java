package org.mainstay.transfer.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.definition.Definitions;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.transfer.configuration.Report.Item;
import org.mainstay.transfer.configuration.Report.Outcome;

/// Makes the configuration what a text says, through the ordinary door: whole or not at all, but for custom
/// fields and options, which are committed first, because the values of others rest upon them. A dry run does
/// the same and takes it back.
final class Applying {

    private final Scope scope;
    private final Reading reading;
    private final References references;
    private final Taking taking;
    private final Definitions definitions;
    private final Transactions transactions;
    private final RunQueries runs;

    Applying(
            Scope scope,
            Reading reading,
            References references,
            Taking taking,
            Definitions definitions,
            Transactions transactions,
            RunQueries runs) {
        this.scope = scope;
        this.reading = reading;
        this.references = references;
        this.taking = taking;
        this.definitions = definitions;
        this.transactions = transactions;
        this.runs = runs;
    }

    /// What became of the wish to apply a text.
    sealed interface Answer {

        /// What was done; or would have been, where anything was refused.
        record Tried(Report report) implements Answer {}

        /// The configuration is another than the one that somebody saw; nothing was done.
        ///
        /// @param now what would be done to this one
        record Moved(Report now) implements Answer {}

        /// Somebody applies or takes back just now; nothing was done.
        record Busy() implements Answer {}
    }

    /// @param deleting whether records go that the text does not have, of types that it has
    Report preview(Actor actor, Document given, boolean deleting) {
        var standing = reading.read(actor);
        return preview(actor, new Wanted(scope, references, actor, given, standing), standing, deleting);
    }

    private Report preview(Actor actor, Wanted wanted, Standing standing, boolean deleting) {
        var session = taking.begin(actor, wanted, standing, Plan.newId());
        var items = transactions.undone(() -> {
            var done = new ArrayList<>(session.put(true));
            return definitions.trying(() -> {
                done.addAll(session.put(false));
                done.addAll(session.remove(deleting));
                return done;
            });
        });
        return report(null, standing, wanted, items);
    }

    /// Nothing is done where anything would be refused.
    ///
    /// @param seen whether the configuration with this mark is the one that somebody saw
    Answer apply(Actor actor, Document given, boolean deleting, Predicate<String> seen) {
        return runs.alone(() -> once(actor, given, deleting, seen)).orElseGet(Answer.Busy::new);
    }

    private Answer once(Actor actor, Document given, boolean deleting, Predicate<String> seen) {
        var standing = reading.read(actor);
        var wanted = new Wanted(scope, references, actor, given, standing);
        var expected = preview(actor, wanted, standing, deleting);
        if (!seen.test(expected.mark())) {
            return new Answer.Moved(expected);
        }
        if (expected.nothing() || !expected.faults().isEmpty()) {
            return new Answer.Tried(expected);
        }
        var operation = Plan.newId();
        var session = taking.begin(actor, wanted, standing, operation);
        var items = new ArrayList<Item>();
        try {
            items.addAll(transactions.within(() -> kept(actor, operation, List.of(), session.put(true))));
            // from here on the values of what was defined can be read
            items.addAll(transactions.within(() -> {
                var rest = new ArrayList<>(session.put(false));
                rest.addAll(session.remove(deleting));
                return kept(actor, operation, items, rest);
            }));
        } catch (Stopped e) {
            items.addAll(e.items);
        }
        return new Answer.Tried(report(operation, standing, wanted, items));
    }

    /// @throws Stopped where something was refused after all
    private List<Item> kept(Actor actor, UUID operation, List<Item> before, List<Item> items) {
        if (items.stream().anyMatch(it -> it.outcome() == Outcome.REFUSED)) {
            throw new Stopped(items);
        }
        var all = new ArrayList<>(before);
        all.addAll(items);
        runs.put(operation, actor.id(), new Report(operation, "", all, List.of()));
        return items;
    }

    private static Report report(@Nullable UUID operation, Standing standing, Wanted wanted, List<Item> items) {
        var sorted = items.stream()
                .sorted(Comparator.comparing(Item::type).thenComparing(Item::name))
                .toList();
        return new Report(operation, Standing.mark(standing.text()), sorted, wanted.unknownTypes());
    }

    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Item> items;

        Stopped(List<Item> items) {
            super("stopped", null, false, false);
            this.items = List.copyOf(items);
        }
    }
}
