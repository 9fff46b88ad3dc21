package org.mainstay.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Section;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;

/// Turns values into what pages show: one switch over the kinds.
public final class Show {

    private final Messages messages;
    private final Picks picks;
    private final RecordTypes types;
    private final Clock clock;

    Show(Messages messages, Picks picks, RecordTypes types, Clock clock) {
        this.messages = messages;
        this.picks = picks;
        this.types = types;
        this.clock = clock;
    }

    /// The reader of a page. Formats are made once a page: a list has hundreds of values.
    public static final class Reader {

        private final Locale locale;
        private final ZoneId zone;
        private final boolean brief;
        private final DateTimeFormatter daysOfYear;
        private final DateTimeFormatter days;
        private final DateTimeFormatter moments;
        private final DateTimeFormatter times;

        public Reader(Locale locale, ZoneId zone) {
            this(locale, zone, false);
        }

        private Reader(Locale locale, ZoneId zone, boolean brief) {
            this.locale = locale;
            this.zone = zone;
            this.brief = brief;
            daysOfYear = DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale);
            days = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .withZone(zone);
            times = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                    .withLocale(locale)
                    .withZone(zone);
            moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(locale)
                    .withZone(zone);
        }

        public static Reader of(Frame frame, Actor actor) {
            return new Reader(frame.locale(), actor.zone(), false);
        }

        /// For lists, where moments of long ago are days.
        public static Reader brief(Frame frame, Actor actor) {
            return new Reader(frame.locale(), actor.zone(), true);
        }

        public Locale locale() {
            return locale;
        }
    }

    public String label(RecordType<?> type, Attribute<?> attribute, Reader reader) {
        return messages.attribute(type, attribute, reader.locale);
    }

    /// What a section is called; nothing where it is the only one.
    public String title(RecordType<?> type, Section section, Reader reader) {
        if (section.name().equals(Section.REST)) {
            return type.sections().size() == 1 ? "" : messages.say(reader.locale, "record.section.rest");
        }
        boolean own = type.sections().stream().anyMatch(it -> it.name().equals(section.name()));
        return own ? messages.say(reader.locale, type.code() + ".section." + section.name()) : section.name();
    }

    public Shown value(Snapshot record, Attribute<?> attribute, Map<UUID, Label> labels, Reader reader) {
        return value(record.type(), attribute, record.get(attribute), labels, reader);
    }

    public Shown value(
            RecordType<?> type,
            Attribute<?> attribute,
            @Nullable Object value,
            Map<UUID, Label> labels,
            Reader reader) {
        return switch (value) {
            case null -> new Shown.Nothing();
            case UUID id -> linked(labels.get(id));
            case Set<?> ids -> many(ids, labels);
            case Enum<?> option ->
                new Shown.Badge(
                        attribute.code(),
                        attributeText(attribute, option),
                        messages.choice(type, attribute, option, reader.locale));
            case Instant moment -> moment(moment, reader);
            case LocalDate day -> new Shown.Plain(reader.days.format(day));
            case Duration span -> new Shown.Plain(span(span, reader.locale));
            case Boolean yes -> new Shown.Plain(messages.say(reader.locale, yes ? "web.yes" : "web.no"));
            case List<?> keys -> new Shown.Plain(String.valueOf(keys.getFirst()));
            case Long number when attribute.code().equals("priority") -> new Shown.Rank(number);
            case String code
            when attribute.kind() instanceof Kind.Pick(var list) ->
                new Shown.Plain(picks.label(list, code, reader.locale));
            default -> new Shown.Plain(value.toString());
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the option is one of the attribute's
    private static String attributeText(Attribute attribute, Enum<?> option) {
        return attribute.kind().format(option);
    }

    public Shown linked(@Nullable Label label) {
        if (label == null) {
            return new Shown.Nothing();
        }
        var href = types.byCode(label.type())
                .map(it -> "/" + it.collection() + "/" + label.number())
                .orElse("");
        return new Shown.Linked(href, label.number(), label.label());
    }

    private Shown many(Set<?> ids, Map<UUID, Label> labels) {
        var items = ids.stream()
                .map(it -> labels.get((UUID) it))
                .filter(it -> it != null)
                .map(this::linked)
                .toList();
        return items.isEmpty() ? new Shown.Nothing() : new Shown.Many(items);
    }

    /// Short beside what else is in a row; exact on demand.
    public Shown.Moment moment(Instant moment, Reader reader) {
        var exact = reader.moments.format(moment);
        return new Shown.Moment(
                moment.truncatedTo(ChronoUnit.SECONDS).toString(), relative(moment, exact, reader), exact);
    }

    /// When something begins that also has an end: never how long ago that was.
    public Shown.Moment from(Instant moment, Reader reader) {
        var exact = reader.moments.format(moment);
        return new Shown.Moment(moment.truncatedTo(ChronoUnit.SECONDS).toString(), exact, exact);
    }

    /// When it ends; on the day on which it began the time alone.
    public Shown.Moment until(Instant moment, Instant begin, Reader reader) {
        boolean sameDay = LocalDate.ofInstant(moment, reader.zone).equals(LocalDate.ofInstant(begin, reader.zone));
        var exact = reader.moments.format(moment);
        return new Shown.Moment(
                moment.truncatedTo(ChronoUnit.SECONDS).toString(),
                sameDay ? reader.times.format(moment) : exact,
                exact);
    }

    private String relative(Instant moment, String exact, Reader reader) {
        var ago = Duration.between(moment, clock.instant());
        if (ago.isNegative() || ago.toDays() >= 7) {
            return reader.brief ? day(moment.atZone(reader.zone), reader) : exact;
        }
        if (ago.toMinutes() < 1) {
            return messages.say(reader.locale, "web.just_now");
        }
        if (ago.toHours() < 1) {
            return messages.say(reader.locale, "web.minutes_ago", ago.toMinutes());
        }
        return ago.toDays() < 1
                ? messages.say(reader.locale, "web.hours_ago", ago.toHours())
                : messages.say(reader.locale, "web.days_ago", ago.toDays());
    }

    /// Without the year where it is this one.
    private String day(ZonedDateTime moment, Reader reader) {
        boolean near = moment.getYear() == clock.instant().atZone(reader.zone).getYear();
        return (near ? reader.daysOfYear : reader.days).format(moment);
    }

    private String span(Duration span, Locale locale) {
        return span.toHours() >= 48
                ? messages.say(locale, "web.span_days", span.toDays(), span.toHoursPart())
                : messages.say(locale, "web.span_hours", span.toHours(), span.toMinutesPart());
    }
}
