package org.mainstay.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;

/// A window that comes again by a rule of RFC 5545 (`FREQ=WEEKLY;BYDAY=SA`), on the wall clock of a zone: one from
/// 22:00
/// to 06:00 has these hours in the night the clock is changed, too. A time that the clock leaves out is that much
/// later.
/// Days are the smallest step.
public final class RecurringWindow {

    /// Longest one, in characters.
    public static final int LONGEST = 200;

    private static final Set<String> STEPS = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    private static final Set<String> PARTS =
            Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final int MOST = 1_000;

    private final LocalDateTime start;
    private final Duration length;
    private final @Nullable Recur<LocalDateTime> rule;
    private final ZoneId zone;

    private RecurringWindow(Window first, @Nullable Recur<LocalDateTime> rule, ZoneId zone) {
        this.start = LocalDateTime.ofInstant(first.from(), zone);
        this.length = Duration.between(start, LocalDateTime.ofInstant(first.to(), zone));
        this.rule = rule;
        this.zone = zone;
    }

    /// @param first the earliest; it need not fit the rule and comes in any case
    /// @param rule null for a window that comes once
    /// @throws BadValue for a rule that cannot be read, with steps shorter than days, or with more than 1,000 times
    public static RecurringWindow of(Window first, @Nullable String rule, ZoneId zone) {
        return new RecurringWindow(first, rule == null ? null : read(rule, zone), zone);
    }

    private static Recur<LocalDateTime> read(String rule, ZoneId zone) {
        var text = rule.strip().toUpperCase(Locale.ROOT);
        var parts = Stream.of(text.split(";", -1))
                .map(it -> it.split("=", 2))
                .collect(Collectors.groupingBy(
                        it -> it[0], Collectors.mapping(it -> it[it.length - 1], Collectors.toList())));
        for (var part : parts.entrySet()) {
            if (!PARTS.contains(part.getKey()) || part.getValue().size() > 1) {
                throw new BadValue("calendar.rule.part", part.getKey());
            }
        }
        if (!STEPS.contains(parts.getOrDefault("FREQ", List.of("")).getFirst())) {
            throw new BadValue("calendar.rule.step");
        }
        for (var part : List.of("INTERVAL", "COUNT")) {
            parts.getOrDefault(part, List.of()).forEach(new Kind.Whole(1, MOST)::parse);
        }
        try {
            return new Recur<>(until(text, zone));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadValue("calendar.rule.unreadable", rule);
        }
    }

    /// The library compares wall clocks: an end in UTC or a day without time becomes one of the zone's.
    private static String until(String text, ZoneId zone) {
        var end = new Recur<Temporal>(text).getUntil();
        LocalDateTime local = switch (end) {
            case null -> null;
            case LocalDate day -> day.atTime(LocalTime.MAX.withNano(0));
            case LocalDateTime time -> time;
            case Instant instant -> LocalDateTime.ofInstant(instant, zone);
            default -> LocalDateTime.ofInstant(Instant.from(end), zone);
        };
        if (local == null) {
            return text;
        }
        var written = WRITTEN.format(local);
        return text.replaceFirst("UNTIL=[^;]*", "UNTIL=" + written);
    }

    /// Those that overlap the given window, in order, at most 1,000.
    public List<Window> within(Window window) {
        var found = new ArrayList<Window>();
        add(start, window, found);
        if (rule != null) {
            var from =
                    LocalDateTime.ofInstant(window.from(), zone).minus(length).minusDays(1);
            var to = LocalDateTime.ofInstant(window.to(), zone).plusDays(1);
            if (to.isAfter(start)) {
                for (var next : rule.getDates(start, from.isBefore(start) ? start : from, to, MOST)) {
                    if (next.isAfter(start)) {
                        add(next, window, found);
                    }
                }
            }
        }
        return found;
    }

    private void add(LocalDateTime begin, Window within, List<Window> found) {
        var from = begin.atZone(zone).toInstant();
        var to = begin.plus(length).atZone(zone).toInstant();
        if (from.isBefore(to)) {
            var window = new Window(from, to);
            if (window.overlaps(within)) {
                found.add(window);
            }
        }
    }
}
