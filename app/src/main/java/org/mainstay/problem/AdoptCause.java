package org.mainstay.problem;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;

/// Says on the problem that this is its cause, by the statement or in other words. What the problem says already is
/// replaced by such words only.
record AdoptCause() implements Action<Cause> {

    static final String NAME = "adopt";
    static final Attribute<String> TEXT = Attribute.column("text", new Kind.Prose());

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(TEXT);
    }

    @Override
    public Decision permits(Cause cause, Acting acting) {
        var decision = CausePermits.agents(cause, acting);
        return decision.yes() && cause.state() != Cause.State.CONFIRMED
                ? Decision.denied("cause.permits.unconfirmed")
                : decision;
    }

    @Override
    public Plan apply(Cause cause, Acting acting) throws Refusal {
        var problem = CausePermits.problem(cause, acting)
                .orElseThrow(() -> new Refusal(org.mainstay.kernel.record.Problem.of("cause.no_problem")));
        boolean worded = Questions.answered(acting, TEXT);
        if (!worded && says(problem)) {
            throw new Refusal(org.mainstay.kernel.record.Problem.at(TEXT, "cause.adopt.says_already"));
        }
        var plan = acting.plan(this);
        plan.edit(problem).set(ProblemType.CAUSE, worded ? acting.answer(TEXT) : cause.statement());
        return plan.reliesOn(acting.subject());
    }

    private static boolean says(Snapshot problem) {
        var text = problem.get(ProblemType.CAUSE);
        return text != null && !text.isBlank();
    }

    @Override
    public int rank() {
        return 30;
    }
}
