package org.mainstay.change.risk;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.mainstay.change.Change;
import org.mainstay.change.ChangeType;
import org.mainstay.change.Permits;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;

/// Answers questions about the risk; those that it does not name keep their answers.
///
/// @param terms asked for when they are needed: they rest on the store, which knows this action
record AnswerRisk(Supplier<RiskTerms> terms) implements Action<Change> {

    static final String NAME = "answer_risk";

    /// A line each: `tested: yes`.
    static final Attribute<String> ANSWERS = Attribute.column("answers", new Kind.Prose(5_000), REQUIRED);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(ANSWERS);
    }

    @Override
    public List<String> changes() {
        return List.of(ChangeType.RISK_ANSWERS.code());
    }

    @Override
    public Decision permits(Change change, Acting acting) {
        return Permits.untilImplementation(change, acting);
    }

    @Override
    public Plan apply(Change change, Acting acting) throws Refusal {
        var said = Objects.requireNonNull(acting.answer(ANSWERS));
        var answers = new LinkedHashMap<>(RiskAnswers.kept(acting.subject().get(ChangeType.RISK_ANSWERS)));
        try {
            answers.putAll(RiskAnswers.given(said, terms.get().questions(change.model())));
        } catch (BadValue e) {
            throw new Refusal(new Problem(ANSWERS.code(), e.reason()));
        }
        var plan = acting.plan(this);
        plan.edit(acting.subject()).set(ChangeType.RISK_ANSWERS, RiskAnswers.text(answers));
        return plan;
    }

    /// They are answered on the page of the risk.
    @Override
    public int rank() {
        return RARE;
    }
}
