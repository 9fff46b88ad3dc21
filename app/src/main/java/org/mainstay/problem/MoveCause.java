package org.mainstay.problem;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;

/// Puts a cause, and what is below it, at another place in the tree. Without a word of the parent it stays below the
/// one it has, without `before` it comes last.
record MoveCause() implements Action<Cause> {

    static final String NAME = "move";
    static final Attribute<UUID> PARENT = Attribute.column("parent", new Kind.Reference("cause"));
    static final Attribute<UUID> BEFORE = Attribute.column("before", new Kind.Reference("cause"));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(PARENT, BEFORE);
    }

    @Override
    public Decision permits(Cause cause, Acting acting) {
        return CausePermits.agents(cause, acting);
    }

    @Override
    public Plan apply(Cause cause, Acting acting) throws Refusal {
        var tree = CauseTree.of(acting.lookup(), cause.problem());
        var parent = acting.answers().sets(PARENT) ? acting.answer(PARENT) : cause.parent();
        var others = tree.below(parent).stream()
                .filter(it -> !it.id().equals(cause.id()))
                .toList();
        var plan = acting.plan(this);
        plan.edit(acting.subject())
                .set(CauseType.PARENT, parent)
                .set(CauseType.POSITION, position(plan, others, place(others, acting.answer(BEFORE))));
        // whoever moves one of them at the same time is to see where this one went
        tree.upwards(parent).stream().filter(it -> !it.id().equals(cause.id())).forEach(plan::reliesOn);
        return plan;
    }

    private static int place(List<Snapshot> others, @Nullable UUID before) throws Refusal {
        if (before == null) {
            return others.size();
        }
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i).id().equals(before)) {
                return i;
            }
        }
        throw new Refusal(org.mainstay.kernel.record.Problem.at(BEFORE, "cause.before.not_there"));
    }

    /// Between its neighbours; where there is no room, those make some.
    private static long position(Plan plan, List<Snapshot> others, int place) {
        if (place == others.size()) {
            long last = CauseRules.after(others);
            if (others.isEmpty() || last > others.getLast().need(CauseType.POSITION)) {
                return last;
            }
        } else {
            long previous = place == 0 ? 0 : others.get(place - 1).need(CauseType.POSITION);
            long between = previous + (others.get(place).need(CauseType.POSITION) - previous) / 2;
            if (between > previous) {
                return between;
            }
        }
        for (int i = 0; i < others.size(); i++) {
            plan.edit(others.get(i)).set(CauseType.POSITION, CauseRules.STEP * (i < place ? i + 1 : i + 2));
        }
        return CauseRules.STEP * (place + 1);
    }

    @Override
    public int rank() {
        return 60;
    }
}
