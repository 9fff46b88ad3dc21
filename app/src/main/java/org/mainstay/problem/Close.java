package org.mainstay.problem;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.problem.Problem.ClosureCode;
import org.mainstay.problem.Problem.State;

/// Ends the work and says how; from then on the record stays as it is. What each end demands is decided here.
record Close(Links links) implements Action<Problem> {

    private static final Attribute<ClosureCode> CODE =
            Attribute.column("closure_code", ProblemType.CLOSURE_CODE.kind(), REQUIRED);
    private static final Attribute<UUID> ORIGINAL = Attribute.column("duplicate_of", ProblemType.DUPLICATE_OF.kind());

    @Override
    public String name() {
        return "close";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(CODE, ORIGINAL, Questions.COMMENT);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "closed_at");
    }

    @Override
    public Decision permits(Problem problem, Acting acting) {
        return Permits.agentsUntilClosed(problem, acting);
    }

    @Override
    public Plan apply(Problem problem, Acting acting) throws Refusal {
        var code = Objects.requireNonNull(acting.answer(CODE));
        var plan = acting.plan(this);
        var edit =
                plan.edit(acting.subject()).set(ProblemType.STATE, State.CLOSED).set(ProblemType.CLOSURE_CODE, code);
        switch (code) {
            case FIX_APPLIED -> {
                demand(problem.state() == State.RESOLVED, CODE, "problem.close.not_resolved");
                fixed(acting);
            }
            case RISK_ACCEPTED -> {
                demand(problem.state() != State.NEW, CODE, "problem.close.not_assessed");
                demand(Questions.answered(acting, Questions.COMMENT), Questions.COMMENT, "problem.close.reason_needed");
            }
            case DUPLICATE -> {
                var original = original(problem, acting);
                edit.set(ProblemType.DUPLICATE_OF, original.id());
                plan.reliesOn(original);
            }
            case CANCELLED -> {
                demand(problem.state() != State.RESOLVED, CODE, "problem.permits.resolved");
                demand(Questions.answered(acting, Questions.COMMENT), Questions.COMMENT, "problem.close.reason_needed");
            }
        }
        demand(
                code == ClosureCode.DUPLICATE || acting.answer(ORIGINAL) == null,
                ORIGINAL,
                "problem.close.no_duplicate");
        Questions.said(acting, Questions.COMMENT, edit);
        return plan;
    }

    private void fixed(Acting acting) throws Refusal {
        var hindrance = Fixing.hindrance(Fixing.changes(acting.subject(), links, acting));
        if (hindrance.isPresent()) {
            throw new Refusal(new org.mainstay.kernel.record.Problem(CODE.code(), hindrance.get()));
        }
    }

    private static void demand(boolean holds, Attribute<?> at, String key) throws Refusal {
        if (!holds) {
            throw new Refusal(org.mainstay.kernel.record.Problem.at(at, key));
        }
    }

    private static Snapshot original(Problem problem, Acting acting) throws Refusal {
        var id = acting.answer(ORIGINAL);
        demand(id != null, ORIGINAL, "problem.close.original_needed");
        demand(!problem.id().equals(id), ORIGINAL, "problem.close.itself");
        var original = acting.lookup().get(ProblemType.PROBLEM, Objects.requireNonNull(id));
        demand(original.isPresent(), ORIGINAL, "problem.close.unknown");
        demand(original.orElseThrow().get(ProblemType.DUPLICATE_OF) == null, ORIGINAL, "problem.close.is_duplicate");
        return original.orElseThrow();
    }

    @Override
    public int rank() {
        return 60;
    }
}
