package org.mainstay.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
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

/// `/problem-candidates/{key}/incidents`, on the candidate's page and in the API: which incidents are behind it, and
/// what
/// makes them one.
@Controller
class CandidatePages {

    private static final List<Attribute<?>> SHOWN =
            List.of(IncidentType.STATE, IncidentType.PRIORITY, IncidentType.OPENED_AT);

    private final RecordStore store;
    private final CandidateIncidents behind;
    private final ProblemSettings settings;
    private final RecordLines lines;
    private final Frames frames;
    private final Answers answers;
    private final Problems problems;

    CandidatePages(
            RecordStore store,
            CandidateIncidents behind,
            ProblemSettings settings,
            RecordLines lines,
            Frames frames,
            Answers answers,
            Problems problems) {
        this.store = store;
        this.behind = behind;
        this.settings = settings;
        this.lines = lines;
        this.frames = frames;
        this.answers = answers;
        this.problems = problems;
    }

    /// Those that the actor sees, the newest first.
    private List<Snapshot> incidents(Actor actor, Snapshot candidate) {
        var ids = behind.of(candidate.id());
        var places = new HashMap<UUID, Integer>();
        ids.forEach(it -> places.put(it, places.size()));
        return store.get(actor, IncidentType.INCIDENT, ids).stream()
                .sorted(Comparator.comparing(it -> places.getOrDefault(it.id(), ids.size())))
                .toList();
    }

    @GetMapping("/problem-candidates/{key}/incidents")
    String incidents(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var candidate =
                store.find(actor, ProblemCandidateType.PROBLEM_CANDIDATE, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var incidents = incidents(actor, candidate);
        return LinesView.of(
                        candidate,
                        "problem_candidate.incidents",
                        summary(candidate, incidents.size(), frame),
                        lines.of(incidents, SHOWN, request, actor, frame),
                        null)
                .shown(request, frame, model);
    }

    private List<String> summary(Snapshot candidate, int shown, Frame frame) {
        var said = new ArrayList<String>();
        var words = candidate.get(ProblemCandidateType.WORDS);
        if (words != null) {
            said.add(frame.say("problem_candidate.why.words", words));
        }
        said.add(frame.say(
                "problem_candidate.why",
                settings.candidateLeast(),
                settings.candidatePeriod().toDays()));
        long all = candidate.need(ProblemCandidateType.INCIDENT_COUNT);
        if (shown < all) {
            said.add(frame.say("problem_candidate.incidents.some", shown, all));
        }
        return said;
    }

    /// `{"items":[{"record","state","opened_at","resolved_at"}],"next":null,"count"}`
    @GetMapping("/api/v1/problem-candidates/{key}/incidents")
    ResponseEntity<byte[]> listed(@PathVariable String key, Actor actor, Locale reader) {
        return store.find(actor, ProblemCandidateType.PROBLEM_CANDIDATE, key)
                .map(candidate -> answers.ok(Rendering.json(json -> {
                    json.writeStartObject();
                    json.writeArrayPropertyStart("items");
                    for (var incident : incidents(actor, candidate)) {
                        json.writeStartObject();
                        ProblemApi.incident(json, incident);
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                    json.writeNullProperty("next");
                    json.writeNumberProperty("count", candidate.need(ProblemCandidateType.INCIDENT_COUNT));
                    json.writeEndObject();
                })))
                .orElseGet(() -> problems.missing(reader));
    }
}
