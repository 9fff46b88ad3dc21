package org.mainstay.approval;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

/// Asks anew where what a decision rests on has changed. It is a moment late; until then nobody can decide, because
/// whoever decides says so of the facts they were asked about.
final class ChangedFacts implements FeedConsumer {

    private static final int TRIES = 3;

    private final Rounds rounds;
    private final RecordStore store;
    private final ApprovalQueries queries;
    private final Clock clock;

    ChangedFacts(Rounds rounds, RecordStore store, ApprovalQueries queries, Clock clock) {
        this.rounds = rounds;
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
        return rounds.connected().isEmpty() ? Set.of("approval") : rounds.connected();
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
                && rounds.connected().contains(row.type())
                && rounds.approvable(row.type()).facts().stream()
                        .map(Attribute::code)
                        .anyMatch(changes::has);
    }

    private void renew(UUID approval) {
        for (int i = 0; i < TRIES && !renewed(approval); i++) {}
    }

    private boolean renewed(UUID id) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var approval = rounds.approval(id).orElse(null);
        if (approval == null || !current(approval.need(ApprovalType.STATE))) {
            return true;
        }
        var going = rounds.going(approval, now);
        var matter = going.matter();
        if (matter == null || !matter.approvable().renews(matter.record())) {
            return true;
        }
        var changed = going.course().round().changed(matter.facts());
        if (changed.isEmpty()) {
            return true;
        }
        going.course().supersede(changed);
        var plan = Plan.of(new Cause(Cause.Sort.RULE, "approval", approval.number()));
        rounds.write(plan, going, now);
        rounds.ask(plan, rounds.machine(), matter, now);
        return store.save(rounds.machine(), plan) instanceof Saved.Done;
    }

    private static boolean current(State state) {
        return state == State.REQUESTED || state.granted();
    }
}
