package org.mainstay.change.risk;

import org.mainstay.kernel.definition.DefinitionCodes;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Values;

/// A question has a code and answers that can be told apart, and a change is not asked too much.
final class RiskQuestionRules implements Rule {

    /// So many are active.
    static final int MOST = 30;

    @Override
    public String type() {
        return "risk_question";
    }

    @Override
    public void apply(Draft draft) {
        DefinitionCodes.coded(draft, RiskQuestionType.CODE, RiskQuestionType.TEXT);
        try {
            RiskQuestion.answers(draft.get(RiskQuestionType.ANSWERS));
        } catch (BadValue e) {
            draft.refuse(new Problem(RiskQuestionType.ANSWERS.code(), e.reason()));
        }
        boolean asks =
                draft.changes(RiskQuestionType.ACTIVE) && Boolean.TRUE.equals(draft.get(RiskQuestionType.ACTIVE));
        var active = new Values().set(RiskQuestionType.ACTIVE, true);
        if (asks
                && draft.lookup()
                                .having(RiskQuestionType.RISK_QUESTION, active, MOST)
                                .size()
                        >= MOST) {
            draft.refuse(RiskQuestionType.ACTIVE, "risk_question.too_many", MOST);
        }
    }
}
