package org.mainstay.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.problem.Recurrences.Recurred;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.LinesView;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.RecordLines;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/problems/{key}/recurrence`, on the page of a problem that was resolved and in the API: what came back, and how
/// often.
@Controller
class RecurrencePages {

    private static final List<Attribute<?>> SHOWN = List.of(IncidentType.STATE, IncidentType.OPENED_AT);
    private static final int MANY = 1_000;

    private final RecordStore store;
    private final Recurrences recurrences;
    private final RecordLines lines;
    private final Frames frames;
    private final Answers answers;
    private final Problems problems;

    RecurrencePages(
            RecordStore store,
            Recurrences recurrences,
            RecordLines lines,
            Frames frames,
            Answers answers,
            Problems problems) {
        this.store = store;
        this.recurrences = recurrences;
        this.lines = lines;
        this.frames = frames;
        this.answers = answers;
        this.problems = problems;
    }

    @GetMapping("/problems/{key}/recurrence")
    String recurrence(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var problem = store.find(actor, ProblemType.PROBLEM, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        boolean resolved = problem.get(ProblemType.RESOLVED_AT) != null;
        if (!resolved && LinesView.part(request)) {
            return "problem/nothing";
        }
        var since = recurrences.since(problem);
        var by = since.stream().collect(Collectors.toMap(Recurred::incident, it -> it));
        return LinesView.of(
                        problem,
                        "problem.recurrence",
                        resolved
                                ? List.of(
                                        recurrences.measures(problem, since).stream()
                                                .map(it -> said(it, frame))
                                                .collect(Collectors.joining(" ")),
                                        frame.say("problem.recurrence.rule"))
                                : List.of(frame.say("problem.recurrence.unresolved")),
                        lines.of(incidents(actor, since), SHOWN, it -> why(by, it, frame), request, actor, frame),
                        null)
                .shown(request, frame, model);
    }

    private static String said(Recurrences.Measure measure, Frame frame) {
        return frame.say(
                measure.over() ? "problem.recurrence.over" : "problem.recurrence.so_far",
                measure.days(),
                measure.count());
    }

    private static List<String> why(Map<UUID, Recurred> by, Snapshot incident, Frame frame) {
        var recurred = by.get(incident.id());
        return recurred != null && recurred.linked() ? List.of(frame.say("problem.recurrence.linked")) : List.of();
    }

    /// Those that the actor sees, the newest first.
    private List<Snapshot> incidents(Actor actor, List<Recurred> since) {
        var ids = since.stream().limit(MANY).map(Recurred::incident).toList();
        return store.get(actor, IncidentType.INCIDENT, ids).stream()
                .sorted(Comparator.comparing((Snapshot it) -> it.need(IncidentType.OPENED_AT))
                        .reversed()
                        .thenComparing(Snapshot::number))
                .toList();
    }

    /// `{"resolved_at","measures":[{"days","until","over","count"}],"items":[{"record","state","opened_at",
    /// "resolved_at","linked"}],"next":null}`
    @GetMapping("/api/v1/problems/{key}/recurrence")
    ResponseEntity<byte[]> measured(@PathVariable String key, Actor actor, Locale reader) {
        return store.find(actor, ProblemType.PROBLEM, key)
                .map(problem -> answers.ok(measured(actor, problem)))
                .orElseGet(() -> problems.missing(reader));
    }

    private byte[] measured(Actor actor, Snapshot problem) {
        var since = recurrences.since(problem);
        var linked =
                since.stream().filter(Recurred::linked).map(Recurred::incident).collect(Collectors.toSet());
        return Rendering.json(json -> {
            json.writeStartObject();
            var resolved = problem.get(ProblemType.RESOLVED_AT);
            json.writeStringProperty("resolved_at", resolved == null ? null : resolved.toString());
            json.writeArrayPropertyStart("measures");
            for (var measure : recurrences.measures(problem, since)) {
                json.writeStartObject();
                json.writeNumberProperty("days", measure.days());
                json.writeStringProperty("until", measure.until().toString());
                json.writeBooleanProperty("over", measure.over());
                json.writeNumberProperty("count", measure.count());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("items");
            for (var incident : incidents(actor, since)) {
                json.writeStartObject();
                ProblemApi.incident(json, incident);
                json.writeBooleanProperty("linked", linked.contains(incident.id()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeEndObject();
        });
    }
}
