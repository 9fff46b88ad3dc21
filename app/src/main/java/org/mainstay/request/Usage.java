package org.mainstay.request;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a catalogue item is used, as far as whoever asks is told. What each figure means is written beside it on the
/// pages and in the description of the API.
///
/// @param month ordered in the last 30 days; `quarter` 90, `year` 365
/// @param cancelled of what was ordered in the last 365 days
record Usage(
        UUID item,
        Volume month,
        Volume quarter,
        Volume year,
        long cancelled,
        Carts carts,
        Delivery delivery,
        Decisions decisions,
        Ratings ratings) {

    /// @param before in as long a time before that
    record Volume(long ordered, long before) {}

    /// What became of lines in carts in the last 365 days.
    record Carts(long ordered, long removed, long expired) {

        long lines() {
            return ordered + removed + expired;
        }

        @Nullable
        Double abandoned() {
            return share(removed + expired, lines());
        }
    }

    /// From the order to the delivery, of what was delivered in the last 365 days.
    ///
    /// @param most within which four of five were delivered
    record Delivery(
            long cases, @Nullable Duration median, @Nullable Duration most) {}

    /// How approvals ended of what was ordered in the last 365 days.
    record Decisions(long decided, long rejected) {

        @Nullable
        Double refused() {
            return share(rejected, decided);
        }
    }

    /// Of the last 365 days.
    record Ratings(long count, @Nullable Double mean) {}

    @Nullable
    Double cancelRate() {
        return share(cancelled, year.ordered());
    }

    /// Null of nothing.
    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
