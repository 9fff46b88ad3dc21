package org.mainstay.kernel.record;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Reading and writing of times, bounded to the years 1 to 9999 so that every form can hold them.
final class Times {

    private static final DateTimeFormatter FIXED = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final Duration LONGEST = Duration.ofDays(366L * 200);

    private Times() {}

    static LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text.strip());
            if (day.getYear() < 1 || day.getYear() > 9999) {
                throw new DateTimeException("year");
            }
            return day;
        } catch (DateTimeException e) {
            throw new BadValue("kernel.value.not_a_day", Numbers.clip(text));
        }
    }

    /// RFC 3339 with any offset; a text without one is not a moment.
    static Instant moment(String text) {
        try {
            var moment = OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
                throw new DateTimeException("year");
            }
            return moment;
        } catch (DateTimeException e) {
            throw new BadValue("kernel.value.not_a_moment", Numbers.clip(text));
        }
    }

    /// Always six fraction digits, so that text order is time order.
    static String fixed(Instant moment) {
        return FIXED.format(moment);
    }

    static Duration span(String text) {
        try {
            return bounded(Duration.parse(text.strip()).truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadValue("kernel.value.not_a_duration", Numbers.clip(text));
        }
    }

    static Duration seconds(long seconds) {
        return bounded(Duration.ofSeconds(seconds));
    }

    private static Duration bounded(Duration span) {
        if (span.compareTo(LONGEST) > 0 || span.compareTo(LONGEST.negated()) < 0) {
            throw new BadValue("kernel.value.not_a_duration", span);
        }
        return span;
    }
}
