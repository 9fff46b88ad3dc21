package org.mainstay.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.problem.CauseView.Editor;
import org.mainstay.web.FormView.Input;
import org.mainstay.web.FormView.Option;
import org.mainstay.web.Frame;
import org.mainstay.web.Says;

/// The forms of the board, one at a time, at the cause that they are about.
final class CauseEditors {

    /// Those that ask something before it is done.
    private static final Set<String> ASKING = Set.of(
            CauseForms.CREATE,
            CauseForms.EDIT,
            CauseForms.CONFIRM,
            CauseForms.REFUTE,
            CauseForms.REOPEN,
            CauseForms.ADOPT,
            CauseForms.MOVE,
            CauseForms.EVIDENCE,
            CauseForms.DELETE);

    private final EvidenceOffers offers;

    CauseEditors(EvidenceOffers offers) {
        this.offers = offers;
    }

    /// What is being done on the board.
    ///
    /// @param at number of a cause; empty for the problem
    /// @param verb empty for nothing
    /// @param outcome of what was tried; null where nothing was
    record Doing(
            String at,
            String verb,
            Map<String, String> typed,
            @Nullable Outcome outcome) {

        static final Doing NOTHING = new Doing("", "", Map.of(), null);
    }

    /// @param cause null for the problem
    @Nullable
    Editor of(Doing doing, @Nullable Snapshot cause, Board.Sight sight, Actor actor, Frame frame) {
        var verb = doing.verb();
        if (!ASKING.contains(verb) || (cause == null && !verb.equals(CauseForms.CREATE))) {
            return null;
        }
        var inputs = inputs(doing, cause, sight, actor, frame);
        var shown = inputs.stream().map(Input::name).collect(Collectors.toSet());
        var what = cause == null ? sight.problem().label() : cause.label();
        return new Editor(
                verb,
                cause == null ? "" : cause.number(),
                cause == null ? "" : Long.toString(cause.version()),
                verb.equals(CauseForms.CREATE)
                        ? frame.say("cause.why_title", what)
                        : frame.say("cause.editor." + verb, what),
                about(verb, sight, frame),
                frame.say("cause.submit." + verb),
                general(doing.outcome(), shown, frame),
                inputs);
    }

    private static String about(String verb, Board.Sight sight, Frame frame) {
        if (!verb.equals(CauseForms.ADOPT)) {
            return frame.messages().find("cause.editor." + verb + ".about", frame.locale()) instanceof String about
                    ? about
                    : "";
        }
        var says = Objects.requireNonNullElse(sight.problem().get(ProblemType.CAUSE), "");
        return says.isBlank() ? frame.say("cause.adopt.nothing") : frame.say("cause.adopt.now", says);
    }

    /// What concerns none of the inputs.
    private static List<String> general(@Nullable Outcome outcome, Set<String> shown, Frame frame) {
        if (outcome == null) {
            return List.of();
        }
        if (outcome instanceof Outcome.Refused(var problems)) {
            return problems.stream()
                    .filter(it -> !shown.contains(place(it.attribute())))
                    .map(it -> frame.messages().say(it.reason(), frame.locale()))
                    .toList();
        }
        return outcome instanceof Outcome.Stale ? List.of(frame.say("cause.stale")) : Says.errors(outcome, frame);
    }

    private static String place(String attribute) {
        return Set.of(EvidenceBody.COMMENT, EvidenceBody.ATTACHMENT).contains(attribute) ? CauseForms.PICK : attribute;
    }

    private List<Input> inputs(Doing doing, @Nullable Snapshot cause, Board.Sight sight, Actor actor, Frame frame) {
        var form = new Form(doing, frame);
        return switch (doing.verb()) {
            case CauseForms.CREATE -> statement(form, null);
            case CauseForms.EDIT -> statement(form, cause);
            case CauseForms.CONFIRM, CauseForms.REFUTE, CauseForms.REOPEN ->
                List.of(form.input("reason", "cause.because", "prose", "", true, true, List.of()));
            case CauseForms.ADOPT ->
                List.of(form.input(
                        AdoptCause.TEXT.code(),
                        "cause.text",
                        "prose",
                        cause == null ? "" : cause.label(),
                        true,
                        true,
                        List.of()));
            case CauseForms.MOVE ->
                cause == null
                        ? List.of()
                        : List.of(form.input(
                                MoveCause.PARENT.code(),
                                "cause.below",
                                "select",
                                "",
                                true,
                                true,
                                places(doing, cause, sight, frame)));
            case CauseForms.EVIDENCE ->
                List.of(
                        form.input(
                                CauseForms.PICK,
                                "cause.evidence.pick",
                                "select",
                                "",
                                false,
                                true,
                                offers.of(
                                        actor,
                                        sight.problem(),
                                        doing.typed().getOrDefault(CauseForms.PICK, ""),
                                        frame)),
                        form.input(EvidenceBody.RECORD, "cause.evidence.record", "text", "", false, false, List.of()),
                        form.input(EvidenceBody.VERSION, "cause.evidence.version", "text", "", false, false, List.of()),
                        form.input(EvidenceBody.ADDRESS, "cause.evidence.address", "text", "", false, true, List.of()),
                        form.input(EvidenceBody.NOTE, "cause.evidence.note", "text", "", false, true, List.of()));
            default -> List.of();
        };
    }

    private static List<Input> statement(Form form, @Nullable Snapshot cause) {
        var kind = cause == null ? Cause.Kind.WHY : cause.need(CauseType.KIND);
        var chosen = form.doing.typed().getOrDefault(CauseType.KIND.code(), Codes.of(kind));
        var kinds = new ArrayList<Option>();
        for (var one : Cause.Kind.values()) {
            var code = Codes.of(one);
            kinds.add(new Option(code, form.frame.say("cause.kind." + code), code.equals(chosen)));
        }
        return List.of(
                form.input(
                        CauseType.STATEMENT.code(),
                        "cause.statement",
                        "text",
                        cause == null ? "" : cause.label(),
                        true,
                        true,
                        List.of()),
                form.input(CauseType.KIND.code(), "cause.kind", "select", chosen, true, true, kinds));
    }

    /// Everything it can be moved below; the problem itself has no number.
    private static List<Option> places(Doing doing, Snapshot cause, Board.Sight sight, Frame frame) {
        var parent = cause.get(CauseType.PARENT);
        var now = parent == null
                ? ""
                : sight.tree().get(parent).map(Snapshot::number).orElse("");
        var chosen = doing.typed().getOrDefault(MoveCause.PARENT.code(), now);
        var places = new ArrayList<Option>();
        places.add(new Option("", frame.say("cause.top", sight.problem().label()), chosen.isEmpty()));
        for (var node : sight.tree().flat()) {
            boolean own = sight.tree().upwards(node.cause().id()).stream()
                    .anyMatch(it -> it.id().equals(cause.id()));
            if (!own && node.depth() < CauseTree.DEEPEST) {
                var number = node.cause().number();
                places.add(
                        new Option(number, node.outline() + " " + node.cause().label(), number.equals(chosen)));
            }
        }
        return places;
    }

    /// What is typed into the inputs and what is wrong with it.
    private record Form(Doing doing, Frame frame) {

        Input input(
                String name,
                String key,
                String kind,
                String value,
                boolean required,
                boolean wide,
                List<Option> options) {
            var hint = frame.messages().find(key + ".hint", frame.locale());
            return new Input(
                    name,
                    frame.say(key),
                    kind,
                    doing.typed().getOrDefault(name, value),
                    required,
                    wide,
                    options,
                    "",
                    hint == null ? "" : hint,
                    "",
                    error(name));
        }

        private String error(String name) {
            return doing.outcome() instanceof Outcome.Refused(var problems)
                    ? problems.stream()
                            .filter(it -> place(it.attribute()).equals(name))
                            .map(it -> frame.messages().say(it.reason(), frame.locale()))
                            .collect(Collectors.joining(" "))
                    : "";
        }
    }
}
