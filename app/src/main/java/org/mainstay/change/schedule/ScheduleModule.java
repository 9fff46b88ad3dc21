package org.mainstay.change.schedule;

import java.time.Clock;
import java.time.ZoneId;
import org.mainstay.change.ChangeType;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.Absences;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Panel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/// The beans of the change schedule.
@Configuration(proxyBeanMethods = false)
@Import(ScheduleQueries.class)
class ScheduleModule {

    @Bean
    RecordType<?> freezePeriodType() {
        return FreezePeriodType.FREEZE_PERIOD;
    }

    @Bean
    RecordType<?> maintenanceWindowType() {
        return MaintenanceWindowType.MAINTENANCE_WINDOW;
    }

    @Bean
    AccessRule freezePeriodAccess() {
        return new PeriodAccess(FreezePeriodType.FREEZE_PERIOD.code());
    }

    @Bean
    AccessRule maintenanceWindowAccess() {
        return new PeriodAccess(MaintenanceWindowType.MAINTENANCE_WINDOW.code());
    }

    @Bean
    Rule freezePeriodRules(Environment settings) {
        return new PeriodRules(
                FreezePeriodType.FREEZE_PERIOD.code(),
                FreezePeriodType.STARTS_AT,
                FreezePeriodType.ENDS_AT,
                FreezePeriodType.RECURRENCE_RULE,
                FreezePeriodType.ZONE,
                null,
                ZoneId.of(settings.getProperty("mainstay.zone", "UTC")));
    }

    @Bean
    Rule maintenanceWindowRules(Environment settings) {
        return new PeriodRules(
                MaintenanceWindowType.MAINTENANCE_WINDOW.code(),
                MaintenanceWindowType.STARTS_AT,
                MaintenanceWindowType.ENDS_AT,
                MaintenanceWindowType.RECURRENCE_RULE,
                MaintenanceWindowType.ZONE,
                MaintenanceWindowType.ITEMS,
                ZoneId.of(settings.getProperty("mainstay.zone", "UTC")));
    }

    @Bean
    ChangeSchedule changeSchedule(
            RecordStore store, ScheduleQueries queries, Dependencies dependencies, Absences absences, Clock clock) {
        return new ChangeSchedule(store, queries, dependencies, absences, clock);
    }

    @Bean
    MaintenanceTimes maintenanceTimes(ScheduleQueries queries) {
        return new MaintenanceTimes(queries);
    }

    @Bean
    ChangeCalendar changeCalendar(
            RecordStore store, ScheduleQueries queries, Dependencies dependencies, Environment settings) {
        return new ChangeCalendar(
                store, queries, dependencies, ZoneId.of(settings.getProperty("mainstay.zone", "UTC")));
    }

    @Bean
    CalendarEvents calendarEvents(ChangeCalendar calendar, RecordStore store) {
        return new CalendarEvents(calendar, store);
    }

    @Bean
    MenuEntry changeCalendarEntry() {
        return new MenuEntry(32, "change.calendar", "/changes/calendar", "calendar", ChangeType.WORK);
    }

    @Bean
    Panel conflictsOfChanges() {
        return new Panel(8, "change", "change.conflict.plural", "conflicts", ChangeType.WORK, true);
    }
}
