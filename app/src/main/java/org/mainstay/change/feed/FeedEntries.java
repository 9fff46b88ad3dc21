package org.mainstay.change.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.calendar.RecurringWindow;
import org.mainstay.calendar.Window;
import org.mainstay.change.Change;
import org.mainstay.change.ChangeType;
import org.mainstay.change.schedule.FreezePeriodType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;

/// What a person's feed holds: the planned changes and the freeze periods that they see now, from 30 days back to 180
/// days ahead.
final class FeedEntries {

    static final int MOST = 5_000;
    static final Duration BACK = Duration.ofDays(30);
    static final Duration AHEAD = Duration.ofDays(180);

    /// What a change takes that does not say.
    private static final Duration USUAL = Duration.ofHours(1);

    private static final List<Attribute<?>> READ = List.of(
            ChangeType.TITLE,
            ChangeType.TYPE,
            ChangeType.STATE,
            ChangeType.SERVICE,
            ChangeType.GROUP,
            ChangeType.ASSIGNEE,
            ChangeType.PLANNED_START,
            ChangeType.PLANNED_END,
            Header.UPDATED_AT);

    private static final DateTimeFormatter OCCURRENCE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final RecordStore store;
    private final Messages messages;
    private final ZoneId zone;
    private final Clock clock;

    FeedEntries(RecordStore store, Messages messages, ZoneId zone, Clock clock) {
        this.store = store;
        this.messages = messages;
        this.zone = zone;
        this.clock = clock;
    }

    /// Changes by when they begin, then periods; at most 5,000.
    ///
    /// @param chosen null for all changes that are not cancelled
    List<FeedEntry> of(Actor.Person person, @Nullable Filter chosen) {
        var now = clock.instant();
        var within = new Window(now.minus(BACK), now.plus(AHEAD));
        var entries = new ArrayList<>(changes(person, chosen, within));
        entries.addAll(periods(person, within));
        return entries.size() > MOST ? entries.subList(0, MOST) : entries;
    }

    private List<FeedEntry> changes(Actor.Person person, @Nullable Filter chosen, Window within) {
        var start = Filter.Path.of(ChangeType.PLANNED_START);
        var end = Filter.Path.of(ChangeType.PLANNED_END);
        var filter = Filter.all(
                chosen == null ? new Filter.Not(Filter.is(ChangeType.STATE, Change.State.CANCELLED)) : chosen,
                new Filter.Compare(start, Filter.Comparison.LESS, within.to()),
                Filter.any(
                        new Filter.Compare(start, Filter.Comparison.MORE, within.from()),
                        new Filter.Compare(end, Filter.Comparison.MORE, within.from())));
        var query = Query.of(filter)
                .sorted(Order.by(Order.ascending(ChangeType.PLANNED_START)))
                .reading(READ)
                .limit(Query.MOST);
        var changes = new ArrayList<Snapshot>();
        String next = null;
        do {
            var page = store.list(person, ChangeType.CHANGE, query.after(next));
            changes.addAll(page.items());
            next = page.next();
        } while (next != null && changes.size() < MOST);
        var labels = store.labels(person, changes);
        var locale = Messages.language(person.locale());
        return changes.stream().map(it -> entry(it, labels, locale)).toList();
    }

    private FeedEntry entry(Snapshot change, Map<UUID, Label> labels, Locale locale) {
        var start = change.need(ChangeType.PLANNED_START);
        var end = change.get(ChangeType.PLANNED_END);
        var type = messages.choice(ChangeType.CHANGE, ChangeType.TYPE, change.need(ChangeType.TYPE), locale);
        var state = change.need(ChangeType.STATE);
        var lines = new ArrayList<String>();
        lines.add(line(ChangeType.CHANGE, ChangeType.TYPE, type, locale));
        lines.add(line(
                ChangeType.CHANGE,
                ChangeType.STATE,
                messages.choice(ChangeType.CHANGE, ChangeType.STATE, state, locale),
                locale));
        for (var attribute : List.of(ChangeType.SERVICE, ChangeType.GROUP, ChangeType.ASSIGNEE)) {
            var id = change.get(attribute);
            var label = id == null ? null : labels.get(id);
            if (label != null) {
                lines.add(line(ChangeType.CHANGE, attribute, label.label(), locale));
            }
        }
        return new FeedEntry(
                change.id().toString(),
                new Window(start, end == null || !end.isAfter(start) ? start.plus(USUAL) : end),
                change.need(Header.UPDATED_AT),
                change.version(),
                change.number() + " " + change.label(),
                standing(state),
                href(change),
                String.join("\n", lines),
                type,
                true);
    }

    private static FeedEntry.Standing standing(Change.State state) {
        return switch (state) {
            case NEW, ASSESS, AUTHORIZE -> FeedEntry.Standing.TENTATIVE;
            case SCHEDULED, IMPLEMENT, REVIEW, CLOSED -> FeedEntry.Standing.CONFIRMED;
            case CANCELLED -> FeedEntry.Standing.CANCELLED;
        };
    }

    private String line(RecordType<?> type, Attribute<?> attribute, String value, Locale locale) {
        return messages.say(locale, "calendar_feed.line", messages.attribute(type, attribute, locale), value);
    }

    private static String href(Snapshot record) {
        return "/" + record.type().collection() + "/" + record.number();
    }

    private List<FeedEntry> periods(Actor.Person person, Window within) {
        var starts = Filter.Path.of(FreezePeriodType.STARTS_AT);
        var filter = Filter.all(
                Filter.is(FreezePeriodType.ACTIVE, true),
                new Filter.Compare(starts, Filter.Comparison.LESS, within.to()));
        var locale = Messages.language(person.locale());
        return store
                .list(person, FreezePeriodType.FREEZE_PERIOD, Query.of(filter).limit(Query.MOST))
                .items()
                .stream()
                .flatMap(it -> occurrences(it, within).stream().map(window -> entry(it, window, locale)))
                .limit(MOST)
                .toList();
    }

    private List<Window> occurrences(Snapshot period, Window within) {
        var first = new Window(period.need(FreezePeriodType.STARTS_AT), period.need(FreezePeriodType.ENDS_AT));
        var name = period.get(FreezePeriodType.ZONE);
        return RecurringWindow.of(
                        first, period.get(FreezePeriodType.RECURRENCE_RULE), name == null ? zone : ZoneId.of(name))
                .within(within);
    }

    private FeedEntry entry(Snapshot period, Window window, Locale locale) {
        var kind = period.need(FreezePeriodType.KIND);
        var once = period.get(FreezePeriodType.RECURRENCE_RULE) == null;
        var category = messages.say(
                locale,
                kind == FreezePeriodType.Strictness.BLACKOUT
                        ? "change.conflict.kind.blackout"
                        : "change.conflict.kind.freeze");
        return new FeedEntry(
                once ? period.id().toString() : period.id() + "-" + OCCURRENCE.format(window.from()),
                window,
                period.need(Header.UPDATED_AT),
                period.version(),
                messages.say(locale, "calendar_feed.line", category, period.label()),
                FeedEntry.Standing.CONFIRMED,
                href(period),
                messages.choice(FreezePeriodType.FREEZE_PERIOD, FreezePeriodType.KIND, kind, locale),
                category,
                false);
    }
}
