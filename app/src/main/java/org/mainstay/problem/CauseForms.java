package org.mainstay.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.web.Forms;

/// What the forms of the board do.
final class CauseForms {

    static final String CREATE = "create";
    static final String EDIT = "edit";
    static final String CONFIRM = "confirm";
    static final String REFUTE = "refute";
    static final String REOPEN = "reopen";
    static final String ADOPT = AdoptCause.NAME;
    static final String MOVE = MoveCause.NAME;
    static final String UP = "up";
    static final String DOWN = "down";
    static final String EVIDENCE = "evidence";
    static final String WITHDRAW = "withdraw";
    static final String DELETE = "delete";

    /// Which of the things that are offered: `comment:<record>:<comment>`.
    static final String PICK = "pick";

    private final Acts acts;
    private final Board board;
    private final EvidenceBody evidence;
    private final EvidenceQueries queries;

    CauseForms(Acts acts, Board board, EvidenceBody evidence, EvidenceQueries queries) {
        this.acts = acts;
        this.board = board;
        this.evidence = evidence;
        this.queries = queries;
    }

    /// @param at number of the cause that is looked at next; empty for none
    record Result(Outcome outcome, String at) {}

    /// @param cause on which it is done; null for the problem itself
    Result submit(Actor actor, Snapshot problem, @Nullable Snapshot cause, String verb, Map<String, String> typed) {
        if (cause == null) {
            return verb.equals(CREATE) ? create(actor, problem, null, typed) : new Result(new Outcome.Missing(), "");
        }
        var outcome = switch (verb) {
            case CREATE -> null;
            case EDIT -> merge(actor, cause, typed);
            case CONFIRM, REFUTE, REOPEN -> act(actor, cause, verb, answers(typed, "reason"), typed);
            case ADOPT -> act(actor, cause, verb, answers(typed, AdoptCause.TEXT.code()), typed);
            case MOVE -> act(actor, cause, verb, answers(typed, MoveCause.PARENT.code()), typed);
            case UP, DOWN -> swap(actor, problem, cause, verb.equals(UP));
            case EVIDENCE -> evidence(actor, cause, typed);
            case WITHDRAW -> withdraw(actor, cause, typed.getOrDefault("evidence", ""));
            case DELETE -> acts.delete(actor, CauseType.CAUSE, cause.id(), version(typed), false);
            default -> new Outcome.Missing();
        };
        if (outcome == null) {
            return create(actor, problem, cause, typed);
        }
        return new Result(outcome, verb.equals(DELETE) ? above(actor, problem, cause) : cause.number());
    }

    private Result create(Actor actor, Snapshot problem, @Nullable Snapshot parent, Map<String, String> typed) {
        var values = answers(typed, CauseType.STATEMENT.code(), CauseType.KIND.code());
        values.values().removeIf(String::isBlank);
        values.put(CauseType.PROBLEM.code(), problem.number());
        if (parent != null) {
            values.put(CauseType.PARENT.code(), parent.number());
        }
        var outcome = acts.create(actor, CauseType.CAUSE, Input.texts(values), List.of(), false);
        return new Result(outcome, outcome instanceof Outcome.Done(var made) ? made.number() : "");
    }

    private Outcome merge(Actor actor, Snapshot cause, Map<String, String> typed) {
        var version = version(typed);
        var values = Input.texts(answers(typed, CauseType.STATEMENT.code(), CauseType.KIND.code()));
        return acts.merge(
                actor, CauseType.CAUSE, cause.id(), values, version == null ? cause.version() : version, false);
    }

    private Outcome act(
            Actor actor, Snapshot cause, String verb, Map<String, String> answers, Map<String, String> typed) {
        return acts.act(actor, CauseType.CAUSE, cause.id(), verb, Input.texts(answers), version(typed), false);
    }

    private Outcome swap(Actor actor, Snapshot problem, Snapshot cause, boolean up) {
        var siblings = board.tree(actor, problem).below(cause.get(CauseType.PARENT));
        int place = siblings.stream().map(Snapshot::id).toList().indexOf(cause.id());
        int before = up ? Math.max(0, place - 1) : place + 2;
        var answers = before < siblings.size() && before != place
                ? Map.of(MoveCause.BEFORE.code(), siblings.get(before).number())
                : Map.<String, String>of();
        return up && place == 0
                ? new Outcome.Done(cause)
                : acts.act(actor, CauseType.CAUSE, cause.id(), MOVE, Input.texts(answers), null, false);
    }

    private Outcome evidence(Actor actor, Snapshot cause, Map<String, String> typed) {
        var given = new HashMap<>(typed);
        given.computeIfPresent(EvidenceBody.RECORD, (_, text) -> Forms.number(text));
        var picked = typed.getOrDefault(PICK, "").split(":", -1);
        if (picked.length > 1) {
            if (!typed.getOrDefault(EvidenceBody.RECORD, "").isBlank()) {
                return refused(EvidenceBody.refusal(PICK, "cause.evidence.one_thing"));
            }
            given.put(EvidenceBody.RECORD, picked[1]);
            if (picked.length > 2) {
                given.put(picked[0], picked[2]);
            }
        }
        try {
            return acts.add(actor, CauseType.CAUSE, cause.id(), evidence.read(actor, given));
        } catch (Refusal e) {
            return refused(e);
        }
    }

    private static Outcome refused(Refusal refusal) {
        return new Outcome.Refused(refusal.problems());
    }

    private Outcome withdraw(Actor actor, Snapshot cause, String id) {
        return id(id).flatMap(it -> queries.one(cause.id(), it))
                .map(it -> acts.add(actor, CauseType.CAUSE, cause.id(), new WithdrawEvidence(it)))
                .orElseGet(Outcome.Missing::new);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private String above(Actor actor, Snapshot problem, Snapshot cause) {
        var parent = cause.get(CauseType.PARENT);
        return parent == null
                ? ""
                : board.tree(actor, problem).get(parent).map(Snapshot::number).orElse("");
    }

    private static @Nullable Long version(Map<String, String> typed) {
        var text = typed.getOrDefault("version", "");
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    private static Map<String, String> answers(Map<String, String> typed, String... codes) {
        var answers = new HashMap<String, String>();
        for (var code : codes) {
            answers.put(code, typed.getOrDefault(code, ""));
        }
        return answers;
    }
}
