package org.mainstay.approval;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;

/// Makes what pages show of approvals.
final class LedgerViews {

    private final ApprovalPlans plans;
    private final ApprovalQueries queries;
    private final RecordStore store;
    private final RecordTypes types;
    private final Show show;
    private final Clock clock;

    LedgerViews(
            ApprovalPlans plans,
            ApprovalQueries queries,
            RecordStore store,
            RecordTypes types,
            Show show,
            Clock clock) {
        this.plans = plans;
        this.queries = queries;
        this.store = store;
        this.types = types;
        this.show = show;
        this.clock = clock;
    }

    /// @param actor who reads, for whom what they can see is linked
    LedgerView of(Actor actor, Snapshot approval, Frame frame) {
        var ledger = queries.ledger(approval.id());
        var going = plans.going(approval, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var standing = going.course().standing();
        var reader = Show.Reader.of(frame, actor);
        var named = new HashSet<>(LedgerWords.named(ledger));
        var matter = going.matter();
        if (matter != null) {
            named.addAll(references(matter));
        }
        var labels = store.labelsOf(actor, named);
        var words = new LedgerWords(frame.messages(), types, standing, labels, frame.locale());
        boolean seen = store.get(actor, ApprovalType.APPROVAL, approval.id()).isPresent();
        return new LedgerView(
                approval.number(),
                seen ? Hrefs.record("approvals", approval) : "",
                approval.label(),
                show.value(approval, ApprovalType.STATE, Map.of(), reader),
                matter == null ? List.of() : facts(matter, labels, actor, frame),
                standing.steps().stream()
                        .map(it -> step(it, words, frame, reader))
                        .toList(),
                ledger.stream()
                        .map(it -> new LedgerView.Line(
                                show.moment(it.at(), reader),
                                words.person(it.by()),
                                words.text(it.event()),
                                LedgerWords.note(it.event())))
                        .toList());
    }

    private static HashSet<UUID> references(Matter matter) {
        var ids = new HashSet<UUID>();
        matter.approvable().facts().forEach(it -> {
            switch ((@Nullable Object) matter.record().get(it)) {
                case UUID id -> ids.add(id);
                case Set<?> many -> many.forEach(id -> ids.add((UUID) id));
                case null, default -> {}
            }
        });
        return ids;
    }

    private List<LedgerView.Fact> facts(Matter matter, Map<UUID, Label> labels, Actor actor, Frame frame) {
        var record = matter.record();
        var reader = Show.Reader.of(frame, actor);
        return Stream.concat(
                        matter.approvable().facts().stream()
                                .map(it -> new LedgerView.Fact(
                                        show.label(record.type(), it, reader), show.value(record, it, labels, reader))),
                        matter.approvable().told(record, actor, frame).stream())
                .toList();
    }

    private LedgerView.Step step(StepState step, LedgerWords words, Frame frame, Show.Reader reader) {
        var status = Codes.of(step.status());
        var quorum = Codes.of(step.terms().quorum());
        var due = step.open() ? step.due() : null;
        var waiting = new HashSet<>(step.waiting());
        waiting.addAll(step.escalated());
        return new LedgerView.Step(
                step.terms().name(),
                status,
                frame.say("approval.status." + status),
                frame.say("approval.needs." + quorum, step.needed()),
                step.open() ? words.persons(waiting) : "",
                due == null ? new Shown.Nothing() : show.moment(due, reader));
    }
}
