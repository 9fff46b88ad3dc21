package org.mainstay.cmdb.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers by the definitions alone: over maps, trying every item against every relation in every round.
final class BruteForce {

    private final Facts facts;
    private final long at;
    private final Set<Integer> visible;
    private final List<Relation> relations;

    BruteForce(Facts facts, long at, Set<Integer> visible) {
        this.facts = facts;
        this.at = at;
        this.visible = visible;
        this.relations = facts.relations.values().stream()
                .filter(it -> it.validFrom() <= at && at < it.validTo() && sees(it.from()) && sees(it.to()))
                .toList();
    }

    /// Whether an item is reached from those that were reached before.
    @FunctionalInterface
    interface Step {

        boolean reaches(int item, Set<Integer> before);
    }

    boolean sees(int item) {
        var it = facts.items.get(item);
        return it != null && it.validFrom() <= at && at < it.validTo() && visible.contains(it.organisation());
    }

    boolean hit(int item, Set<Integer> failed) {
        return relations.stream()
                .anyMatch(it -> (carriesUp(it) && it.from() == item && failed.contains(it.to()) && tooFew(it, failed))
                        || (carriesDown(it) && it.to() == item && failed.contains(it.from())));
    }

    boolean hitByAnyAlternative(int item, Set<Integer> failed) {
        return relations.stream()
                .anyMatch(it -> (carriesUp(it) && it.from() == item && failed.contains(it.to()))
                        || (carriesDown(it) && it.to() == item && failed.contains(it.from())));
    }

    boolean needed(int item, Set<Integer> by) {
        return relations.stream()
                .anyMatch(it -> (carriesUp(it) && it.to() == item && by.contains(it.from()))
                        || (carriesDown(it) && it.from() == item && by.contains(it.to())));
    }

    boolean beside(int item, Set<Integer> others) {
        return relations.stream()
                .anyMatch(it -> (it.to() == item && others.contains(it.from()))
                        || (it.from() == item && others.contains(it.to())));
    }

    private boolean carriesUp(Relation relation) {
        return Set.of(Failure.UP, Failure.BOTH).contains(facts.failures.get(relation.type()));
    }

    private boolean carriesDown(Relation relation) {
        return Set.of(Failure.DOWN, Failure.BOTH).contains(facts.failures.get(relation.type()));
    }

    private boolean tooFew(Relation relation, Set<Integer> failed) {
        if (relation.group() == 0) {
            return true;
        }
        var alternatives = relations.stream()
                .filter(it ->
                        it.from() == relation.from() && it.type() == relation.type() && it.group() == relation.group())
                .toList();
        int most = alternatives.stream().mapToInt(Relation::needed).max().orElseThrow();
        int needed = Math.min(most, alternatives.size());
        long lost = alternatives.stream().filter(it -> failed.contains(it.to())).count();
        return lost > alternatives.size() - needed;
    }

    /// By item the path to it, nearest first, then by number. Where a round takes several failures, the path leads
    /// through the first of them by number with which it is reached.
    Map<Integer, List<Integer>> walk(int start, int depth, Step step) {
        var paths = new LinkedHashMap<Integer, List<Integer>>();
        paths.put(start, List.of(start));
        var last = new TreeSet<>(Set.of(start));
        for (int distance = 1; distance <= depth && !last.isEmpty(); distance++) {
            var found = new TreeMap<Integer, List<Integer>>();
            for (int item : facts.items.keySet()) {
                if (sees(item) && !paths.containsKey(item) && step.reaches(item, paths.keySet())) {
                    found.put(item, path(item, paths, last, step));
                }
            }
            paths.putAll(found);
            last = new TreeSet<>(found.keySet());
        }
        return paths;
    }

    private static List<Integer> path(int item, Map<Integer, List<Integer>> paths, SortedSet<Integer> last, Step step) {
        var before = new HashSet<>(paths.keySet());
        before.removeAll(last);
        for (int through : last) {
            before.add(through);
            if (step.reaches(item, before)) {
                return Stream.concat(paths.get(through).stream(), Stream.of(item))
                        .toList();
            }
        }
        throw new AssertionError(item + " is not reached from " + last);
    }

    String impact(int start, Direction direction, int depth, int limit) {
        if (!sees(start)) {
            return "none";
        }
        var paths = walk(start, depth, direction == Direction.DEPENDENTS ? this::hit : this::needed);
        paths.remove(start);
        var byClass = new TreeMap<Integer, Integer>();
        paths.keySet().forEach(it -> byClass.merge(facts.items.get(it).itemClass(), 1, Integer::sum));
        boolean related = relations.stream()
                .anyMatch(it -> (carriesUp(it) || carriesDown(it))
                        && it.from() != it.to()
                        && (it.from() == start || it.to() == start));
        return Answers.impact(paths.size(), paths.size() > limit, related, byClass, listed(paths, limit));
    }

    String singlePoints(int start, int limit) {
        if (!sees(start)) {
            return "none";
        }
        var single = walk(start, ServiceGraph.UNBOUNDED, this::needed);
        single.keySet()
                .removeIf(it -> it == start
                        || !walk(it, ServiceGraph.UNBOUNDED, this::hit).containsKey(start));
        return Answers.singlePoints(single.size(), single.size() > limit, listed(single, limit));
    }

    private static List<String> listed(Map<Integer, List<Integer>> paths, int limit) {
        var listed = new ArrayList<String>();
        paths.values().stream().limit(limit).forEach(it -> listed.add(Answers.reached(it)));
        return listed;
    }

    /// How many steps from one to the other, or -1.
    int steps(int from, int to, @Nullable Direction direction) {
        Step step = switch (direction) {
            case DEPENDENTS -> this::hitByAnyAlternative;
            case DEPENDENCIES -> this::needed;
            case null -> this::beside;
        };
        var path = sees(from) && sees(to)
                ? walk(from, ServiceGraph.UNBOUNDED, step).get(to)
                : null;
        return path == null ? -1 : path.size() - 1;
    }

    /// Whether failure takes this relation from one to the other, or null for any relation either way.
    boolean leads(Relation relation, int from, int to, @Nullable Direction direction) {
        boolean up = relation.to() == from && relation.from() == to;
        boolean down = relation.from() == from && relation.to() == to;
        return relations.contains(relation)
                && switch (direction) {
                    case DEPENDENTS -> (carriesUp(relation) && up) || (carriesDown(relation) && down);
                    case DEPENDENCIES -> (carriesUp(relation) && down) || (carriesDown(relation) && up);
                    case null -> up || down;
                };
    }

    /// The numbers of those that hold between some items.
    Set<Integer> between(Set<Integer> items) {
        var numbers = new TreeSet<Integer>();
        relations.stream()
                .filter(it -> items.contains(it.from()) && items.contains(it.to()))
                .forEach(it -> numbers.add(it.number()));
        return numbers;
    }
}
