package org.mainstay.cmdb.reconciliation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.cmdb.reconciliation.ReconciliationTaskType.Sort;
import org.mainstay.cmdb.reconciliation.ReconciliationTaskType.State;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.NotPermitted;
import org.mainstay.web.Show;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/reconciliation-tasks/{key}/compare`: two items that may be one thing beside each other, and their merge.
@Controller
@RequestMapping("/reconciliation-tasks/{key}")
class ComparePages {

    private final RecordStore store;
    private final Access access;
    private final Merging merging;
    private final Frames frames;
    private final Show show;

    ComparePages(RecordStore store, Access access, Merging merging, Frames frames, Show show) {
        this.store = store;
        this.access = access;
        this.merging = merging;
        this.frames = frames;
        this.show = show;
    }

    /// @param survivor number of the item that stays; empty for the one the task is about
    @GetMapping("/compare")
    String compare(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String survivor,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        return show(task(actor, key), survivor, List.of(), frames.of(actor, request, locale), actor, model);
    }

    @PostMapping("/merge")
    String merge(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String survivor,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var task = task(actor, key);
        var items = items(task, survivor, actor);
        if (manages(actor, task, items) instanceof Decision.Denied(var reason)) {
            throw new NotPermitted(reason);
        }
        var problems = items.size() < 2 || task.need(ReconciliationTaskType.STATE) != State.OPEN
                ? List.of(Problem.of("reconciliation.task.decided"))
                : merging.merge(
                        actor,
                        Cause.action("merge"),
                        items.getFirst().id(),
                        items.getLast().id());
        if (problems.isEmpty()) {
            return "redirect:"
                    + Hrefs.saved("configuration-items", items.getFirst().number());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(task, survivor, problems, frames.of(actor, request, locale), actor, model);
    }

    /// Those may merge who keep both items, whatever organisation the task belongs to.
    private static Decision manages(Actor actor, Snapshot task, List<Snapshot> items) {
        for (var item : items) {
            var manages = ItemOrganisations.manages(actor, item.organisation());
            if (!manages.yes()) {
                return manages;
            }
        }
        return ItemOrganisations.manages(actor, task.organisation());
    }

    private Snapshot task(Actor actor, String key) {
        return store.find(actor, ReconciliationTaskType.RECONCILIATION_TASK, key)
                .orElseThrow(NoSuchPage::new);
    }

    /// The one that stays first; fewer than two where the task is about something else or one is gone.
    private List<Snapshot> items(Snapshot task, String survivor, Actor actor) {
        if (task.need(ReconciliationTaskType.KIND) != Sort.DUPLICATE) {
            return List.of();
        }
        var one = item(actor, task.get(ReconciliationTaskType.ITEM));
        var other = item(actor, task.get(ReconciliationTaskType.OTHER_ITEM));
        if (one == null || other == null) {
            return List.of();
        }
        return survivor.equals(other.number()) ? List.of(other, one) : List.of(one, other);
    }

    private @Nullable Snapshot item(Actor actor, @Nullable UUID id) {
        return id == null
                ? null
                : store.get(actor, ConfigurationItemType.CONFIGURATION_ITEM, id).orElse(null);
    }

    private String show(Snapshot task, String survivor, List<Problem> problems, Frame frame, Actor actor, Model model) {
        var items = items(task, survivor, actor);
        var labels = store.labels(actor, items);
        var reader = Show.Reader.of(frame, actor);
        var lines = new ArrayList<CompareView.Line>();
        if (items.size() == 2) {
            for (Attribute<?> attribute : items.getFirst().type().attributes()) {
                if (items.stream().allMatch(it -> access.reads(it.type(), attribute, actor, it))) {
                    line(attribute, items, labels, reader, lines);
                }
            }
        }
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new CompareView(
                        Hrefs.record("reconciliation-tasks", task.number()),
                        task.label(),
                        items.stream()
                                .map(it -> new CompareView.Item(
                                        Hrefs.record("configuration-items", it.number()), it.number(), it.label()))
                                .toList(),
                        lines,
                        task.need(ReconciliationTaskType.STATE) == State.OPEN
                                && manages(actor, task, items).yes(),
                        problems.stream()
                                .map(it -> frame.messages().say(it.reason(), frame.locale()))
                                .toList()));
        return "cmdb/compare";
    }

    private void line(
            Attribute<?> attribute,
            List<Snapshot> items,
            Map<UUID, Label> labels,
            Show.Reader reader,
            List<CompareView.Line> lines) {
        var here = items.getFirst().get(attribute);
        var there = items.getLast().get(attribute);
        boolean merges = attribute.recorded() && !Merging.OWN.contains(attribute);
        if (merges && (here != null || there != null)) {
            lines.add(new CompareView.Line(
                    show.label(items.getFirst().type(), attribute, reader),
                    show.value(items.getFirst(), attribute, labels, reader),
                    show.value(items.getLast(), attribute, labels, reader),
                    here != null,
                    !Objects.equals(here, there)));
        }
    }
}
