package org.mainstay.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.LinesView;
import org.mainstay.web.LinesView.Line;
import org.mainstay.web.NoSuchPage;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/incidents/{key}/known-errors`, on the page of the incident and in the API: what may be behind it, and why.
@Controller
class KnownErrorPages {

    private static final int CLIPPED = 300;

    private final RecordStore store;
    private final Matches matches;
    private final Frames frames;
    private final Answers answers;
    private final Problems problems;

    KnownErrorPages(RecordStore store, Matches matches, Frames frames, Answers answers, Problems problems) {
        this.store = store;
        this.matches = matches;
        this.frames = frames;
        this.answers = answers;
        this.problems = problems;
    }

    @GetMapping("/incidents/{key}/known-errors")
    String offered(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var incident = store.find(actor, IncidentType.INCIDENT, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var lines =
                matches.of(actor, incident).stream().map(it -> line(it, frame)).toList();
        if (lines.isEmpty() && LinesView.part(request)) {
            return "problem/nothing";
        }
        return LinesView.of(
                        incident,
                        "known_error.offered",
                        lines.isEmpty() ? List.of(frame.say("known_error.offered.none")) : List.of(),
                        lines,
                        null)
                .shown(request, frame, model);
    }

    private static Line line(Matches.Match match, Frame frame) {
        var why = new ArrayList<String>();
        match.facts().forEach(it -> why.add(frame.say("known_error.match." + Codes.of(it))));
        if (!match.words().isEmpty()) {
            why.add(frame.say("known_error.match.words", String.join(", ", match.words())));
        }
        var workaround = Objects.requireNonNullElse(match.knownError().get(KnownErrorType.WORKAROUND), "");
        return new Line(
                LinesView.linked(match.knownError()),
                List.of(),
                List.of(Texts.clip(workaround, CLIPPED), frame.say("known_error.match", String.join("; ", why))));
    }

    /// `{"items":[{"record","workaround","matched","words"}],"next":null}`, the likeliest first.
    @GetMapping("/api/v1/incidents/{key}/known-errors")
    ResponseEntity<byte[]> matching(@PathVariable String key, Actor actor, Locale reader) {
        return store.find(actor, IncidentType.INCIDENT, key)
                .map(incident -> answers.ok(Rendering.json(json -> {
                    json.writeStartObject();
                    json.writeArrayPropertyStart("items");
                    for (var match : matches.of(actor, incident)) {
                        json.writeStartObject();
                        ProblemApi.named(json, match.knownError());
                        json.writeStringProperty(
                                "workaround", match.knownError().get(KnownErrorType.WORKAROUND));
                        json.writeArrayPropertyStart("matched");
                        match.facts().forEach(it -> json.writeString(Codes.of(it)));
                        json.writeEndArray();
                        json.writeArrayPropertyStart("words");
                        match.words().forEach(json::writeString);
                        json.writeEndArray();
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                    json.writeNullProperty("next");
                    json.writeEndObject();
                })))
                .orElseGet(() -> problems.missing(reader));
    }
}
