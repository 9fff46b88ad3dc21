package org.mainstay.change.risk;

import org.mainstay.change.Change.State;
import org.mainstay.change.ChangeModel;
import org.mainstay.change.ChangeType;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Rule;

/// A change that is not new any more has the risk of its plan: it is assessed with each step until it is scheduled, and
/// whenever the plan or the answers change. From the implementation on it stays, to be compared with what happened.
record RiskOnSave(RiskAssessments assessments) implements Rule {

    @Override
    public String type() {
        return "change";
    }

    @Override
    public void apply(Draft draft) {
        var state = draft.get(ChangeType.STATE);
        if (state == null
                || state == State.NEW
                || !state.planned()
                || draft.plan().asItWas()
                || !matters(draft, state)) {
            return;
        }
        var score = assessments.whole(draft.after());
        if (state == State.AUTHORIZE && score.waitsForGraph()) {
            draft.refuse(ChangeType.STATE, "risk.no_graph");
            return;
        }
        var decisive = score.decisive();
        var why = decisive == null
                ? Message.of("risk.why.low", score.points())
                : Message.of(decisive.code().equals("points") ? "risk.why.points" : "risk.why.rule", score.points());
        draft.set(ChangeType.RISK, score.risk(), why, decisive == null ? null : decisive.rule());
        draft.set(ChangeType.RISK_POINTS, score.points(), Message.of("risk.why.sum"), null);
        draft.set(ChangeType.RISK_ASSESSED_AT, draft.at());
        reopened(draft, state);
    }

    /// Nobody agreed to another risk, not even where nobody had to be asked about the one it had.
    private static void reopened(Draft draft, State state) {
        boolean authorizes = ChangeModel.of(draft.get(ChangeType.MODEL), draft.lookup())
                .filter(ChangeModel::authorizes)
                .isPresent();
        if (authorizes
                && state == State.SCHEDULED
                && draft.old(ChangeType.STATE) == State.SCHEDULED
                && draft.changes(ChangeType.RISK)) {
            draft.set(ChangeType.STATE, State.AUTHORIZE, Message.of("risk.asks_anew"), null);
        }
    }

    /// Not where what was agreed to is scheduled: it is what was assessed when it was asked for.
    private static boolean matters(Draft draft, State state) {
        boolean agreed = draft.old(ChangeType.STATE) == State.AUTHORIZE && state == State.SCHEDULED;
        return draft.created()
                || draft.sets(ChangeType.RISK_ASSESSED_AT)
                || (draft.changes(ChangeType.STATE) && !agreed)
                || (draft.changes(ChangeType.GROUP) && state != State.SCHEDULED)
                || draft.changes(ChangeType.RISK_ANSWERS)
                || ChangeType.PLAN.stream().anyMatch(draft::changes);
    }
}
