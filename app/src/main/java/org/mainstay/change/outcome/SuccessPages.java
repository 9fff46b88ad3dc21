package org.mainstay.change.outcome;

import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Locale;
import org.mainstay.change.ChangeType;
import org.mainstay.change.outcome.SuccessScore.Dimension;
import org.mainstay.change.outcome.SuccessScore.Row;
import org.mainstay.change.outcome.SuccessScore.Tally;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NotPermitted;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/changes/success`: how well changes go, by model, group or service, and how sure that is.
@Controller
class SuccessPages {

    private final SuccessScore score;
    private final Frames frames;

    SuccessPages(SuccessScore score, Frames frames) {
        this.score = score;
        this.frames = frames;
    }

    @GetMapping("/changes/success")
    String success(
            @RequestParam(defaultValue = "model") String by,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        if (!actor.may(ChangeType.WORK)) {
            throw new NotPermitted(Message.of("change.permits.work_needed"));
        }
        var frame = frames.of(actor, request, locale);
        var dimension = Dimension.of(by).orElse(Dimension.MODEL);
        var table = score.by(dimension, actor);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new SuccessView(
                        dimension.code(),
                        Arrays.stream(Dimension.values()).map(Dimension::code).toList(),
                        line(frame.say("change.success.all"), "", table.whole(), frame),
                        table.rows().stream()
                                .map(it -> line(it, dimension, frame))
                                .toList()));
        return "change/success";
    }

    private static SuccessView.Line line(Row row, Dimension by, Frame frame) {
        var of = row.of();
        return line(
                of == null ? frame.say("change.success.no_" + by.code()) : of.label(),
                by.code() + ":" + (of == null ? "none" : of.number()),
                row.tally(),
                frame);
    }

    /// @param filter what tells these changes from all others that count
    private static SuccessView.Line line(String label, String filter, Tally it, Frame frame) {
        var percent = NumberFormat.getPercentInstance(frame.locale());
        var whole = NumberFormat.getIntegerInstance(frame.locale());
        var points = NumberFormat.getNumberInstance(frame.locale());
        points.setMinimumFractionDigits(1);
        points.setMaximumFractionDigits(1);
        var success = it.success();
        var counted = "state:closed -outcome:none closed_at>-" + SuccessScore.PERIOD.toDays() + "d " + filter;
        return new SuccessView.Line(
                label,
                "/" + ChangeType.CHANGE.collection() + "?filter=" + Hrefs.encoded(counted.strip()),
                whole.format(it.cases()),
                it.cases() == 0 ? "–" : percent.format(success.share()),
                it.cases() == 0
                        ? ""
                        : frame.say(
                                "change.success.bounds", percent.format(success.low()), percent.format(success.high())),
                whole.format(it.withIssues()),
                whole.format(it.unsuccessful()),
                frame.say("change.success.caused.counts", it.first(), it.second(), it.third()),
                it.cases() == 0 ? "–" : points.format(it.mean()),
                hundredth(success.low()),
                hundredth(success.high()),
                hundredth(success.share()));
    }

    private static int hundredth(double share) {
        return (int) Math.round(share * 100);
    }
}
