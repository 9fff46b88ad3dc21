package org.mainstay.change.schedule;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.change.ChangeType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.Permissions;
import org.mainstay.rest.Asked;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.LinesView;
import org.mainstay.web.NotPermitted;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/changes/calendar`: what is planned, month by month, week by week, or as a row for each service or group. Without a
/// script, and on a phone, it is a list.
@Controller
class CalendarPages {

    /// So many stand in the list.
    private static final int LISTED = 200;

    private final ChangeCalendar calendar;
    private final CalendarEvents events;
    private final RecordTypes types;
    private final Asked asked;
    private final Show show;
    private final Frames frames;
    private final Clock clock;

    CalendarPages(
            ChangeCalendar calendar,
            CalendarEvents events,
            RecordTypes types,
            Asked asked,
            Show show,
            Frames frames,
            Clock clock) {
        this.calendar = calendar;
        this.events = events;
        this.types = types;
        this.asked = asked;
        this.show = show;
        this.frames = frames;
        this.clock = clock;
    }

    /// @param view `month`, `week` or `timeline`
    /// @param date some day of what is shown; today where it is none
    /// @param by `service` or `group`: what a row of the timeline is
    @GetMapping("/changes/calendar")
    String calendar(
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String filter,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        permitted(actor);
        var frame = frames.of(actor, request, locale);
        var today = LocalDate.ofInstant(clock.instant(), actor.zone());
        model.addAttribute("frame", frame);
        model.addAttribute("view", view(CalendarSpan.of(view, date, today), row(by), filter.strip(), actor, frame));
        return "change/calendar";
    }

    private static String row(String by) {
        return by.equals(ChangeType.GROUP.code()) ? by : ChangeType.SERVICE.code();
    }

    /// What a script draws: `{"changes","periods","services","groups","complete"}`, moments on the reader's clock.
    @GetMapping("/changes/calendar/events")
    ResponseEntity<byte[]> events(
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String filter,
            HttpServletRequest request,
            Actor actor,
            Locale locale) {
        permitted(actor);
        var frame = frames.of(actor, request, locale);
        var today = LocalDate.ofInstant(clock.instant(), actor.zone());
        var span = CalendarSpan.of(view, date, today);
        Filter which;
        try {
            which = filter(filter, actor);
        } catch (Asked.BadFilter _) {
            which = Filter.any();
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(events.of(actor, span, which, frame));
    }

    private static void permitted(Actor actor) {
        if (!actor.may(ChangeType.WORK)) {
            throw new NotPermitted(Message.of("change.permits.work_needed"));
        }
    }

    private Filter filter(String text, Actor actor) {
        var of = types.byCollection(ChangeType.CHANGE.collection()).orElseThrow();
        return asked.filter(of, text, new FilterContext(actor, clock.instant()));
    }

    private CalendarView view(CalendarSpan span, String by, String filter, Actor actor, Frame frame) {
        var errors = new ArrayList<String>();
        var lines = new ArrayList<CalendarView.Line>();
        var note = "";
        try {
            var planned = calendar.changes(actor, span.window(actor.zone()), filter(filter, actor), LISTED);
            lines.addAll(lines(planned, span, actor, frame));
            note = planned.complete() ? "" : frame.say("change.calendar.more", LISTED);
        } catch (Asked.BadFilter e) {
            e.errors().forEach(it -> errors.add(frame.messages().say(it.reason(), frame.locale())));
        }
        var views = new ArrayList<CalendarView.Tab>();
        for (var view : CalendarSpan.View.values()) {
            views.add(new CalendarView.Tab(
                    href(new CalendarSpan(view, span.date()), by, filter),
                    frame.say("change.calendar." + Codes.of(view)),
                    view == span.view()));
        }
        var rows = new ArrayList<CalendarView.Tab>();
        if (span.view() == CalendarSpan.View.TIMELINE) {
            for (var row : List.of(ChangeType.SERVICE, ChangeType.GROUP)) {
                var label = frame.say("change.calendar.by_" + row.code());
                rows.add(new CalendarView.Tab(
                        href(span, row.code(), filter), label, row.code().equals(by)));
            }
        }
        var today = LocalDate.ofInstant(clock.instant(), actor.zone());
        return new CalendarView(
                title(span, frame),
                Codes.of(span.view()),
                by,
                span.date().toString(),
                filter,
                href(new CalendarSpan(span.view(), span.before()), by, filter),
                href(new CalendarSpan(span.view(), today), by, filter),
                href(new CalendarSpan(span.view(), span.after()), by, filter),
                views,
                rows,
                href(span, by, filter).replaceFirst("/calendar", "/calendar/events"),
                lines,
                note,
                errors,
                actor.may(Permissions.CHANGE_MANAGE));
    }

    private static String href(CalendarSpan span, String by, String filter) {
        return "/changes/calendar?view=" + Codes.of(span.view()) + "&date=" + span.date()
                + (span.view() == CalendarSpan.View.TIMELINE ? "&by=" + by : "")
                + (filter.isEmpty() ? "" : "&filter=" + Hrefs.encoded(filter));
    }

    private static String title(CalendarSpan span, Frame frame) {
        if (span.view() == CalendarSpan.View.MONTH) {
            return DateTimeFormatter.ofLocalizedPattern("yMMMM")
                    .withLocale(frame.locale())
                    .format(span.date());
        }
        var days = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(frame.locale());
        return days.format(span.first()) + " – " + days.format(span.end().minusDays(1));
    }

    private List<CalendarView.Line> lines(ChangeCalendar.Planned planned, CalendarSpan span, Actor actor, Frame frame) {
        var reader = Show.Reader.of(frame, actor);
        record Timed(Instant at, CalendarView.Line line) {}
        var lines = new ArrayList<Timed>();
        for (var change : planned.changes()) {
            var start = change.need(ChangeType.PLANNED_START);
            var end = change.get(ChangeType.PLANNED_END);
            var state = show.value(change, ChangeType.STATE, Map.of(), reader);
            lines.add(new Timed(
                    start,
                    new CalendarView.Line(
                            "change",
                            LinesView.linked(change),
                            state,
                            new ConflictsView.Stretch(
                                    show.from(start, reader), show.until(end == null ? start : end, start, reader)))));
        }
        for (var it : calendar.periods(actor, span.window(actor.zone()))) {
            var kind = Codes.of(it.kind());
            lines.add(new Timed(
                    it.window().from(),
                    new CalendarView.Line(
                            kind,
                            LinesView.linked(it.period()),
                            new Shown.Plain(frame.say("change.calendar." + kind)),
                            ConflictsView.Stretch.of(it.window(), show, reader))));
        }
        lines.sort(Comparator.comparing(Timed::at));
        return lines.stream().map(Timed::line).toList();
    }
}
