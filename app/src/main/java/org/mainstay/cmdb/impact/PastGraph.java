package org.mainstay.cmdb.impact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.graph.Direction;
import org.mainstay.cmdb.graph.Failure;
import org.mainstay.cmdb.graph.GraphLoading;
import org.mainstay.cmdb.graph.ServiceGraph;
import org.mainstay.cmdb.impact.GraphQueries.RelationRow;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.kernel.store.BadQuery;

/// The part of the graph that a question about longer ago needs, read from the database step by step.
final class PastGraph {

    /// A question that needs more is refused.
    private static final int MOST = 50_000;

    private final GraphQueries queries;
    private final LiveGraph live;
    private final KnownRelationTypes types;

    PastGraph(GraphQueries queries, LiveGraph live, KnownRelationTypes types) {
        this.queries = queries;
        this.live = live;
        this.types = types;
    }

    /// @param direction which way to go, or null for any relation, either way
    /// @throws BadQuery where that is more than can be read
    ServiceGraph around(UUID item, @Nullable Direction direction, int depth, Instant at) {
        var relations = new LinkedHashMap<Integer, RelationRow>();
        Set<UUID> known = new HashSet<>(Set.of(item));
        Set<UUID> frontier = Set.of(item);
        for (int distance = 0; distance < depth && !frontier.isEmpty(); distance++) {
            var next = new HashSet<UUID>();
            for (var it : queries.relationsOf(frontier, true, at)) {
                relations.put(it.number(), it);
                if (leads(it, direction, true) && known.add(it.to())) {
                    next.add(it.to());
                }
            }
            for (var it : queries.relationsOf(frontier, false, at)) {
                relations.put(it.number(), it);
                if (leads(it, direction, false) && known.add(it.from())) {
                    next.add(it.from());
                }
            }
            bounded(known);
            frontier = next;
        }
        // those that stand in for each other are told by their from
        queries.relationsOf(frontier, true, at).forEach(it -> relations.put(it.number(), it));
        queries.relationsOf(known, true, at).forEach(it -> relations.put(it.number(), it));
        return made(relations, known, at);
    }

    private boolean leads(RelationRow relation, @Nullable Direction direction, boolean fromTo) {
        if (direction == null) {
            return true;
        }
        var failure = types.find(relation.type())
                .map(it -> LiveGraph.failure(it.failure()))
                .orElse(Failure.NONE);
        boolean withFailure = fromTo
                ? failure == Failure.DOWN || failure == Failure.BOTH
                : failure == Failure.UP || failure == Failure.BOTH;
        boolean against = fromTo
                ? failure == Failure.UP || failure == Failure.BOTH
                : failure == Failure.DOWN || failure == Failure.BOTH;
        return direction == Direction.DEPENDENTS ? withFailure : against;
    }

    private static void bounded(Set<UUID> known) {
        if (known.size() > MOST) {
            throw new BadQuery("as_of", "cmdb.graph.too_much_of_the_past", MOST);
        }
    }

    private ServiceGraph made(Map<Integer, RelationRow> relations, Set<UUID> known, Instant at) {
        var ends = new HashSet<>(known);
        relations.values().forEach(it -> {
            ends.add(it.from());
            ends.add(it.to());
        });
        var loading = new GraphLoading(at);
        types.all().forEach(it -> loading.travels(live.relationTypeNumber(it.code()), LiveGraph.failure(it.failure())));
        var numbers = new HashMap<UUID, Integer>();
        queries.items(new ArrayList<>(ends)).forEach(it -> {
            numbers.put(it.id(), it.number());
            loading.add(live.item(it));
        });
        relations.values().forEach(it -> {
            var from = numbers.get(it.from());
            var to = numbers.get(it.to());
            if (from != null && to != null) {
                loading.add(live.relation(it, from, to));
            }
        });
        return loading.finish();
    }
}
