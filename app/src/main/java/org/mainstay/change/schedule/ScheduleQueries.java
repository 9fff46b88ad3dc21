package org.mainstay.change.schedule;

import static org.mainstay.kernel.store.PlainSql.ids;
import static org.mainstay.kernel.store.PlainSql.moment;
import static org.mainstay.kernel.store.PlainSql.need;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mainstay.calendar.RecurringWindow;
import org.mainstay.calendar.Window;
import org.mainstay.change.Change.Type;
import org.mainstay.cmdb.impact.Dependencies.Numbered;
import org.mainstay.kernel.record.Codes;
import org.springframework.core.env.Environment;

/// Reads changes and periods as the schedule sees them, whoever asks: what is shown of the answers is asked of the
/// store.
final class ScheduleQueries {

    /// What an index knows to be long.
    static final Duration LONG = Duration.ofDays(7);

    private static final String BOOKED = """
            select c.id, c.type, c."group", c.assignee, c.configuration_item, c.service, t.begins, t.ends
            from change.change c
            cross join lateral (select coalesce(c.actual_start, c.planned_start) as begins) b
            cross join lateral (select b.begins, greatest(b.begins + interval '1 minute', coalesce(c.actual_end,
                case when c.state = 'implement' then greatest(c.planned_end, {0}) else c.planned_end end,
                b.begins + interval '1 hour')) as ends) t
            where c.deleted_at is null
            """;

    private final DSLContext db;
    private final ZoneId zone;

    ScheduleQueries(DSLContext db, Environment settings) {
        this.db = db;
        this.zone = ZoneId.of(settings.getProperty("mainstay.zone", "UTC"));
    }

    /// Changes that are neither closed nor cancelled and whose windows overlap the given one, by when they begin. One
    /// without an end is taken for an hour's; one that is being implemented is not over.
    List<Booking> open(Window window, Instant now) {
        return bookings(db.fetch(BOOKED + """
                and c.state in ('new', 'assess', 'authorize', 'scheduled', 'implement', 'review')
                and coalesce(c.actual_start, c.planned_start) < {1} and t.ends > {2}
                order by t.begins, c.id""", moment(now), moment(window.to()), moment(window.from())), window);
    }

    /// Changes whose planned windows last longer than [#LONG], began so long before the window and overlap it; the
    /// latest 1,000.
    List<UUID> lasting(Window window) {
        return db.fetch("""
                        select c.id from change.change c
                        where c.deleted_at is null and c.planned_end - c.planned_start > interval '7 days'
                          and c.planned_end > {0} and c.planned_start < {1}
                        order by c.planned_end desc limit 1000""", moment(window.from()), moment(window.from().minus(LONG)))
                .map(it -> need(it, "id", UUID.class));
    }

    /// The change in whatever state; empty where it is not there.
    ///
    /// @param otherwise its window where it has no start
    Optional<Booking> of(UUID change, Instant now, Window otherwise) {
        return bookings(db.fetch(BOOKED + "and c.id = {1}", moment(now), DSL.val(change)), otherwise).stream()
                .findFirst();
    }

    private List<Booking> bookings(Result<Record> rows, Window otherwise) {
        var changes = rows.getValues("id", UUID.class);
        var added = new HashMap<UUID, Set<UUID>>();
        var excluded = new HashMap<UUID, Set<UUID>>();
        db.fetch("""
                        select a.change, a.item, a.excluded from change.affected_item a
                        where a.change = any({0}) and a.deleted_at is null""", ids(changes))
                .forEach(it -> (need(it, "excluded", Boolean.class) ? excluded : added)
                        .computeIfAbsent(need(it, "change", UUID.class), _ -> new HashSet<>())
                        .add(need(it, "item", UUID.class)));
        var people = new HashMap<UUID, Set<UUID>>();
        db.fetch("""
                        select t.change, t.assignee from change.change_task t
                        where t.change = any({0}) and t.assignee is not null and t.state in ('open', 'in_progress')
                          and t.deleted_at is null""", ids(changes))
                .forEach(it -> people.computeIfAbsent(need(it, "change", UUID.class), _ -> new HashSet<>())
                        .add(need(it, "assignee", UUID.class)));
        return rows.map(it -> booking(it, otherwise, added, excluded, people));
    }

    private static Booking booking(
            Record row,
            Window otherwise,
            Map<UUID, Set<UUID>> added,
            Map<UUID, Set<UUID>> excluded,
            Map<UUID, Set<UUID>> people) {
        var begins = row.get("begins", Instant.class);
        var change = need(row, "id", UUID.class);
        var assignee = row.get("assignee", UUID.class);
        var who = new HashSet<>(people.getOrDefault(change, Set.of()));
        if (assignee != null) {
            who.add(assignee);
        }
        return new Booking(
                change,
                Codes.parse(Type.class, need(row, "type", String.class)),
                begins == null ? otherwise : new Window(begins, need(row, "ends", Instant.class)),
                row.get("group", UUID.class),
                items(row, added.getOrDefault(change, Set.of())),
                excluded.getOrDefault(change, Set.of()),
                who);
    }

    /// Its main item and what people added, or its service where it names no item.
    private static Set<UUID> items(Record row, Set<UUID> added) {
        var items = new HashSet<>(added);
        var main = row.get("configuration_item", UUID.class);
        var service = row.get("service", UUID.class);
        if (main != null) {
            items.add(main);
        } else if (items.isEmpty() && service != null) {
            items.add(service);
        }
        return items;
    }

    /// What is in force for changes of the organisation, with its times within the window.
    List<Period> periods(UUID organisation, Window window) {
        return db.fetch("""
                        select p.id, p.kind, p.starts_at, p.ends_at, p.recurrence_rule, p.zone, p.items, p.groups
                        from change.freeze_period p
                        where p.organisation = {0} and p.active and p.deleted_at is null and p.starts_at < {1}
                        union all
                        select p.id, 'maintenance', p.starts_at, p.ends_at, p.recurrence_rule, p.zone, p.items, null
                        from change.maintenance_window p
                        where p.organisation = {0} and p.active and p.deleted_at is null""", DSL.val(organisation), moment(window.to())).map(it -> period(it, window));
    }

    private Period period(Record row, Window window) {
        var name = row.get("zone", String.class);
        var first = new Window(need(row, "starts_at", Instant.class), need(row, "ends_at", Instant.class));
        var times = RecurringWindow.of(
                first, row.get("recurrence_rule", String.class), name == null ? zone : ZoneId.of(name));
        return new Period(
                need(row, "id", UUID.class),
                Codes.parse(Period.Kind.class, need(row, "kind", String.class)),
                times.within(window),
                referred(row, "items"),
                referred(row, "groups"));
    }

    private static Set<UUID> referred(Record row, String column) {
        UUID @Nullable [] ids = row.get(column, UUID[].class);
        return ids == null ? Set.of() : Set.of(ids);
    }

    /// Items by what the graph knows them by, those that were deleted left out.
    Map<UUID, Numbered> numbered(Collection<UUID> items) {
        return db.fetch("""
                        select r.id, r.number from kernel.record r
                        where r.id = any({0}) and r.type = 'configuration_item' and r.deleted_at is null""", ids(items)).stream()
                .map(it -> new Numbered(need(it, "id", UUID.class), need(it, "number", String.class)))
                .collect(Collectors.toMap(Numbered::id, it -> it));
    }
}
