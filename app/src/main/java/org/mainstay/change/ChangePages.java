package org.mainstay.change;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mainstay.change.AffectedItems.Line;
import org.mainstay.change.AffectedItems.Origin;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.LinesView;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.RecordLines;
import org.mainstay.web.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What belongs to a change, on its page, and the changes of an item on that one's.
@Controller
class ChangePages {

    /// So many stand on a record's page, and on a page of their own.
    private static final int FEW = 20;

    private static final int MANY = 1_000;

    private final RecordStore store;
    private final AffectedItems affected;
    private final RecordLines lines;
    private final Frames frames;

    ChangePages(RecordStore store, AffectedItems affected, RecordLines lines, Frames frames) {
        this.store = store;
        this.affected = affected;
        this.lines = lines;
        this.frames = frames;
    }

    @GetMapping("/changes/{key}/tasks")
    String tasks(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var change = store.find(actor, ChangeType.CHANGE, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var tasks = new ArrayList<>(store.list(
                        actor,
                        ChangeTaskType.CHANGE_TASK,
                        Query.of(Filter.is(ChangeTaskType.CHANGE, change.id())).limit(MANY))
                .items());
        tasks.sort(Comparator.comparing((Snapshot it) -> it.need(ChangeTaskType.POSITION))
                .thenComparing(Snapshot::number));
        var more = grows(actor, change)
                ? new LinesView.More(
                        "/change-tasks/new?change=" + Hrefs.encoded(change.number()), frame.say("change_task.add"))
                : null;
        return LinesView.of(
                        change,
                        "change_task.plural",
                        tasks.isEmpty() ? List.of(frame.say("change_task.none")) : List.of(),
                        lines.of(
                                tasks,
                                List.of(ChangeTaskType.KIND, ChangeTaskType.STATE, ChangeTaskType.ASSIGNEE),
                                request,
                                actor,
                                frame),
                        more)
                .shown(request, frame, model);
    }

    @GetMapping("/changes/{key}/affected")
    String affected(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var change = store.find(actor, ChangeType.CHANGE, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var found = affected.of(actor, change);
        var summary = new ArrayList<String>();
        summary.add(
                found.lines().isEmpty()
                        ? frame.say("affected_item.none")
                        : frame.say(
                                "affected_item.summary",
                                found.of(Origin.DIRECT).size(),
                                found.of(Origin.COMPUTED).size()));
        if (!found.complete()) {
            summary.add(frame.say("affected_item.incomplete"));
        }
        int shown = LinesView.part(request) ? FEW : MANY;
        var lines =
                found.lines().stream().limit(shown).map(it -> line(it, frame)).toList();
        var more = grows(actor, change)
                ? new LinesView.More(
                        "/affected-items/new?change=" + Hrefs.encoded(change.number()), frame.say("affected_item.add"))
                : null;
        return LinesView.of(change, "affected_item.plural", summary, lines, more)
                .shown(request, frame, model);
    }

    private static LinesView.Line line(Line line, Frame frame) {
        var item = line.item();
        var href = "/" + ConfigurationItemType.CONFIGURATION_ITEM.collection() + "/" + Hrefs.encoded(item.number());
        var notes = new ArrayList<String>();
        if (line.through() != null) {
            notes.add(frame.say(
                    "affected_item.through",
                    line.through().number(),
                    line.through().label(),
                    line.distance()));
        }
        var reason = line.said() == null ? null : line.said().get(AffectedItemType.REASON);
        if (reason != null) {
            notes.add(reason);
        }
        return new LinesView.Line(
                new Shown.Linked(href, item.number(), item.number() + " " + item.label()),
                List.of(new Shown.Plain(
                        frame.say("affected_item.origin." + line.origin().name().toLowerCase(Locale.ROOT)))),
                notes);
    }

    @GetMapping({"/configuration-items/{key}/changes", "/services/{key}/changes"})
    String changes(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var item =
                store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var found = actor.may(ChangeType.WORK)
                ? store.list(actor, ChangeType.CHANGE, Query.of(about(item)).limit(MANY))
                        .items()
                : List.<Snapshot>of();
        var more = actor.may(ChangeType.WORK, item.organisation())
                ? new LinesView.More(
                        "/changes/new?configuration_item=" + Hrefs.encoded(item.number()), frame.say("change.add"))
                : null;
        return LinesView.of(
                        item,
                        "change.of_item",
                        found.isEmpty() ? List.of(frame.say("change.of_item.none")) : List.of(),
                        lines.of(found, List.of(ChangeType.STATE, ChangeType.PLANNED_START), request, actor, frame),
                        more)
                .shown(request, frame, model);
    }

    private static Filter about(Snapshot item) {
        return Filter.any(
                Filter.is(ChangeType.CONFIGURATION_ITEM, item.id()), Filter.is(ChangeType.SERVICE, item.id()));
    }

    private static boolean grows(Actor actor, Snapshot change) {
        return actor.may(ChangeType.WORK, change.organisation())
                && change.need(ChangeType.STATE).open();
    }
}
