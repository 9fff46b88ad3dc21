package org.mainstay.approval;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.people.Actors;

/// Decides by a link from a letter, without anybody signed in. Each link decides once; whoever has it decides as the
/// person it was sent to, and the ledger says that it was by link.
final class LinkDecisions {

    private static final int TRIES = 5;

    private final Links links;
    private final ApprovalPlans plans;
    private final RecordStore store;
    private final ApprovalQueries queries;
    private final Actors actors;
    private final Transactions transactions;
    private final Clock clock;

    LinkDecisions(
            Links links,
            ApprovalPlans plans,
            RecordStore store,
            ApprovalQueries queries,
            Actors actors,
            Transactions transactions,
            Clock clock) {
        this.links = links;
        this.plans = plans;
        this.store = store;
        this.queries = queries;
        this.actors = actors;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What a link leads to.
    sealed interface Found {

        /// It can decide.
        record Open(Letter letter, Actor.Person person, ApprovalPlans.Going going) implements Found {}

        /// It was made here, and decides nothing.
        ///
        /// @param approval null where there is none any more
        record Closed(Message reason, @Nullable Snapshot approval) implements Found {}

        /// It was not made here.
        record Unknown() implements Found {}

        /// It decided just now.
        record Done(Snapshot approval) implements Found {}
    }

    /// Looks at it, and notes in the ledger that somebody did.
    Found look(String token) {
        return links.letter(token)
                .map(id -> transactions.within(() -> {
                    var found = queries.letter(id).map(this::found).orElseGet(Found.Unknown::new);
                    if (found instanceof Found.Open(var letter, var _, var _)) {
                        queries.opened(letter, now());
                    }
                    return found;
                }))
                .orElseGet(Found.Unknown::new);
    }

    Found decide(String token, boolean approves, @Nullable String reason) {
        return links.letter(token)
                .map(id -> transactions.within(() -> decide(id, approves, reason)))
                .orElseGet(Found.Unknown::new);
    }

    private Found found(Letter letter) {
        var approval = plans.approval(letter.approval()).orElse(null);
        var person = actors.find(letter.person()).orElse(null);
        if (letter.usedAt() != null) {
            return new Found.Closed(Message.of("approval.link.used"), approval);
        }
        if (!letter.expiresAt().isAfter(now())) {
            return new Found.Closed(Message.of("approval.link.expired"), approval);
        }
        if (approval == null || person == null) {
            return new Found.Closed(Message.of("approval.permits.over"), approval);
        }
        try {
            var going = plans.decidable(approval, now());
            var against = going.course().against(person.id());
            return against == null ? new Found.Open(letter, person, going) : new Found.Closed(against, approval);
        } catch (Refusal e) {
            return new Found.Closed(e.problems().getFirst().reason(), approval);
        }
    }

    /// The letter is held, so of a form that is sent twice one waits and finds the link used; of somebody who decides
    /// at the same moment by another way one finds the other's decision.
    private Found decide(UUID id, boolean approves, @Nullable String reason) {
        var letter = queries.held(id).orElse(null);
        if (letter == null) {
            return new Found.Unknown();
        }
        for (int i = 0; i < TRIES; i++) {
            var found = found(letter);
            if (!(found instanceof Found.Open(var _, var person, var going))) {
                return found;
            }
            var now = now();
            var against = going.course().decide(person.id(), approves, reason, true);
            if (against != null) {
                return new Found.Closed(against, going.approval());
            }
            var plan = Plan.of(Cause.action(approves ? "approve" : "reject"));
            plans.write(plan, going, now);
            switch (store.save(person, plan)) {
                case Saved.Done _ -> {
                    queries.used(id, now);
                    return new Found.Done(plans.approval(letter.approval()).orElse(going.approval()));
                }
                case Saved.Refused(var problems) -> {
                    return new Found.Closed(problems.getFirst().reason(), going.approval());
                }
                case Saved.Stale _ -> {}
            }
        }
        return new Found.Closed(Message.of("approval.link.busy"), null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
