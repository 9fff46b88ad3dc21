package org.mainstay.change.schedule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.mainstay.calendar.Window;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Codes;

/// The days that a calendar page shows: whole weeks, from Monday on.
///
/// @param date some day in it
record CalendarSpan(View view, LocalDate date) {

    enum View {
        MONTH,
        WEEK,
        /// Two weeks, a row for each service or group.
        TIMELINE
    }

    /// What cannot be read is the month of today.
    static CalendarSpan of(String view, String date, LocalDate today) {
        var day = today;
        try {
            day = date.isEmpty() ? today : LocalDate.parse(date);
        } catch (DateTimeException _) {
            day = today;
        }
        boolean near = Math.abs(day.getYear() - today.getYear()) <= 100;
        try {
            return new CalendarSpan(Codes.parse(View.class, view.toLowerCase(Locale.ROOT)), near ? day : today);
        } catch (BadValue _) {
            return new CalendarSpan(View.MONTH, near ? day : today);
        }
    }

    LocalDate first() {
        var begin = view == View.MONTH ? date.withDayOfMonth(1) : date;
        return begin.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// Exclusive.
    LocalDate end() {
        return switch (view) {
            case MONTH ->
                date.with(TemporalAdjusters.lastDayOfMonth())
                        .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                        .plusDays(1);
            case WEEK -> first().plusWeeks(1);
            case TIMELINE -> first().plusWeeks(2);
        };
    }

    LocalDate before() {
        return switch (view) {
            case MONTH -> date.minusMonths(1).withDayOfMonth(1);
            case WEEK -> date.minusWeeks(1);
            case TIMELINE -> date.minusWeeks(2);
        };
    }

    LocalDate after() {
        return switch (view) {
            case MONTH -> date.plusMonths(1).withDayOfMonth(1);
            case WEEK -> date.plusWeeks(1);
            case TIMELINE -> date.plusWeeks(2);
        };
    }

    Window window(ZoneId zone) {
        return new Window(
                first().atStartOfDay(zone).toInstant(), end().atStartOfDay(zone).toInstant());
    }
}
