package org.mainstay.change.risk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// When people work: Monday to Friday from 8 to 18.
final class BusinessHours {

    private static final LocalTime BEGIN = LocalTime.of(8, 0);
    private static final LocalTime END = LocalTime.of(18, 0);
    private static final int DAYS_OF_WEEK = 7;

    private BusinessHours() {}

    /// Whether people work at some moment of the stretch.
    ///
    /// @param end exclusive
    static boolean touched(Instant start, Instant end, ZoneId zone) {
        var day = start.atZone(zone).toLocalDate();
        for (int i = 0; i <= DAYS_OF_WEEK; i++) {
            var date = day.plusDays(i);
            boolean works = date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
            var begins = date.atTime(BEGIN).atZone(zone).toInstant();
            var ends = date.atTime(END).atZone(zone).toInstant();
            if (works && begins.isBefore(end) && ends.isAfter(start)) {
                return true;
            }
        }
        return false;
    }
}
