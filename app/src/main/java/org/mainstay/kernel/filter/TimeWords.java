package org.mainstay.kernel.filter;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mainstay.kernel.filter.Filter.Operand;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;

/// Times as people write them: `today`, `today-7d`, `now`, `-7d`, `+3h`, `2026-11-01`, `90min`.
public final class TimeWords {

    private static final Kind.Day DAY = new Kind.Day();
    private static final Kind.Span SPAN = new Kind.Span();
    private static final Map<String, Integer> DAYS = Map.of("today", 0, "yesterday", -1, "tomorrow", 1);
    private static final Map<String, Long> UNITS =
            Map.of("s", 1L, "min", 60L, "h", 3_600L, "d", 86_400L, "w", 7 * 86_400L, "mo", 30 * 86_400L);
    private static final String LENGTH = "(\\d{1,9})(s|min|h|d|w|mo)";
    private static final Pattern RELATIVE = Pattern.compile("([+-])" + LENGTH);
    private static final Pattern SPANS = Pattern.compile("(?:" + LENGTH + "){1,6}");
    private static final Pattern ONE = Pattern.compile(LENGTH);
    private static final Pattern FROM_TODAY = Pattern.compile("today([+-]\\d{1,5})d");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private TimeWords() {}

    /// A time that depends on when it is asked.
    ///
    /// @throws BadValue when it is more than two centuries away
    public static Optional<Operand> operand(String text) {
        var word = text.toLowerCase(Locale.ROOT);
        if (word.equals("now")) {
            return Optional.of(new Operand.FromNow(0));
        }
        if (DAYS.get(word) instanceof Integer days) {
            return Optional.of(new Operand.StartOfDay(days));
        }
        var fromToday = FROM_TODAY.matcher(word);
        if (fromToday.matches()) {
            int days = Integer.parseInt(fromToday.group(1));
            SPAN.parse(Duration.ofDays(days).toString());
            return Optional.of(new Operand.StartOfDay(days));
        }
        var relative = RELATIVE.matcher(word);
        if (relative.matches()) {
            long seconds = bounded(seconds(relative.group(2), relative.group(3)));
            return Optional.of(new Operand.FromNow(relative.group(1).equals("-") ? -seconds : seconds));
        }
        return Optional.empty();
    }

    /// A calendar day, which for a moment means all of it.
    ///
    /// @throws BadValue when there is no such day
    public static Optional<LocalDate> day(String text) {
        return DATE.matcher(text).matches() ? Optional.of(DAY.parse(text)) : Optional.empty();
    }

    /// @throws BadValue for what is neither `1h30min` nor ISO 8601
    static Duration span(String text) {
        var word = text.toLowerCase(Locale.ROOT);
        if (!SPANS.matcher(word).matches()) {
            return SPAN.parse(text);
        }
        long seconds = 0;
        var one = ONE.matcher(word);
        while (one.find()) {
            seconds += bounded(seconds(one.group(1), one.group(2)));
        }
        return Duration.ofSeconds(bounded(seconds));
    }

    private static long seconds(String count, String unit) {
        return Long.parseLong(count) * UNITS.getOrDefault(unit, 1L);
    }

    private static long bounded(long seconds) {
        return SPAN.parse(Duration.ofSeconds(seconds).toString()).toSeconds();
    }

    /// The text that [#operand] reads as this.
    static String text(Operand operand) {
        return switch (operand) {
            case Operand.Me _ -> "me";
            case Operand.MyGroups _ -> "mygroups";
            case Operand.StartOfDay(var days) ->
                switch (days) {
                    case 0 -> "today";
                    case 1 -> "tomorrow";
                    case -1 -> "yesterday";
                    default -> "today%+dd".formatted(days);
                };
            case Operand.FromNow(var seconds) -> seconds == 0 ? "now" : relative(seconds);
        };
    }

    private static String relative(long seconds) {
        if (seconds % 86_400 == 0) {
            return "%+dd".formatted(seconds / 86_400);
        }
        if (seconds % 3_600 == 0) {
            return "%+dh".formatted(seconds / 3_600);
        }
        return seconds % 60 == 0 ? "%+dmin".formatted(seconds / 60) : "%+ds".formatted(seconds);
    }
}
