package org.mainstay.web.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mainstay.conversation.Comment;
import org.mainstay.conversation.Watch;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Forms;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Says;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import org.mainstay.web.record.Similar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is open already and says the same, while somebody describes something new; "this is it" adds their words
/// to it instead of making another.
@Controller
class DuplicatePages {

    private static final int FOUND = 5;
    private static final int LOOKED_AT = 10;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 200;
    /// A suggestion is what most of the similar records have.
    private static final int ENOUGH = 2;

    private final RecordTypes types;
    private final RecordStore store;
    private final Acts acts;
    private final Similar similar;
    private final Frames frames;
    private final Show show;
    private final NewForms fresh;

    DuplicatePages(
            RecordTypes types,
            RecordStore store,
            Acts acts,
            Similar similar,
            Frames frames,
            Show show,
            NewForms fresh) {
        this.types = types;
        this.store = store;
        this.acts = acts;
        this.similar = similar;
        this.frames = frames;
        this.show = show;
        this.fresh = fresh;
    }

    @GetMapping("/{collection:[a-z][a-z-]*}/similar")
    String similar(
            @PathVariable String collection,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var type = types.current(
                types.byCollection(collection).orElseThrow(NoSuchPage::new).type());
        var frame = frames.of(actor, request, locale);
        var text = typed.getOrDefault(type.label().code(), "").strip();
        var found = text.length() < SHORTEST
                ? List.<Snapshot>of()
                : open(actor, type, text.substring(0, Math.min(LONGEST, text.length())));
        var labels = store.labels(actor, found);
        var reader = Show.Reader.brief(frame, actor);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new DuplicatesView(
                        found.stream()
                                .map(it -> new DuplicatesView.Row(
                                        it.number(),
                                        it.label(),
                                        Hrefs.record(collection, it.number()),
                                        type.attribute("state")
                                                .map(state -> show.value(it, state, labels, reader))
                                                .orElse(new Shown.Nothing())))
                                .toList(),
                        suggestions(type, found, labels, frame)));
        return "web/duplicates";
    }

    /// Whole, because suggestions come from more than a line shows.
    private List<Snapshot> open(Actor actor, RecordType<?> type, String text) {
        var ids = similar.of(actor, type, text, LOOKED_AT).stream()
                .filter(it -> !type.finished(it))
                .limit(FOUND)
                .map(Snapshot::id)
                .toList();
        return ids.isEmpty()
                ? List.of()
                : store.get(actor, type, ids).stream()
                        .sorted(Comparator.comparing(it -> ids.indexOf(it.id())))
                        .toList();
    }

    /// What most of them have in common, with the reason.
    private static List<DuplicatesView.Suggestion> suggestions(
            RecordType<?> type, List<Snapshot> found, Map<UUID, Label> labels, Frame frame) {
        return type.suggested().stream()
                .flatMap(it -> suggestion(type, it, found, labels, frame).stream())
                .toList();
    }

    private static Optional<DuplicatesView.Suggestion> suggestion(
            RecordType<?> type, Attribute<?> attribute, List<Snapshot> found, Map<UUID, Label> labels, Frame frame) {
        var counts = found.stream()
                .map(it -> it.get(attribute))
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast)
                .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(it -> it.getValue() >= ENOUGH && it.getValue() * 2 > found.size())
                .filter(it -> labels.containsKey(it.getKey()))
                .map(it -> {
                    var label = Objects.requireNonNull(labels.get(it.getKey()));
                    return new DuplicatesView.Suggestion(
                            attribute.code(),
                            Forms.written(label),
                            frame.say(
                                    "web.duplicates.suggest",
                                    it.getValue(),
                                    found.size(),
                                    frame.messages().attribute(type, attribute, frame.locale()),
                                    label.label()));
                });
    }

    @PostMapping("/{collection:[a-z][a-z-]*}/{key}/same")
    String same(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        var record = store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
        var outcome = acts.add(actor, record.type(), record.id(), parts(record, Forms.values(typed), actor));
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone) {
            return Hrefs.saved(collection, record.number());
        }
        response.setStatus(Says.status(outcome).value());
        var frame = frames.of(actor, request, locale);
        var filled = new NewForms.Filled(typed, List.of(), Says.errors(outcome, frame));
        var ask = new NewForms.Ask(typed, List.of());
        return fresh.show(types.current(of.type()), collection, ask, filled, actor, frame, model);
    }

    /// What they wrote, as a comment; and they hear of what comes of it.
    private static PlanPart[] parts(Snapshot record, Map<String, String> typed, Actor actor) {
        var text = record.type().attributes().stream()
                .filter(it -> it == record.type().label() || Templates.describes(it))
                .map(it -> typed.getOrDefault(it.code(), "").strip())
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("\n\n"));
        var watch = new Watch(actor.id());
        return text.isEmpty() ? new PlanPart[] {watch} : new PlanPart[] {new Comment(text, false), watch};
    }
}
