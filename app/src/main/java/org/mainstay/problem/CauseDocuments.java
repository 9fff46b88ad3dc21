package org.mainstay.problem;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Codes;
import org.mainstay.problem.CauseView.Document;
import org.mainstay.problem.CauseView.Entry;
import org.mainstay.problem.CauseView.Fact;
import org.mainstay.web.Frame;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;

/// Makes a document of the board: what its reader sees of it, at the moment they ask.
final class CauseDocuments {

    private static final List<Attribute<?>> FACTS = List.of(
            ProblemType.STATE,
            ProblemType.PRIORITY,
            ProblemType.SERVICE,
            ProblemType.CONFIGURATION_ITEM,
            ProblemType.GROUP,
            ProblemType.ASSIGNEE,
            ProblemType.OPENED_AT,
            ProblemType.RESOLVED_AT);

    private static final List<Attribute<String>> TEXTS =
            List.of(ProblemType.DESCRIPTION, ProblemType.CAUSE, ProblemType.WORKAROUND, ProblemType.FIX);

    private final Caused caused;
    private final CauseViews views;
    private final Show show;
    private final Clock clock;

    CauseDocuments(Caused caused, CauseViews views, Show show, Clock clock) {
        this.caused = caused;
        this.views = views;
        this.show = show;
        this.clock = clock;
    }

    Document of(Board.Sight sight, Actor actor, Frame frame) {
        var problem = sight.problem();
        var reader = Show.Reader.of(frame, actor);
        var facts = new ArrayList<Fact>();
        for (var attribute : FACTS) {
            var shown = show.value(problem, attribute, sight.labels(), reader);
            if (!(shown instanceof Shown.Nothing)) {
                facts.add(new Fact(show.label(problem.type(), attribute, reader), ExhibitText.plain(shown)));
            }
        }
        var texts = new ArrayList<Fact>();
        for (var attribute : TEXTS) {
            var text = problem.get(attribute);
            if (text != null && !text.isBlank()) {
                texts.add(new Fact(show.label(problem.type(), attribute, reader), text));
            }
        }
        var href = CauseViews.href(problem);
        return new Document(
                href,
                href + ".md",
                problem.number(),
                problem.label(),
                facts,
                texts,
                figures(sight, actor, frame),
                sight.tree().flat().stream()
                        .map(it -> entry(it, sight, reader, frame))
                        .toList(),
                frame.say(
                        "cause.document.made",
                        frame.person(),
                        show.moment(clock.instant().truncatedTo(ChronoUnit.SECONDS), reader)
                                .exact()));
    }

    private List<String> figures(Board.Sight sight, Actor actor, Frame frame) {
        var figures = new ArrayList<String>();
        var incidents = caused.incidents(actor, sight.problem());
        if (!incidents.isEmpty()) {
            figures.add(ProblemPages.summary(caused.rollUp(incidents), frame));
        }
        figures.add(sight.tree().size() == 0 ? frame.say("cause.none") : CauseViews.figures(sight, frame));
        sight.roots()
                .forEach(it -> figures.add(frame.say("cause.root_is", it.cause().label())));
        return figures;
    }

    private Entry entry(CauseTree.Node node, Board.Sight sight, Show.Reader reader, Frame frame) {
        var cause = node.cause();
        var marks = new ArrayList<String>();
        var code = Codes.of(cause.need(CauseType.STATE));
        marks.add(frame.say("cause.state." + code));
        if (cause.need(CauseType.KIND) != Cause.Kind.WHY) {
            marks.add(frame.say("cause.kind." + Codes.of(cause.need(CauseType.KIND))));
        }
        if (CauseTree.root(node)) {
            marks.add(frame.say("cause.root"));
        }
        var lacking = CauseViews.lacking(cause, sight, frame);
        if (!lacking.isEmpty()) {
            marks.add(lacking);
        }
        var reason = cause.get(CauseType.REASON);
        return new Entry(
                node.outline(),
                node.depth(),
                cause.number(),
                cause.label(),
                code,
                marks,
                views.decided(cause, sight, reader, frame),
                reason == null ? "" : reason,
                views.evidence(cause, sight, false, reader, frame));
    }

    static String fileName(Document document) {
        return document.number() + "-causes.md";
    }
}
