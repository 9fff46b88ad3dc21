package org.mainstay.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainstay.kernel.record.BadValue;

/// Windows that come again against days gone through one by one, where clocks are changed and where they are not.
class RecurringWindowTests {

    private static final long SEED = Long.getLong("mainstay.seed", System.nanoTime());
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("UTC"));

    private record Rule(String text, Predicate<LocalDate> on) {}

    private static Rule rule(Random random, LocalDate first) {
        var day = DayOfWeek.of(1 + random.nextInt(7));
        var two = day.name().substring(0, 2);
        int every = 1 + random.nextInt(4);
        return switch (random.nextInt(6)) {
            case 0 ->
                new Rule("FREQ=DAILY;INTERVAL=" + every, it -> (it.toEpochDay() - first.toEpochDay()) % every == 0);
            case 1 -> new Rule("FREQ=WEEKLY;BYDAY=" + two, it -> it.getDayOfWeek() == day);
            case 2 -> new Rule("freq=monthly;byday=1" + two, it -> it.getDayOfWeek() == day && it.getDayOfMonth() <= 7);
            case 3 ->
                new Rule(
                        "FREQ=MONTHLY;BYDAY=-1" + two,
                        it -> it.getDayOfWeek() == day && it.getDayOfMonth() > it.lengthOfMonth() - 7);
            case 4 -> new Rule("FREQ=MONTHLY;BYMONTHDAY=31", it -> it.getDayOfMonth() == 31);
            default ->
                new Rule(
                        "FREQ=DAILY;UNTIL=" + first.plusDays(20).toString().replace("-", ""),
                        it -> !it.isAfter(first.plusDays(20)));
        };
    }

    @Test
    void theyComeOnTheDaysAndAtTheHoursOfTheWallClock() {
        for (int i = 0; i < 2_000; i++) {
            var random = new Random(SEED + i);
            var zone = ZONES.get(random.nextInt(ZONES.size()));
            var first = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400));
            var from = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
            int days = random.nextInt(2);
            var to = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
            var begin = LocalDateTime.of(first, from);
            var end = LocalDateTime.of(first.plusDays(days), to);
            if (!begin.atZone(zone).isBefore(end.atZone(zone)) || gap(zone, begin) || gap(zone, end)) {
                continue;
            }
            var rule = rule(random, first);
            var looked = new Window(
                    instant(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(500)), zone),
                    instant(LocalDate.of(2027, 6, 1), zone));
            var expected = new ArrayList<Window>();
            for (var day = first; day.isBefore(LocalDate.of(2027, 6, 3)); day = day.plusDays(1)) {
                if (day.equals(first) || rule.on.test(day)) {
                    var window = new Window(
                            LocalDateTime.of(day, from).atZone(zone).toInstant(),
                            LocalDateTime.of(day.plusDays(days), to)
                                    .atZone(zone)
                                    .toInstant());
                    if (window.overlaps(looked)) {
                        expected.add(window);
                    }
                }
            }
            var firstOne =
                    new Window(begin.atZone(zone).toInstant(), end.atZone(zone).toInstant());
            assertThat(RecurringWindow.of(firstOne, rule.text, zone).within(looked))
                    .as("-Dmainstay.seed=%s %s %s from %s to %s", SEED + i, zone, rule.text, begin, end)
                    .isEqualTo(expected);
        }
    }

    /// A first time that no clock showed is another one.
    private static boolean gap(ZoneId zone, LocalDateTime time) {
        return zone.getRules().getValidOffsets(time).size() != 1;
    }

    private static Instant instant(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    @Test
    void anEndInUtcIsTheZones() {
        var berlin = ZoneId.of("Europe/Berlin");
        var first = new Window(Instant.parse("2026-11-30T21:00:00Z"), Instant.parse("2026-11-30T23:00:00Z"));
        assertThat(RecurringWindow.of(first, "FREQ=DAILY;UNTIL=20261202T210000Z", berlin)
                        .within(new Window(
                                Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"))))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "weekly",
                "FREQ=SECONDLY",
                "FREQ=HOURLY",
                "FREQ=DAILY;FREQ=WEEKLY",
                "FREQ=DAILY;BYHOUR=1,2,3",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=DAILY;COUNT=1000000000",
                "FREQ=DAILY;INTERVAL=-1",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;UNTIL=tomorrow",
                "FREQ=DAILY;X=1",
                "BYDAY=MO"
            })
    void whatCannotBeFollowedIsRefused(String rule) {
        var first = new Window(Instant.parse("2026-11-30T21:00:00Z"), Instant.parse("2026-11-30T23:00:00Z"));
        assertThatThrownBy(() -> RecurringWindow.of(first, rule, ZoneId.of("UTC")))
                .isInstanceOf(BadValue.class);
    }

    @Test
    void whatIsLeftOfAWindow() {
        var day = window(0, 24);
        assertThat(day.without(List.of(window(20, 30), window(3, 5), window(4, 6), window(6, 7))))
                .containsExactly(window(0, 3), window(7, 20));
        assertThat(day.without(List.of(window(-5, 30)))).isEmpty();
        assertThat(day.without(List.of(window(24, 30), window(-3, 0)))).containsExactly(day);
        assertThat(Window.merged(List.of(window(3, 5), window(0, 1), window(1, 3))))
                .containsExactly(window(0, 5));
    }

    private static Window window(int from, int to) {
        var begin = Instant.parse("2026-11-30T00:00:00Z");
        return new Window(begin.plusSeconds(3600L * from), begin.plusSeconds(3600L * to));
    }
}
