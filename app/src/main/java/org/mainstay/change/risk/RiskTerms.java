package org.mainstay.change.risk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.definition.LiveView;
import org.mainstay.kernel.definition.LiveViews;

/// The rules and questions that administrators have now, in their order.
final class RiskTerms {

    private final LiveView<List<RiskRule>> rules;
    private final LiveView<List<RiskQuestion>> questions;

    RiskTerms(LiveViews views) {
        rules = views.of(
                List.of(RiskRuleType.RISK_RULE),
                () -> views.records(RiskRuleType.RISK_RULE).stream()
                        .filter(it -> it.need(RiskRuleType.ACTIVE))
                        .map(RiskRule::of)
                        .toList());
        questions = views.of(
                List.of(RiskQuestionType.RISK_QUESTION),
                () -> views.records(RiskQuestionType.RISK_QUESTION).stream()
                        .filter(it -> it.need(RiskQuestionType.ACTIVE))
                        .map(RiskQuestion::of)
                        .toList());
    }

    List<RiskRule> rules() {
        return rules.get();
    }

    /// What is asked of changes by the model.
    List<RiskQuestion> questions(@Nullable UUID model) {
        return questions.get().stream()
                .filter(it -> it.model() == null || it.model().equals(model))
                .toList();
    }
}
