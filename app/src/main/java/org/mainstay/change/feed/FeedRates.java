package org.mainstay.change.feed;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How often a feed may be read, and how often an address may ask for feeds that there are not, on each node.
final class FeedRates {

    private static final int MANY = 10_000;
    private static final int BURST = 60;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /// @return zero when it may, else how long to wait
    Duration wait(String who) {
        var probe = bucket(who).tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(probe.isConsumed() ? 0 : probe.getNanosToWaitForRefill());
    }

    /// The same without counting it.
    Duration ahead(String who) {
        var probe = bucket(who).estimateAbilityToConsume(1);
        return Duration.ofNanos(probe.canBeConsumed() ? 0 : probe.getNanosToWaitForRefill());
    }

    private Bucket bucket(String who) {
        if (buckets.size() >= MANY) {
            buckets.clear();
        }
        return buckets.computeIfAbsent(
                who,
                _ -> Bucket.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(BURST)
                                .refillGreedy(1, Duration.ofSeconds(1))
                                .build())
                        .build());
    }
}
