package org.mainstay.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Markdown;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.problem.CauseEditors.Doing;
import org.mainstay.problem.CauseView.Node;
import org.mainstay.problem.CauseView.Proof;
import org.mainstay.problem.CauseView.Tree;
import org.mainstay.problem.CauseView.Verb;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;
import org.mainstay.web.Says;
import org.mainstay.web.Show;

/// Makes the view of the board.
final class CauseViews {

    private final Show show;
    private final ExhibitText texts;
    private final CauseEditors editors;

    CauseViews(Show show, ExhibitText texts, CauseEditors editors) {
        this.show = show;
        this.texts = texts;
        this.editors = editors;
    }

    static String href(Snapshot problem) {
        return Hrefs.record(ProblemType.PROBLEM.collection(), problem) + "/causes";
    }

    /// @param why bundle key of why the reader changes nothing; empty where they may
    Tree of(Board.Sight sight, Doing doing, String why, Actor actor, Frame frame) {
        var problem = sight.problem();
        var painter = new Painter(sight, doing, why.isEmpty(), actor, frame);
        var editor = doing.at().isEmpty() && painter.works ? editors.of(doing, null, sight, actor, frame) : null;
        return new Tree(
                href(problem),
                problem.number() + " " + problem.label(),
                problem.label(),
                Hrefs.record(ProblemType.PROBLEM.collection(), problem),
                show.value(problem, ProblemType.STATE, sight.labels(), painter.reader),
                figures(sight, frame),
                Objects.requireNonNullElse(problem.get(ProblemType.CAUSE), ""),
                why.isEmpty() ? "" : frame.say(why),
                doing.at(),
                painter.works && sight.tree().size() < CauseTree.MOST
                        ? href(problem) + "?do=" + CauseForms.CREATE + "#editor"
                        : "",
                editorless(doing, frame),
                editor,
                painter.nodes(sight.tree().nodes()));
    }

    /// What went wrong where no form stands to say so.
    private static List<String> editorless(Doing doing, Frame frame) {
        var outcome = doing.outcome();
        boolean form =
                !List.of(CauseForms.UP, CauseForms.DOWN, CauseForms.WITHDRAW).contains(doing.verb());
        return outcome == null || form ? List.of() : Says.errors(outcome, frame);
    }

    static String figures(Board.Sight sight, Frame frame) {
        return sight.tree().size() == 0
                ? ""
                : frame.say(
                        "cause.figures",
                        sight.count(Cause.State.HYPOTHESIS),
                        sight.count(Cause.State.CONFIRMED),
                        sight.count(Cause.State.REFUTED));
    }

    /// Who decided and when, in words; empty where nobody did.
    String decided(Snapshot cause, Board.Sight sight, Show.Reader reader, Frame frame) {
        var at = cause.get(CauseType.DECIDED_AT);
        var by = cause.get(CauseType.DECIDED_BY);
        return at == null
                ? ""
                : frame.say(
                        "cause.decided_by." + Codes.of(cause.need(CauseType.STATE)),
                        ExhibitText.name(by == null ? null : sight.labels().get(by), frame),
                        show.moment(at, reader).exact());
    }

    List<Proof> evidence(Snapshot cause, Board.Sight sight, boolean removable, Show.Reader reader, Frame frame) {
        return sight.evidence(cause).stream()
                .map(it -> texts.of(it, removable, reader, frame))
                .toList();
    }

    static String lacking(Snapshot cause, Board.Sight sight, Frame frame) {
        return cause.need(CauseType.STATE) == Cause.State.CONFIRMED
                        && sight.evidence(cause).isEmpty()
                ? frame.say("cause.evidence.lacking")
                : "";
    }

    static boolean adopted(Snapshot cause, Snapshot problem) {
        return Objects.requireNonNullElse(problem.get(ProblemType.CAUSE), "").contains(cause.label());
    }

    /// One board for one reader.
    private final class Painter {

        private final Board.Sight sight;
        private final Doing doing;
        private final boolean works;
        private final Actor actor;
        private final Frame frame;
        private final Show.Reader reader;

        Painter(Board.Sight sight, Doing doing, boolean works, Actor actor, Frame frame) {
            this.sight = sight;
            this.doing = doing;
            this.works = works;
            this.actor = actor;
            this.frame = frame;
            this.reader = Show.Reader.of(frame, actor);
        }

        List<Node> nodes(List<CauseTree.Node> nodes) {
            var shown = new ArrayList<Node>();
            for (int i = 0; i < nodes.size(); i++) {
                shown.add(node(nodes.get(i), i > 0, i < nodes.size() - 1));
            }
            return shown;
        }

        private Node node(CauseTree.Node node, boolean up, boolean down) {
            var cause = node.cause();
            var state = cause.need(CauseType.STATE);
            var reason = Objects.requireNonNullElse(cause.get(CauseType.REASON), "");
            return new Node(
                    cause.number(),
                    Long.toString(cause.version()),
                    node.outline(),
                    cause.label(),
                    show.value(cause, CauseType.STATE, Map.of(), reader),
                    Codes.of(state),
                    cause.need(CauseType.KIND) == Cause.Kind.WHY ? "" : frame.say("cause.kind.contributing_factor"),
                    CauseTree.root(node),
                    state == Cause.State.CONFIRMED && adopted(cause, sight.problem()),
                    reason.isBlank() ? "" : Markdown.html(reason, Markdown.Resolver.NONE),
                    decided(cause, sight, reader, frame),
                    lacking(cause, sight, frame),
                    evidence(cause, sight, works, reader, frame),
                    works ? verbs(node, state) : List.of(),
                    works ? more(node, state, up, down) : List.of(),
                    works && doing.at().equals(cause.number()) ? editor(cause) : null,
                    nodes(node.below()));
        }

        private CauseView.@Nullable Editor editor(Snapshot cause) {
            return editors.of(doing, cause, sight, actor, frame);
        }

        private List<Verb> verbs(CauseTree.Node node, Cause.State state) {
            var verbs = new ArrayList<Verb>();
            var cause = node.cause();
            if (state != Cause.State.REFUTED && grows(node)) {
                verbs.add(verb(cause, CauseForms.CREATE, "plus"));
            }
            if (state == Cause.State.HYPOTHESIS) {
                verbs.add(verb(cause, CauseForms.CONFIRM, "check"));
                verbs.add(verb(cause, CauseForms.REFUTE, "x"));
            }
            verbs.add(verb(cause, CauseForms.EVIDENCE, "paperclip"));
            if (CauseTree.root(node) && !adopted(cause, sight.problem())) {
                verbs.add(verb(cause, CauseForms.ADOPT, "target"));
            }
            return verbs;
        }

        private boolean grows(CauseTree.Node node) {
            return node.depth() < CauseTree.DEEPEST && sight.tree().size() < CauseTree.MOST;
        }

        private List<Verb> more(CauseTree.Node node, Cause.State state, boolean up, boolean down) {
            var more = new ArrayList<Verb>();
            var cause = node.cause();
            if (state == Cause.State.HYPOTHESIS) {
                more.add(verb(cause, CauseForms.EDIT, "pencil"));
            } else {
                more.add(verb(cause, CauseForms.REOPEN, "refresh"));
            }
            if (state == Cause.State.REFUTED && grows(node)) {
                more.add(verb(cause, CauseForms.CREATE, "plus"));
            }
            if (state == Cause.State.CONFIRMED && (!CauseTree.root(node) || adopted(cause, sight.problem()))) {
                more.add(verb(cause, CauseForms.ADOPT, "target"));
            }
            if (up) {
                more.add(atOnce(CauseForms.UP));
            }
            if (down) {
                more.add(atOnce(CauseForms.DOWN));
            }
            more.add(verb(cause, CauseForms.MOVE, "arrow-right"));
            if (node.below().isEmpty()) {
                more.add(verb(cause, CauseForms.DELETE, "trash"));
            }
            return more;
        }

        private Verb atOnce(String name) {
            return new Verb(name, frame.say("cause.verb." + name), "", "");
        }

        private Verb verb(Snapshot cause, String name, String icon) {
            return new Verb(
                    name,
                    frame.say("cause.verb." + name),
                    href(sight.problem()) + "?at=" + Hrefs.encoded(cause.number()) + "&do=" + name + "#editor",
                    icon);
        }
    }
}
