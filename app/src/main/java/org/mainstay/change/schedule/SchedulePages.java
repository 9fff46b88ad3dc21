package org.mainstay.change.schedule;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.calendar.Window;
import org.mainstay.change.ChangeType;
import org.mainstay.cmdb.impact.Impacts;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.LinesView;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Says;
import org.mainstay.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/changes/{key}/conflicts`: what stands in the way of a change, and the next times when nothing does, each one press
/// away.
@Controller
class SchedulePages {

    private final RecordStore store;
    private final Acts acts;
    private final ChangeSchedule schedule;
    private final Show show;
    private final Frames frames;

    SchedulePages(RecordStore store, Acts acts, ChangeSchedule schedule, Show show, Frames frames) {
        this.store = store;
        this.acts = acts;
        this.schedule = schedule;
        this.show = show;
        this.frames = frames;
    }

    @GetMapping("/changes/{key}/conflicts")
    String conflicts(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        return page(change(actor, key), List.of(), request, actor, locale, model);
    }

    /// Plans the change for the window, unless somebody else changed it meanwhile.
    @PostMapping("/changes/{key}/conflicts")
    String move(
            @PathVariable String key,
            @RequestParam(name = "planned_start", defaultValue = "") String start,
            @RequestParam(name = "planned_end", defaultValue = "") String end,
            @RequestParam(defaultValue = "0") long version,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var change = change(actor, key);
        var window = Map.of(
                ChangeType.PLANNED_START.code(),
                moment(start, actor),
                ChangeType.PLANNED_END.code(),
                moment(end, actor));
        var outcome = acts.edit(actor, ChangeType.CHANGE, change.id(), Input.texts(window), version, false);
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone) {
            return Hrefs.saved(ChangeType.CHANGE.collection(), change.number());
        }
        response.setStatus(Says.status(outcome).value());
        var errors = Says.errors(outcome, frames.of(actor, request, locale));
        return page(change(actor, key), errors, request, actor, locale, model);
    }

    /// A calendar sends what its clock shows, without an offset.
    private static String moment(String text, Actor actor) {
        try {
            return LocalDateTime.parse(text).atZone(actor.zone()).toInstant().toString();
        } catch (DateTimeException _) {
            return text;
        }
    }

    private Snapshot change(Actor actor, String key) {
        return store.find(actor, ChangeType.CHANGE, key).orElseThrow(NoSuchPage::new);
    }

    private String page(
            Snapshot change, List<String> errors, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("view", view(change, errors, actor, frame));
        return LinesView.part(request) ? "change/conflicts" : "change/conflicts_page";
    }

    private static String hint(Snapshot change, ChangeSchedule.Conflicts found, boolean known, Frame frame) {
        if (!change.need(ChangeType.STATE).open()) {
            return frame.say("change.conflict.ended");
        }
        if (!known) {
            return frame.say("change.conflict.unknown");
        }
        return found.window() == null ? frame.say("change.conflict.no_window") : "";
    }

    private ConflictsView view(Snapshot change, List<String> errors, Actor actor, Frame frame) {
        var reader = Show.Reader.of(frame, actor);
        var found = new ChangeSchedule.Conflicts(null, List.of(), Map.of());
        List<Window> free = List.of();
        boolean known = true;
        boolean movable = change.need(ChangeType.STATE).planned() && actor.may(ChangeType.WORK, change.organisation());
        try {
            found = schedule.conflicts(actor, change);
            if (movable) {
                free = schedule.slots(actor, change).windows();
            }
        } catch (Impacts.NotLoaded _) {
            known = false;
        }
        var labels = found.labels();
        var lines = found.blockers().stream()
                .map(it -> new ConflictsView.Line(
                        Codes.of(it.kind()),
                        frame.say("change.conflict.kind." + Codes.of(it.kind())),
                        it.change() == null ? null : show.linked(labels.get(it.change())),
                        frame.messages().say(ConflictTexts.of(it, labels), frame.locale()),
                        ConflictsView.Stretch.of(it.window(), show, reader)))
                .toList();
        var slots = free.stream()
                .map(it -> new ConflictsView.Slot(
                        it.from().toString(), it.to().toString(), ConflictsView.Stretch.of(it, show, reader)))
                .toList();
        return new ConflictsView(
                Hrefs.record(ChangeType.CHANGE.collection(), change),
                change.number() + " " + change.label(),
                change.version(),
                found.window() == null ? null : ConflictsView.Stretch.of(found.window(), show, reader),
                lines,
                slots,
                hint(change, found, known, frame),
                known,
                movable,
                errors);
    }
}
