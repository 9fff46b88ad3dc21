package org.mainstay.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.schedule.FreezePeriodType;
import org.mainstay.change.schedule.FreezePeriodType.Strictness;
import org.mainstay.change.schedule.MaintenanceWindowType;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;

/// When the demo company's changes rest, and when its databases are worked on.
final class DemoSchedule {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final DemoPeople company;
    private final LocalDate today;

    DemoSchedule(DemoPeople company, Clock clock) {
        this.company = company;
        this.today = LocalDate.ofInstant(clock.instant(), ZONE);
    }

    void make() {
        freeze(
                "Year-end closing",
                Strictness.FREEZE,
                at(LocalDate.of(today.getYear(), 12, 20), 0),
                at(LocalDate.of(today.getYear() + 1, 1, 3), 0),
                "FREQ=YEARLY",
                "warehouse",
                "Payroll");
        var count = today.plusDays(8);
        freeze("Stock count", Strictness.BLACKOUT, at(count, 18), at(count.plusDays(1), 6), null, "warehouse");
        var saturday = today.minusWeeks(8).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        window("Databases, Saturday night", saturday, "FREQ=WEEKLY;BYDAY=SA", "db-01", "san-01");
        var sunday = today.minusMonths(3).with(TemporalAdjusters.firstInMonth(DayOfWeek.SUNDAY));
        window("Telephony, first Sunday of the month", sunday, "FREQ=MONTHLY;BYDAY=1SU", "Telephony");
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atStartOfDay(ZONE).plusHours(hour).toInstant();
    }

    private Set<UUID> items(String... names) {
        return Stream.of(names).map(company::service).collect(Collectors.toSet());
    }

    private void freeze(
            String name, Strictness kind, Instant from, Instant to, @Nullable String rule, String... items) {
        var plan = Plan.of(Cause.CREATED);
        plan.create(FreezePeriodType.FREEZE_PERIOD)
                .values()
                .set(FreezePeriodType.NAME, name)
                .set(FreezePeriodType.KIND, kind)
                .set(FreezePeriodType.STARTS_AT, from)
                .set(FreezePeriodType.ENDS_AT, to)
                .set(FreezePeriodType.RECURRENCE_RULE, rule)
                .set(FreezePeriodType.ZONE, ZONE.getId())
                .set(FreezePeriodType.ITEMS, items(items));
        company.save(company.entitled("carl"), plan);
    }

    private void window(String name, LocalDate first, String rule, String... items) {
        var plan = Plan.of(Cause.CREATED);
        plan.create(MaintenanceWindowType.MAINTENANCE_WINDOW)
                .values()
                .set(MaintenanceWindowType.NAME, name)
                .set(MaintenanceWindowType.STARTS_AT, at(first, 21))
                .set(MaintenanceWindowType.ENDS_AT, at(first, 21).plus(Duration.ofHours(6)))
                .set(MaintenanceWindowType.RECURRENCE_RULE, rule)
                .set(MaintenanceWindowType.ZONE, ZONE.getId())
                .set(MaintenanceWindowType.ITEMS, items(items));
        company.save(company.entitled("carl"), plan);
    }
}
