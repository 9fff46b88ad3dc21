package org.mainstay.problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// The causes of a problem as one reader sees them.
final class Board {

    private final RecordStore store;
    private final Exhibits exhibits;

    Board(RecordStore store, Exhibits exhibits) {
        this.store = store;
        this.exhibits = exhibits;
    }

    /// @param exhibits by cause
    /// @param labels of whom and what causes and problem refer to
    record Sight(Snapshot problem, CauseTree tree, Map<UUID, List<Exhibit>> exhibits, Map<UUID, Label> labels) {

        List<Exhibit> evidence(Snapshot cause) {
            return exhibits.getOrDefault(cause.id(), List.of());
        }

        /// How many causes are in the state.
        long count(Cause.State state) {
            return tree.flat().stream()
                    .filter(it -> it.cause().need(CauseType.STATE) == state)
                    .count();
        }

        /// Where it began, as far as that is confirmed.
        List<CauseTree.Node> roots() {
            return tree.flat().stream().filter(CauseTree::root).toList();
        }
    }

    CauseTree tree(Actor actor, Snapshot problem) {
        return CauseTree.of(store.list(
                        actor,
                        CauseType.CAUSE,
                        Query.of(Filter.is(CauseType.PROBLEM, problem.id())).limit(Query.MOST))
                .items());
    }

    Sight of(Actor actor, Snapshot problem) {
        var tree = tree(actor, problem);
        var causes = tree.flat().stream().map(CauseTree.Node::cause).toList();
        var referring = new ArrayList<>(causes);
        referring.add(problem);
        return new Sight(problem, tree, exhibits.of(actor, causes), store.labels(actor, new HashSet<>(referring)));
    }
}
