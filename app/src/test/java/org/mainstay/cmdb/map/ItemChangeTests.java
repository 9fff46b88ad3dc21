package org.mainstay.cmdb.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.store.Installation;

/// Near and late weighs most.
class ItemChangeTests {

    private static final Instant MOMENT = Instant.parse("2026-11-28T12:00:00Z");
    private static final Offset<Double> NEARLY = within(1e-9);

    private static ItemChange change(int distance, Duration before) {
        var path = IntStream.rangeClosed(0, distance)
                .mapToObj(it -> new ItemChange.Item(new UUID(0, it), "CI" + it, "item " + it))
                .toList();
        var at = MOMENT.minus(before);
        var entry = new Entry(
                new UUID(1, distance),
                "configuration_item",
                2,
                "save",
                at,
                at,
                Installation.SYSTEM,
                "edit",
                "edit",
                null,
                new UUID(2, 2),
                false,
                null,
                null);
        return new ItemChange(entry, null, path, before);
    }

    @Test
    void aChangeAtTheItemJustBeforeWeighsOne() {
        assertThat(change(0, Duration.ZERO).weight()).isEqualTo(1, NEARLY);
        assertThat(change(0, Duration.ofHours(12)).weight()).isEqualTo(0.5, NEARLY);
        assertThat(change(1, Duration.ZERO).weight()).isEqualTo(0.5, NEARLY);
        assertThat(change(2, Duration.ofHours(24)).weight()).isEqualTo(1.0 / 12, NEARLY);
    }

    @Test
    void changesAreRankedByWeightAndThenTheLatestFirst() {
        var there = change(0, Duration.ofHours(6));
        var longAgo = change(0, Duration.ofHours(47));
        var nextToIt = change(1, Duration.ofMinutes(10));
        var farther = change(3, Duration.ofMinutes(5));
        var asMuch = change(0, Duration.ofHours(12));
        var asMuchLater = change(1, Duration.ZERO);
        assertThat(Stream.of(longAgo, farther, asMuch, nextToIt, there, asMuchLater)
                        .sorted(ItemChange.LIKELIEST))
                .containsExactlyElementsOf(List.of(there, asMuchLater, asMuch, nextToIt, farther, longAgo));
    }
}
