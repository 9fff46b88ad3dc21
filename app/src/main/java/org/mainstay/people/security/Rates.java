package org.mainstay.people.security;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// How many requests a person or a token may make, on each node.
final class Rates {

    private static final int MANY = 10_000;
    private static final int BURST_SECONDS = 5;

    private final int perSecond;
    private final int burst;
    private final Map<UUID, Bucket> buckets = new ConcurrentHashMap<>();

    /// @param perSecond of persons and of tokens without a rate of their own; 0 for no limit
    /// @param burst how many may come at once
    Rates(int perSecond, int burst) {
        this.perSecond = perSecond;
        this.burst = Math.max(burst, perSecond);
    }

    /// @return zero when the request may be answered, else how long to wait
    Duration wait(SignedIn signedIn) {
        UUID who = signedIn.actor().id();
        int rate = perSecond;
        int most = burst;
        if (signedIn.proof() instanceof SignedIn.Proof.Token token) {
            who = token.id();
            if (token.requestsPerSecond() != null) {
                rate = token.requestsPerSecond();
                most = rate * BURST_SECONDS;
            }
        }
        if (rate == 0) {
            return Duration.ZERO;
        }
        var probe = bucket(who, rate, most).tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(probe.isConsumed() ? 0 : probe.getNanosToWaitForRefill());
    }

    private Bucket bucket(UUID who, int rate, int most) {
        if (buckets.size() >= MANY) {
            buckets.clear();
        }
        return buckets.computeIfAbsent(
                who,
                _ -> Bucket.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(most)
                                .refillGreedy(rate, Duration.ofSeconds(1))
                                .build())
                        .build());
    }
}
