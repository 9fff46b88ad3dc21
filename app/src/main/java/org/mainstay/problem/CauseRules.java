package org.mainstay.problem;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Snapshot;

/// The causes of a problem are a tree of bounded size, what is decided stays as it was decided, and what belongs to a
/// closed problem stays as it is.
final class CauseRules implements Rule {

    /// Between the positions of neighbours.
    static final long STEP = 1_000;

    private static final List<Attribute<?>> SAID = List.of(CauseType.STATEMENT, CauseType.KIND);

    @Override
    public String type() {
        return "cause";
    }

    @Override
    public void apply(Draft draft) {
        var of = draft.get(CauseType.PROBLEM);
        var problem =
                of == null ? null : draft.lookup().get(ProblemType.PROBLEM, of).orElse(null);
        boolean placed = draft.created() || draft.changes(CauseType.PARENT);
        var tree = of == null || !placed ? null : CauseTree.of(draft.lookup(), of);
        if (draft.created()) {
            belongs(draft, problem);
            last(draft, tree);
        }
        if (tree != null) {
            fits(draft, tree);
        }
        if (draft.plan().asItWas()) {
            return;
        }
        sealed(draft, problem);
        kept(draft);
        decided(draft);
    }

    private static void belongs(Draft draft, @Nullable Snapshot problem) {
        if (problem == null) {
            return;
        }
        if (draft.get(Header.ORGANISATION) == null) {
            draft.set(Header.ORGANISATION, problem.organisation());
        } else if (!problem.organisation().equals(draft.get(Header.ORGANISATION))) {
            draft.refuse(Header.ORGANISATION, "cause.organisation");
        }
    }

    private static void last(Draft draft, @Nullable CauseTree tree) {
        if (draft.get(CauseType.POSITION) == null) {
            draft.set(CauseType.POSITION, tree == null ? STEP : after(tree.below(draft.get(CauseType.PARENT))));
        }
    }

    /// The position behind all of them.
    static long after(List<Snapshot> siblings) {
        long last = siblings.isEmpty() ? 0 : siblings.getLast().need(CauseType.POSITION);
        return Math.min(last + STEP, CauseType.LAST_POSITION);
    }

    private static void fits(Draft draft, CauseTree tree) {
        if (draft.created() && tree.size() >= CauseTree.MOST) {
            draft.refuse(CauseType.PROBLEM, "cause.too_many", CauseTree.MOST);
            return;
        }
        UUID parent = draft.get(CauseType.PARENT);
        if (parent == null) {
            return;
        }
        if (tree.get(parent).isEmpty()) {
            draft.refuse(CauseType.PARENT, parent.equals(draft.id()) ? "cause.below_itself" : "cause.other_problem");
            return;
        }
        var above = tree.upwards(parent);
        if (above.stream().anyMatch(it -> it.id().equals(draft.id()))) {
            draft.refuse(CauseType.PARENT, "cause.below_itself");
        } else if (above.size() + tree.height(draft.id()) > CauseTree.DEEPEST) {
            draft.refuse(CauseType.PARENT, "cause.too_deep", CauseTree.DEEPEST);
        }
    }

    private static void sealed(Draft draft, @Nullable Snapshot problem) {
        boolean touched = draft.created()
                || !draft.parts().isEmpty()
                || draft.values().all().keySet().stream().anyMatch(draft::changes);
        if (touched
                && problem != null
                && problem.need(ProblemType.STATE) == Problem.State.CLOSED
                && !(draft.actor() instanceof Actor.Machine)) {
            draft.refuse(CauseType.PROBLEM, "cause.problem_closed");
        }
    }

    private static void kept(Draft draft) {
        var state = draft.old(CauseType.STATE);
        if (state != null && state.decided() && !draft.changes(CauseType.STATE)) {
            SAID.stream().filter(draft::changes).forEach(it -> draft.refuse(it, "cause.decided"));
        }
    }

    private static void decided(Draft draft) {
        var state = draft.get(CauseType.STATE);
        if (state == null || !draft.changes(CauseType.STATE)) {
            return;
        }
        draft.set(CauseType.DECIDED_AT, state.decided() ? draft.at() : null);
        draft.set(
                CauseType.DECIDED_BY,
                state.decided() && draft.actor() instanceof Actor.Person person ? person.id() : null);
    }
}
