package org.mainstay.cmdb.drift;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.drift.Drift.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;

/// Makes a change record that tells of the drift afterwards.
///
/// @param maker null where no practice makes changes
/// @param lines what is otherwise, by drift
record MakeChange(Supplier<@Nullable ChangeFromDrift> maker, Function<UUID, List<DriftLine>> lines)
        implements Action<Drift> {

    /// Where nobody makes changes.
    MakeChange() {
        this(() -> null, _ -> List.of());
    }

    @Override
    public String name() {
        return "make_change";
    }

    @Override
    public List<String> changes() {
        return List.of("state");
    }

    @Override
    public Decision permits(Drift drift, Acting acting) {
        var decides = AcceptDrift.open(drift, acting);
        if (!decides.yes()) {
            return decides;
        }
        var change = maker.get();
        return change == null ? Decision.denied("drift.permits.no_changes") : change.permits(acting);
    }

    @Override
    public Plan apply(Drift drift, Acting acting) throws Refusal {
        var change = maker.get();
        if (change == null) {
            throw new Refusal(Problem.of("drift.permits.no_changes"));
        }
        var item = acting.lookup()
                .get(ConfigurationItemType.CONFIGURATION_ITEM, drift.item())
                .orElseThrow(() -> new Refusal(Problem.of("drift.item_gone")));
        var plan = AcceptDrift.decided(acting.plan(this), acting, State.EXPLAINED);
        change.make(plan, acting, item, lines.apply(drift.id()));
        return plan;
    }

    @Override
    public int rank() {
        return 20;
    }
}
