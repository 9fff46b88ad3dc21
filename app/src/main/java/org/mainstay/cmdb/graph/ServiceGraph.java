package org.mainstay.cmdb.graph;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All items and relations, for questions that must be answered at once. A question about an item that does not exist
/// then, or is not visible, has no answer.
///
/// For any number of threads: those who ask share a lock that those who change hold alone. A change takes
/// microseconds and most walks take less than a millisecond, so neither waits long, every answer is of one state, and
/// nothing is kept twice, as copies for readers would be.
public final class ServiceGraph {

    /// As a depth: as far as it goes.
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    public static final int LARGEST_LIMIT = 10_000;

    private final Store store;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Scratches scratches = new Scratches();

    /// An empty graph; see [GraphLoading] for a full one.
    ///
    /// @param loaded now; questions about later instants are answered fastest
    public ServiceGraph(Instant loaded) {
        this(new Store(Moment.of(loaded)));
    }

    ServiceGraph(Store store) {
        this.store = store;
    }

    /// Says how failure travels along relations of a type: not at all before this was said. May come after relations of
    /// the type, but takes them all again then.
    public void travels(int type, Failure failure) {
        change(() -> store.travels(type, failure));
    }

    /// Adds the item, or replaces the one of its number.
    public void put(Item item) {
        change(() -> store.put(item));
    }

    /// Adds the relation, or replaces the one of its number.
    public void put(Relation relation) {
        change(() -> store.put(relation));
    }

    /// Its relations stay, without effect until it is there again.
    public void removeItem(int number) {
        change(() -> store.items.remove(number));
    }

    public void removeRelation(int number) {
        change(() -> store.removeRelation(number));
    }

    /// Makes changes that nobody sees one without the other.
    public void change(Runnable changes) {
        lock.writeLock().lock();
        try {
            changes.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    public Optional<Item> item(int number) {
        return reading(() -> Optional.ofNullable(store.items.find(number)));
    }

    public Optional<Relation> relation(int number) {
        return reading(() -> Optional.ofNullable(store.relations.find(number)));
    }

    public int items() {
        return reading(store.items::count);
    }

    public int relations() {
        return reading(store.relations::count);
    }

    /// What is hit if the item fails, or what it needs. An item is hit in the round after the last failure it takes:
    /// of relations that stand in for each other too few must be left. What it needs includes all of them.
    ///
    /// @param depth rounds, or [#UNBOUNDED]
    /// @param limit of the items listed, at most [#LARGEST_LIMIT]
    public Optional<Impact> impact(int item, Direction direction, int depth, int limit, View view) {
        checkDepth(depth);
        checkLimit(limit);
        return ask(item, view, (sight, lent) -> Impact.of(sight, lent.one(), item, direction, depth, limit));
    }

    /// Which of the others stand so to the item, however far away. One walk, however many they are.
    ///
    /// @param others any numbers; those of no item are left out, and so is the item itself
    /// @return empty for an item that is not there, too
    public Set<Integer> among(Collection<Integer> others, Reach reach, int item, View view) {
        return ask(item, view, (sight, lent) -> {
                    var walk = reach.walk(sight, lent.one(), item);
                    while (walk.round()) {
                        // until nothing more is reached
                    }
                    var found = new HashSet<Integer>();
                    for (int other : others) {
                        if (other != item && sight.knows(other) && walk.has(other)) {
                            found.add(other);
                        }
                    }
                    return found;
                })
                .map(Collections::unmodifiableSet)
                .orElse(Set.of());
    }

    /// A shortest way from one item to another, or none.
    ///
    /// @param direction the way that failure takes or the opposite one, alternatives aside; null for any relation,
    ///     either way
    public Optional<Path> path(int from, int to, @Nullable Direction direction, View view) {
        return ask(
                        from,
                        view,
                        (sight, lent) -> sight.knows(to)
                                ? new PathSearch(sight, lent.one(), lent.other(), from, to, direction).search()
                                : Optional.<Path>empty())
                .flatMap(Function.identity());
    }

    /// What surrounds the item, by whatever relation.
    ///
    /// @param limit of its neighbours, at most [#LARGEST_LIMIT]
    public Optional<Neighbourhood> neighbours(int item, int depth, int limit, View view) {
        checkDepth(depth);
        checkLimit(limit);
        return ask(item, view, (sight, lent) -> Neighbourhood.of(sight, lent.one(), item, depth, limit));
    }

    /// What the item needs and has no alternative to.
    ///
    /// @param limit of the items listed, at most [#LARGEST_LIMIT]
    public Optional<SinglePoints> singlePoints(int item, int limit, View view) {
        checkLimit(limit);
        return ask(
                item,
                view,
                (sight, lent) -> new SinglePointSearch(sight, lent.one(), lent.other(), item).search(limit));
    }

    /// What came and went around the item, which must exist at one of the instants.
    ///
    /// @param limit of the neighbours at each instant, at most [#LARGEST_LIMIT]
    public Optional<Difference> difference(
            int item, int depth, int limit, Instant before, Instant after, Organisations visible) {
        checkDepth(depth);
        checkLimit(limit);
        return reading(() -> {
            var then = new Sight(store, new View(before, visible));
            var now = new Sight(store, new View(after, visible));
            if (!then.knows(item) && !now.knows(item)) {
                return Optional.empty();
            }
            return Optional.of(scratches.lend(lent -> Difference.of(then, now, lent.one(), item, depth, limit)));
        });
    }

    @FunctionalInterface
    private interface Question<T> {

        T answer(Sight sight, Scratches.Pair lent);
    }

    private <T> Optional<T> ask(int item, View view, Question<T> question) {
        return reading(() -> {
            var sight = new Sight(store, view);
            if (!sight.knows(item)) {
                return Optional.empty();
            }
            return Optional.of(scratches.lend(lent -> question.answer(sight, lent)));
        });
    }

    private <T> T reading(Supplier<T> reader) {
        lock.readLock().lock();
        try {
            return reader.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private static void checkDepth(int depth) {
        Item.check("depth", depth, 0, UNBOUNDED);
    }

    private static void checkLimit(int limit) {
        Item.check("limit", limit, 1, LARGEST_LIMIT);
    }
}
