package org.mainstay.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Lookup;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;

/// The causes of one problem, each below what it explains. Holds whatever it is given: causes whose parent is gone, or
/// who came to explain each other, stand at the top.
final class CauseTree {

    /// Of one problem.
    static final int MOST = 200;

    /// So many times "why" is asked below each other.
    static final int DEEPEST = 12;

    private static final Comparator<Snapshot> ORDER =
            Comparator.comparing((Snapshot it) -> it.need(CauseType.POSITION)).thenComparing(Snapshot::number);

    private final Map<UUID, Snapshot> causes = new LinkedHashMap<>();

    private CauseTree(Collection<Snapshot> all) {
        all.stream().sorted(ORDER).forEach(it -> causes.put(it.id(), it));
    }

    /// @param outline its place, such as `1.2`
    /// @param depth from 1
    record Node(Snapshot cause, String outline, int depth, List<Node> below) {}

    static CauseTree of(Collection<Snapshot> all) {
        return new CauseTree(all);
    }

    /// As it will be, where the same plan has come before.
    static CauseTree of(Lookup lookup, UUID problem) {
        return of(lookup.having(CauseType.CAUSE, new Values().set(CauseType.PROBLEM, problem), 2 * MOST));
    }

    int size() {
        return causes.size();
    }

    Optional<Snapshot> get(UUID id) {
        return Optional.ofNullable(causes.get(id));
    }

    /// Those that explain it, in their order.
    ///
    /// @param parent null for the problem itself
    List<Snapshot> below(@Nullable UUID parent) {
        return causes.values().stream()
                .filter(it -> Objects.equals(it.get(CauseType.PARENT), parent))
                .toList();
    }

    /// The cause itself, what it explains, and so on; ends where it would begin anew.
    List<Snapshot> upwards(@Nullable UUID from) {
        var way = new LinkedHashMap<UUID, Snapshot>();
        var at = from == null ? null : causes.get(from);
        while (at != null && way.putIfAbsent(at.id(), at) == null) {
            var above = at.get(CauseType.PARENT);
            at = above == null ? null : causes.get(above);
        }
        return List.copyOf(way.values());
    }

    /// How many levels begin with the cause; 1 where nothing is below it.
    int height(UUID of) {
        return height(of, new HashSet<>());
    }

    private int height(UUID of, Set<UUID> seen) {
        if (!seen.add(of)) {
            return 0;
        }
        return 1
                + below(of).stream().mapToInt(it -> height(it.id(), seen)).max().orElse(0);
    }

    /// What stands at the top, with everything below.
    List<Node> nodes() {
        var placed = new HashSet<UUID>();
        var tops = new ArrayList<Snapshot>(causes.values().stream()
                .filter(it -> top(it.get(CauseType.PARENT)))
                .toList());
        var nodes = new ArrayList<>(nodes(tops, "", 1, placed));
        while (placed.size() < causes.size()) {
            var one = causes.values().stream()
                    .filter(it -> !placed.contains(it.id()))
                    .findFirst()
                    .orElseThrow();
            nodes.add(node(one, Integer.toString(nodes.size() + 1), 1, placed));
        }
        return nodes;
    }

    private boolean top(@Nullable UUID parent) {
        return parent == null || !causes.containsKey(parent);
    }

    private List<Node> nodes(List<Snapshot> siblings, String above, int depth, Set<UUID> placed) {
        var nodes = new ArrayList<Node>();
        for (var one : siblings) {
            if (!placed.contains(one.id())) {
                nodes.add(node(one, above + (nodes.size() + 1), depth, placed));
            }
        }
        return nodes;
    }

    private Node node(Snapshot cause, String outline, int depth, Set<UUID> placed) {
        placed.add(cause.id());
        return new Node(cause, outline, depth, nodes(below(cause.id()), outline + ".", depth + 1, placed));
    }

    /// All of them as a reader meets them, from above and from the left.
    List<Node> flat() {
        var flat = new ArrayList<Node>();
        nodes().forEach(it -> add(it, flat));
        return flat;
    }

    private static void add(Node node, List<Node> flat) {
        flat.add(node);
        node.below().forEach(it -> add(it, flat));
    }

    /// Whether it is confirmed and nothing below it is: as far as anybody knows, it begins with this one.
    static boolean root(Node node) {
        return confirmed(node) && node.below().stream().noneMatch(CauseTree::anyConfirmed);
    }

    private static boolean anyConfirmed(Node node) {
        return confirmed(node) || node.below().stream().anyMatch(CauseTree::anyConfirmed);
    }

    private static boolean confirmed(Node node) {
        return node.cause().need(CauseType.STATE) == Cause.State.CONFIRMED;
    }
}
