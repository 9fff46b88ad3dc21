package org.mainstay.cmdb.discovery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers, days and moments as agents write them. Null where a text is none that can be true.
final class Readings {

    private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,18})(?:\\.\\d{1,30})?\\s*([a-zA-Z]{0,5})");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?: .*)?");
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4})-(\\d{1,2})-(\\d{1,2})[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?");

    /// Before it there was no agent, and clocks that were never set stand earlier.
    private static final int FIRST_YEAR = 1980;

    private static final int LAST_YEAR = 2100;

    private Readings() {}

    /// A whole number, what comes after its point left out.
    static @Nullable Long whole(String text) {
        var match = NUMBER.matcher(text);
        return match.matches() ? Long.valueOf(match.group(1)) : null;
    }

    /// An amount in megabytes, which is what a number without a unit means.
    static @Nullable Long megabytes(@Nullable String text) {
        var match = NUMBER.matcher(text == null ? "" : text);
        if (!match.matches()) {
            return null;
        }
        long number = Long.parseLong(match.group(1));
        long megabytes = switch (match.group(2).toUpperCase(Locale.ROOT)) {
            case "", "M", "MB", "MIB" -> number;
            case "K", "KB", "KIB" -> number >> 10;
            case "G", "GB", "GIB" -> number > 1L << 40 ? -1 : number << 10;
            case "T", "TB", "TIB" -> number > 1L << 30 ? -1 : number << 20;
            default -> -1;
        };
        return megabytes < 0 ? null : megabytes;
    }

    /// A day; of the two ways with slashes the one with the day in front, unless that cannot be.
    static @Nullable LocalDate day(String text) {
        var iso = ISO_DAY.matcher(text);
        if (iso.matches()) {
            return day(number(iso.group(1)), number(iso.group(2)), number(iso.group(3)));
        }
        var slashed = DAY.matcher(text);
        if (!slashed.matches()) {
            return null;
        }
        int first = number(slashed.group(1));
        int second = number(slashed.group(2));
        int year = number(slashed.group(3));
        return second > 12 ? day(year, first, second) : day(year, second, first);
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        try {
            return year < FIRST_YEAR || year >= LAST_YEAR ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// A moment; without a zone of its own it is in the one given, such as `+0200`, else in UTC.
    static @Nullable Instant moment(String text, @Nullable String zone) {
        var match = MOMENT.matcher(text);
        if (!match.matches()) {
            return null;
        }
        try {
            var seconds = match.group(6);
            var local = LocalDateTime.of(
                    number(match.group(1)),
                    number(match.group(2)),
                    number(match.group(3)),
                    number(match.group(4)),
                    number(match.group(5)),
                    seconds == null ? 0 : number(seconds));
            var own = match.group(7);
            boolean possible = local.getYear() >= FIRST_YEAR && local.getYear() < LAST_YEAR;
            return possible ? local.toInstant(offset(own == null ? zone : own)) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ZoneOffset offset(@Nullable String zone) {
        try {
            return zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
