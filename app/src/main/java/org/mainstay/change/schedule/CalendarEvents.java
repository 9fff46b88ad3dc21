package org.mainstay.change.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.ChangeType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.rest.Rendering;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;
import tools.jackson.core.JsonGenerator;

/// What the script of the calendar draws.
record CalendarEvents(ChangeCalendar calendar, RecordStore store) {

    byte[] of(Actor actor, CalendarSpan span, Filter filter, Frame frame) {
        var window = span.window(actor.zone());
        var planned = calendar.changes(actor, window, filter, ChangeCalendar.MOST);
        var labels = store.labels(actor, planned.changes());
        boolean rows = span.view() == CalendarSpan.View.TIMELINE;
        var periods = calendar.periods(actor, window);
        var hit = rows ? calendar.services(actor, items(planned.changes(), periods)) : Map.<UUID, Set<UUID>>of();
        var services = planned.changes().stream().collect(Collectors.toMap(Snapshot::id, it -> services(it, hit)));
        var named = store.labelsOf(
                actor, services.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("changes");
            for (var change : planned.changes()) {
                change(json, change, labels, services.getOrDefault(change.id(), Set.of()), actor, frame);
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("periods");
            for (var it : periods) {
                json.writeStartObject();
                json.writeStringProperty("kind", Codes.of(it.kind()));
                json.writeStringProperty("title", it.period().label());
                json.writeStringProperty("href", Hrefs.record(it.period().type().collection(), it.period()));
                json.writeStringProperty("start", local(it.window().from(), actor.zone()));
                json.writeStringProperty("end", local(it.window().to(), actor.zone()));
                about(json, it.period(), hit);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("services");
            named.values().forEach(it -> row(json, it));
            json.writeEndArray();
            json.writeArrayPropertyStart("groups");
            planned.changes().stream()
                    .map(it -> label(it.get(ChangeType.GROUP), labels))
                    .filter(it -> it != null)
                    .distinct()
                    .forEach(it -> row(json, it));
            json.writeEndArray();
            json.writeBooleanProperty("complete", planned.complete());
            json.writeEndObject();
        });
    }

    private static Set<UUID> items(List<Snapshot> changes, List<ChangeCalendar.Occurrence> periods) {
        var items = new HashSet<UUID>();
        changes.stream()
                .map(it -> it.get(ChangeType.CONFIGURATION_ITEM))
                .filter(Objects::nonNull)
                .forEach(items::add);
        periods.forEach(it -> items.addAll(ChangeCalendar.items(it.period())));
        return items;
    }

    /// Its own and those that fail with its main item.
    private static Set<UUID> services(Snapshot change, Map<UUID, Set<UUID>> hit) {
        var services = new HashSet<UUID>();
        var main = change.get(ChangeType.CONFIGURATION_ITEM);
        var own = change.get(ChangeType.SERVICE);
        if (main != null) {
            services.addAll(hit.getOrDefault(main, Set.of()));
        }
        if (own != null) {
            services.add(own);
        }
        return services;
    }

    /// The rows that a period belongs to; it is in all of them where it is about everything.
    private static void about(JsonGenerator json, Snapshot period, Map<UUID, Set<UUID>> hit) {
        var items = ChangeCalendar.items(period);
        var groups = ChangeCalendar.groups(period);
        json.writeBooleanProperty("everything", items.isEmpty() && groups.isEmpty());
        json.writeArrayPropertyStart("services");
        items.stream()
                .flatMap(it -> hit.getOrDefault(it, Set.of()).stream())
                .distinct()
                .forEach(it -> json.writeString(it.toString()));
        json.writeEndArray();
        json.writeArrayPropertyStart("groups");
        groups.forEach(it -> json.writeString(it.toString()));
        json.writeEndArray();
    }

    private static void row(JsonGenerator json, Label label) {
        json.writeStartObject();
        json.writeStringProperty("id", label.id().toString());
        json.writeStringProperty("title", label.label());
        json.writeEndObject();
    }

    private static void change(
            JsonGenerator json,
            Snapshot change,
            Map<UUID, Label> labels,
            Set<UUID> services,
            Actor actor,
            Frame frame) {
        var start = change.need(ChangeType.PLANNED_START);
        var end = change.get(ChangeType.PLANNED_END);
        var state = change.need(ChangeType.STATE);
        var assignee = label(change.get(ChangeType.ASSIGNEE), labels);
        var group = change.get(ChangeType.GROUP);
        json.writeStartObject();
        json.writeStringProperty("number", change.number());
        json.writeStringProperty("title", change.label());
        json.writeNumberProperty("version", change.version());
        json.writeStringProperty("href", Hrefs.record(ChangeType.CHANGE.collection(), change));
        json.writeStringProperty("start", local(start, actor.zone()));
        json.writeStringProperty("end", local(end == null ? start.plus(ChangeSchedule.USUAL) : end, actor.zone()));
        json.writeStringProperty("state", Codes.of(state));
        json.writeStringProperty("said", frame.say("change.state." + Codes.of(state)));
        json.writeStringProperty("type", Codes.of(change.need(ChangeType.TYPE)));
        json.writeStringProperty("by", assignee == null ? "" : assignee.label());
        json.writeBooleanProperty(
                "movable", end != null && state.planned() && actor.may(ChangeType.WORK, change.organisation()));
        json.writeArrayPropertyStart("services");
        services.forEach(it -> json.writeString(it.toString()));
        json.writeEndArray();
        json.writeStringProperty("group", group == null ? "" : group.toString());
        json.writeEndObject();
    }

    private static @Nullable Label label(@Nullable UUID id, Map<UUID, Label> labels) {
        return id == null ? null : labels.get(id);
    }

    /// On the reader's clock, without an offset.
    private static String local(Instant moment, ZoneId zone) {
        return LocalDateTime.ofInstant(moment, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
