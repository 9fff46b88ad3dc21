package org.mainstay.reporting;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.mainstay.kernel.record.Actor;

/// Keeps what tiles came to for a moment, for each reader by themselves, and asks once for those who ask at the
/// same time.
final class TileCache {

    private static final int MANY = 2_000;

    private final long kept;
    private final LongSupplier nanos;
    private final Map<Key, Kept> byKey = new ConcurrentHashMap<>();

    /// @param kept how long
    /// @param nanos a clock that only goes forward
    TileCache(Duration kept, LongSupplier nanos) {
        this.kept = kept.toNanos();
        this.nanos = nanos;
    }

    private record Key(UUID actor, ZoneId zone, UUID tile, long version) {}

    private record Kept(CompletableFuture<TileAnswer> result, long since) {}

    TileAnswer of(Tile tile, Actor actor, Supplier<TileAnswer> ask) {
        var key = new Key(actor.id(), actor.zone(), tile.id(), tile.version());
        long now = nanos.getAsLong();
        var own = new Kept(new CompletableFuture<>(), now);
        var found = byKey.compute(
                key, (_, known) -> known == null || now - known.since >= kept || failed(known) ? own : known);
        if (found.equals(own)) {
            answer(own.result, ask);
            if (byKey.size() > MANY) {
                byKey.values().removeIf(it -> now - it.since >= kept);
            }
        }
        try {
            return found.result.join();
        } catch (CompletionException e) {
            // whoever asked first was told why; this one finds out by asking again
            return ask.get();
        }
    }

    private static boolean failed(Kept known) {
        return known.result.isCompletedExceptionally()
                || (known.result.isDone() && known.result.join().result() instanceof TileResult.Busy);
    }

    private static void answer(CompletableFuture<TileAnswer> result, Supplier<TileAnswer> ask) {
        try {
            result.complete(ask.get());
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
            throw e;
        }
    }
}
