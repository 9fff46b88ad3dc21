package org.mainstay.change.risk;

import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.Change.Outcome;
import org.mainstay.change.ChangeType;
import org.mainstay.change.risk.Calibration.Band;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterText;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.Stats;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NotPermitted;
import org.mainstay.web.Shown;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.core.JsonGenerator;

/// `/changes/calibration`, as a page and in the API: whether changes of higher risk really go wrong more often.
@Controller
class CalibrationPages {

    private static final Message WORK_NEEDED = Message.of("risk.calibration.work_needed");

    private final Stats stats;
    private final Frames frames;
    private final Answers answers;
    private final Problems problems;

    CalibrationPages(Stats stats, Frames frames, Answers answers, Problems problems) {
        this.stats = stats;
        this.frames = frames;
        this.answers = answers;
        this.problems = problems;
    }

    @GetMapping("/changes/calibration")
    String page(HttpServletRequest request, Actor actor, Locale locale, Model model) {
        if (!actor.may(ChangeType.WORK)) {
            throw new NotPermitted(WORK_NEEDED);
        }
        var frame = frames.of(actor, request, locale);
        var calibration = Calibration.of(actor, stats);
        var days = Experience.LOOKED_BACK.toDays();
        var said = new ArrayList<String>();
        said.add(frame.say("risk.calibration." + Codes.of(calibration.verdict()), calibration.cases()));
        if (calibration.verdict() != Calibration.Verdict.TOO_FEW && !calibration.ordered()) {
            said.add(frame.say("risk.calibration.not_ordered"));
        }
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new CalibrationView(
                        frame.say("risk.calibration.hint", days),
                        said,
                        calibration.bands().stream().map(it -> row(it, frame)).toList()));
        return "change/calibration";
    }

    private static CalibrationView.Row row(Band band, Frame frame) {
        var percent = NumberFormat.getPercentInstance(frame.locale());
        var failures = band.failures();
        var outcomes = new ArrayList<Shown>();
        for (var outcome : Outcome.values()) {
            long count = band.outcomes().getOrDefault(outcome, 0L);
            outcomes.add(linked(count, Calibration.counted(band.risk(), outcome), frame));
        }
        return new CalibrationView.Row(
                new Shown.Badge("risk", Codes.of(band.risk()), frame.say("change.risk." + Codes.of(band.risk()))),
                linked(failures.cases(), Calibration.counted(band.risk()), frame),
                outcomes,
                failures.cases() == 0 ? "–" : percent.format(failures.share()),
                failures.cases() == 0
                        ? ""
                        : frame.say(
                                "risk.calibration.bounds",
                                percent.format(failures.low()),
                                percent.format(failures.high())));
    }

    /// Exactly the changes that are counted.
    private static Shown linked(long count, Filter filter, Frame frame) {
        var text = NumberFormat.getIntegerInstance(frame.locale()).format(count);
        return count == 0
                ? new Shown.Plain(text)
                : new Shown.Linked("/changes?filter=" + Hrefs.encoded(FilterText.of(filter)), "", text);
    }

    @GetMapping("/api/v1/changes/calibration")
    ResponseEntity<byte[]> answer(Actor actor, Locale reader) {
        if (!actor.may(ChangeType.WORK)) {
            return problems.denied(WORK_NEEDED, reader);
        }
        var calibration = Calibration.of(actor, stats);
        return answers.ok(Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            calibration.bands().forEach(it -> write(json, it));
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeNumberProperty("cases", calibration.cases());
            json.writeStringProperty("verdict", Codes.of(calibration.verdict()));
            json.writeBooleanProperty("ordered", calibration.ordered());
            json.writeEndObject();
        }));
    }

    private static void write(JsonGenerator json, Band band) {
        var failures = band.failures();
        json.writeStartObject();
        json.writeStringProperty("risk", Codes.of(band.risk()));
        json.writeNumberProperty("cases", failures.cases());
        for (var outcome : Outcome.values()) {
            json.writeNumberProperty(Codes.of(outcome), band.outcomes().getOrDefault(outcome, 0L));
        }
        share(json, "share", failures.cases() == 0 ? null : failures.share());
        json.writeNumberProperty("low", rounded(failures.low()));
        json.writeNumberProperty("high", rounded(failures.high()));
        json.writeStringProperty("filter", FilterText.of(Calibration.counted(band.risk())));
        json.writeEndObject();
    }

    private static void share(JsonGenerator json, String name, @Nullable Double share) {
        if (share == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, rounded(share));
        }
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
