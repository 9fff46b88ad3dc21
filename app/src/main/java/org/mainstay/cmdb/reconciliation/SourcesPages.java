package org.mainstay.cmdb.reconciliation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
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
import org.springframework.web.bind.annotation.RequestParam;

/// The page that accounts for an item's values, where they are pinned, and where items are merged and given back.
@Controller
class SourcesPages {

    private final RecordStore store;
    private final Provenance provenance;
    private final PinQueries pins;
    private final Merging merging;
    private final Frames frames;
    private final Show show;
    private final Clock clock;

    SourcesPages(
            RecordStore store,
            Provenance provenance,
            PinQueries pins,
            Merging merging,
            Frames frames,
            Show show,
            Clock clock) {
        this.store = store;
        this.provenance = provenance;
        this.pins = pins;
        this.merging = merging;
        this.frames = frames;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping({"/configuration-items/{key}/sources", "/services/{key}/sources"})
    String sources(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        return show(item(actor, key), actor, "", List.of(), frames.of(actor, request, locale), model);
    }

    /// @param days for how long; 0 for without end; empty to take the pin away
    @PostMapping("/configuration-items/{key}/pins")
    String pin(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String attribute,
            @RequestParam(defaultValue = "") String days,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var item = kept(actor, key);
        if (item.type().attribute(attribute).isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var unknown = List.of(Problem.of("kernel.save.unknown_attribute", attribute));
            return show(item, actor, "", unknown, frames.of(actor, request, locale), model);
        }
        if (days.isEmpty()) {
            pins.unpin(item.id(), attribute);
        } else {
            pins.pin(item.id(), new PinQueries.Pin(attribute, until(days), actor.id()), clock.instant());
        }
        return back(item);
    }

    private @Nullable Instant until(String days) {
        return switch (days) {
            case "30" -> clock.instant().plus(Duration.ofDays(30));
            case "365" -> clock.instant().plus(Duration.ofDays(365));
            case "0" -> null;
            default -> throw new NoSuchPage();
        };
    }

    @PostMapping("/configuration-items/{key}/merge")
    String merge(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String duplicate,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var item = kept(actor, key);
        var other = store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, duplicate.strip());
        var problems = other.isEmpty()
                ? List.of(Problem.of("kernel.save.no_such_record", duplicate))
                : merging.merge(
                        actor, Cause.action("merge"), item.id(), other.get().id());
        if (problems.isEmpty()) {
            return back(item);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(item, actor, duplicate, problems, frames.of(actor, request, locale), model);
    }

    @PostMapping("/configuration-items/{key}/undo-merge")
    String undo(
            @PathVariable String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var item = kept(actor, key);
        if (merging.undo(actor, item) instanceof Merging.Undoing.Refused(var problem)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(item, actor, "", List.of(problem), frames.of(actor, request, locale), model);
        }
        return back(item);
    }

    private static String back(Snapshot item) {
        return "redirect:" + Hrefs.record("configuration-items", item.number()) + "/sources";
    }

    private Snapshot kept(Actor actor, String key) {
        var item = item(actor, key);
        if (ItemOrganisations.manages(actor, item.organisation()) instanceof Decision.Denied(var reason)) {
            throw new NotPermitted(reason);
        }
        return item;
    }

    private Snapshot item(Actor actor, String key) {
        return store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, key).orElseThrow(NoSuchPage::new);
    }

    private String show(Snapshot item, Actor actor, String typed, List<Problem> problems, Frame frame, Model model) {
        var reader = Show.Reader.of(frame, actor);
        var lines = provenance.of(actor, item).stream()
                .map(it -> line(it, item, frame, reader))
                .toList();
        boolean keeps = ItemOrganisations.manages(actor, item.organisation()).yes();
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new SourcesView(
                        Hrefs.record("configuration-items", item.number()),
                        item.number() + " " + item.label(),
                        lines,
                        keeps,
                        keeps && item.get(ConfigurationItemType.MERGED_INTO) != null,
                        typed,
                        problems.stream()
                                .map(it -> frame.messages().say(it.reason(), frame.locale()))
                                .collect(Collectors.joining(" "))));
        return "cmdb/sources";
    }

    private SourcesView.Line line(Provenance.Line line, Snapshot item, Frame frame, Show.Reader reader) {
        var words = new ArrayList<SourcesView.Word>();
        for (var word : line.words()) {
            words.add(new SourcesView.Word(
                    word.sourceName(),
                    Provenance.text(word.value()),
                    show.moment(word.at(), reader),
                    word.times(),
                    word.agrees()
                            ? "reconciliation.standing.agrees"
                            : word.fresh() ? "reconciliation.standing.differs" : "reconciliation.standing.stale"));
        }
        for (var former : line.former()) {
            words.add(new SourcesView.Word(
                    former.sourceName(),
                    Provenance.text(former.value()),
                    show.moment(former.until(), reader),
                    former.times(),
                    "reconciliation.standing.former"));
        }
        var pinned = line.pinnedUntil();
        return new SourcesView.Line(
                line.attribute().code(),
                show.label(item.type(), line.attribute(), reader),
                line.value() == null ? "" : Provenance.text(line.value()),
                line.disputed(),
                pinned == null
                        ? ""
                        : pinned.equals(Instant.MAX)
                                ? frame.say("reconciliation.note.pinned")
                                : frame.say(
                                        "reconciliation.note.pinned_until",
                                        show.moment(pinned, reader).exact()),
                words);
    }
}
