package org.mainstay.approval;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mainstay.approval.Approval.State;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.history.FeedConsumer;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.store.RecordStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks anew where what a decision rests on has changed. It is a moment late; until then nobody can decide, because
/// whoever decides says so of the facts they were asked about.
final class ChangedFacts implements FeedConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(ChangedFacts.class);
    private static final int TRIES = 3;

    private final ApprovalPlans plans;
    private final RecordStore store;
    private final ApprovalQueries queries;
    private final Clock clock;

    ChangedFacts(ApprovalPlans plans, RecordStore store, ApprovalQueries queries, Clock clock) {
        this.plans = plans;
        this.store = store;
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "approval";
    }

    /// Where nothing is connected it hears of nothing it would do anything about.
    @Override
    public Set<String> types() {
        return plans.connected().isEmpty() ? Set.of("approval") : plans.connected();
    }

    @Override
    public int most() {
        return 100;
    }

    @Override
    public void accept(List<Entry> rows) {
        var records = rows.stream().filter(this::tells).map(Entry::record).collect(Collectors.toSet());
        if (!records.isEmpty()) {
            queries.latest(records).values().forEach(this::renew);
        }
    }

    private boolean tells(Entry row) {
        var changes = row.changes();
        return row.kind().equals("save")
                && row.version() > 1
                && changes != null
                && plans.connected().contains(row.type())
                && plans.approvable(row.type()).facts().stream()
                        .map(Attribute::code)
                        .anyMatch(changes::has);
    }

    /// @throws IllegalStateException where others were faster each time: the rows are heard again later
    private void renew(UUID approval) {
        for (int i = 0; i < TRIES; i++) {
            var renewal = renewal(approval);
            if (renewal.isEmpty()) {
                return;
            }
            switch (store.save(plans.machine(), renewal.get())) {
                case Saved.Done _ -> {
                    return;
                }
                case Saved.Refused(var problems) -> {
                    LOG.error("Approval {} cannot be asked for anew: {}", approval, problems);
                    return;
                }
                case Saved.Stale _ -> {}
            }
        }
        throw new IllegalStateException("approval " + approval + " changes too often to be asked for anew");
    }

    private Optional<Plan> renewal(UUID id) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var going = plans.approval(id)
                .filter(it -> current(it.need(ApprovalType.STATE)))
                .map(it -> plans.going(it, now))
                .orElse(null);
        if (going == null || going.matter() == null) {
            return Optional.empty();
        }
        var changed = going.outdated();
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        going.course().supersede(changed);
        var plan =
                Plan.of(new Cause(Cause.Sort.RULE, "approval", going.approval().number()));
        plans.write(plan, going, now);
        plans.ask(plan, plans.machine(), going.matter(), now);
        return Optional.of(plan);
    }

    private static boolean current(State state) {
        return state == State.REQUESTED || state.granted();
    }
}
