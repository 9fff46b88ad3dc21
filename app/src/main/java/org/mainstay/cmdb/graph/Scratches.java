package org.mainstay.cmdb.graph;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// Lends readers their memory. No more walk at once than there are processors: more would only take more memory.
final class Scratches {

    private final Semaphore free = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final Deque<Pair> pairs = new ConcurrentLinkedDeque<>();

    /// The other is for questions that walk twice.
    record Pair(Scratch one, Scratch other) {}

    <T> T lend(Function<Pair, T> reader) {
        free.acquireUninterruptibly();
        try {
            var lent = pairs.poll();
            var pair = lent == null ? new Pair(new Scratch(), new Scratch()) : lent;
            var answer = reader.apply(pair);
            pairs.push(pair);
            return answer;
        } finally {
            free.release();
        }
    }
}
