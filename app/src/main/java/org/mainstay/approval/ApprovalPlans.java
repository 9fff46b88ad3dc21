package org.mainstay.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.Approval.State;
import org.mainstay.kernel.filter.Conditions;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.Absences;

/// Makes plans of what happens to approvals: reads the ledger, lets the course go on, and writes what came of it. Plans
/// stand on the version of the approval, and on that of the record it is about, so whoever was slower decides again on
/// what is there then.
final class ApprovalPlans {

    static final UUID MACHINE = UUID.fromString("00000000-0000-7000-8000-000000000032");

    /// A link in a mail works so long.
    private static final Duration LINK_LIVES = Duration.ofDays(30);

    private static final int TITLE = 200;
    private static final int STEPS = 400;

    private final RecordStore store;
    private final RecordTypes types;
    private final Map<String, Approvable> approvables;
    private final Policies policies;
    private final Conditions conditions;
    private final Absences absences;
    private final ApprovalQueries queries;
    private final Installation installation;

    ApprovalPlans(
            RecordStore store,
            RecordTypes types,
            List<Approvable> approvables,
            Policies policies,
            Conditions conditions,
            Absences absences,
            ApprovalQueries queries,
            Installation installation) {
        this.store = store;
        this.types = types;
        this.approvables = approvables.stream().collect(Collectors.toMap(Approvable::type, Function.identity()));
        this.policies = policies;
        this.conditions = conditions;
        this.absences = absences;
        this.queries = queries;
        this.installation = installation;
    }

    /// An approval on its way: the matter is null where the record is gone.
    record Going(Snapshot approval, @Nullable Matter matter, Course course) {

        /// The facts that have other values than those that people were asked about, as far as that matters still.
        Set<String> outdated() {
            return matter != null
                            && course.standing().known()
                            && matter.approvable().renews(matter.record())
                    ? course.standing().changed(matter.facts())
                    : Set.of();
        }
    }

    Actor machine() {
        return new Actor.Machine(MACHINE, "approval", installation.organisation());
    }

    Set<String> connected() {
        return approvables.keySet();
    }

    /// @throws IllegalArgumentException for a type that no bean connects
    Approvable approvable(String type) {
        var approvable = approvables.get(type);
        if (approvable == null) {
            throw new IllegalArgumentException("nothing connects " + type + " with approvals");
        }
        return approvable;
    }

    /// The approval whatever the actor may see of it.
    Optional<Snapshot> approval(UUID id) {
        return store.get(machine(), ApprovalType.APPROVAL, id);
    }

    Going going(Snapshot approval, Instant now) {
        var standing = Standing.of(queries.ledger(approval.id()));
        var matter = standing.known() ? matter(standing.requested()) : null;
        return new Going(approval, matter, course(standing, matter, now));
    }

    private @Nullable Matter matter(Event.Requested requested) {
        var approvable = approvables.get(requested.recordType());
        return approvable == null
                ? null
                : types.byCode(requested.recordType())
                        .flatMap(it -> store.get(machine(), it, requested.record()))
                        .map(it -> new Matter(approvable, it))
                        .orElse(null);
    }

    private Course course(Standing standing, @Nullable Matter matter, Instant now) {
        var world = new StoredCircumstances(store, machine(), policies, conditions, absences, matter, now);
        return new Course(standing, world, MACHINE, now);
    }

    /// For somebody who decides: not on a record that is gone, nor on another one than they were asked about.
    Going decidable(Snapshot approval, Instant now) throws Refusal {
        var going = going(approval, now);
        var standing = going.course.standing();
        if (standing.known() && standing.state() == State.REQUESTED) {
            if (going.matter == null) {
                throw new Refusal(Problem.of("approval.permits.gone"));
            }
            if (!going.outdated().isEmpty()) {
                throw new Refusal(Problem.of("approval.permits.changed"));
            }
        }
        return going;
    }

    static void refuse(@Nullable Message against) throws Refusal {
        if (against != null) {
            throw new Refusal(new Problem("", against));
        }
    }

    /// Adds a new approval to the plan, where a policy asks for one.
    ///
    /// @return its id
    Optional<UUID> ask(Plan plan, Actor actor, Matter matter, Instant now) {
        var terms = policies.of(matter.record());
        if (terms.isEmpty()) {
            matter.approvable().ended(State.SKIPPED, matter.record(), plan);
            return Optional.empty();
        }
        return Optional.of(ask(plan, actor, matter, terms.get(), now));
    }

    /// The same by a policy of the caller's choice.
    ///
    /// @return empty where there is no such policy that is active
    Optional<UUID> ask(Plan plan, Actor actor, Matter matter, UUID policy, Instant now) {
        return policies.of(policy).map(it -> ask(plan, actor, matter, it, now));
    }

    private UUID ask(Plan plan, Actor actor, Matter matter, Terms terms, Instant now) {
        var record = matter.record();
        var concern = matter.concern();
        var course = course(Standing.of(List.of()), matter, now);
        course.request(
                new Event.Requested(
                        terms,
                        concern.requester(),
                        concern.beneficiary(),
                        record.type().code(),
                        record.id(),
                        matter.facts()),
                actor.id());
        var step = plan.create(types.current(ApprovalType.APPROVAL));
        step.values()
                .set(ApprovalType.TITLE, Texts.cut(record.label(), TITLE))
                .set(ApprovalType.RECORD_TYPE, record.type().code())
                .set(ApprovalType.RECORD, record.number())
                .set(ApprovalType.POLICY, terms.policy())
                .set(ApprovalType.REQUESTED_BY, concern.requester())
                .set(ApprovalType.REQUESTED_FOR, concern.beneficiary())
                .set(ApprovalType.AMOUNT, concern.amount())
                .set(Header.ORGANISATION, record.organisation());
        var deciders = course.deciders();
        tell(course, step.values(), Set.of(), now);
        var part = new LedgerPart(course.happened(), letters(step.id(), course, deciders, Set.of(), now), record.id());
        step.parts().add(part);
        if (course.standing().state() == State.REQUESTED) {
            matter.approvable().asked(record, plan);
        }
        end(course, matter, plan);
        return step.id();
    }

    /// Adds to the plan what happened in the course.
    void write(Plan plan, Going going, Instant now) {
        var course = going.course();
        var edit = plan.edit(going.approval());
        var asked = Objects.requireNonNullElse(going.approval().get(ApprovalType.WAITING_FOR), Set.<UUID>of());
        tell(
                course,
                edit.values(),
                Objects.requireNonNullElse(going.approval().get(ApprovalType.APPROVERS), Set.of()),
                now);
        if (!course.happened().isEmpty()) {
            edit.add(new LedgerPart(
                    course.happened(), letters(going.approval().id(), course, course.deciders(), asked, now), null));
        }
        var matter = going.matter();
        if (matter != null) {
            plan.reliesOn(matter.record());
            end(course, matter, plan);
        }
    }

    /// Whether any policy is for records of the type.
    boolean asks(String type) {
        return policies.any(type);
    }

    /// Whether a policy may be for the record once it is saved.
    boolean mayAsk(Snapshot drafted, Set<UUID> together) {
        return policies.may(drafted, together);
    }

    private static void end(Course course, Matter matter, Plan plan) {
        var state = course.standing().state();
        if (state != State.REQUESTED && state != State.SUPERSEDED) {
            matter.approvable().ended(state, matter.record(), plan);
        }
    }

    /// What the attributes say, as the ledger has it now.
    private static void tell(Course course, Values values, Set<UUID> before, Instant now) {
        var standing = course.standing();
        var deciders = course.deciders();
        var approvers = new LinkedHashSet<>(before);
        approvers.addAll(deciders);
        standing.steps().forEach(it -> approvers.addAll(it.votes().keySet()));
        var open = standing.open().map(it -> it.terms().name()).collect(Collectors.joining(", "));
        values.set(ApprovalType.STATE, standing.state())
                .set(ApprovalType.WAITING_FOR, deciders.isEmpty() ? null : deciders)
                .set(ApprovalType.APPROVERS, approvers.isEmpty() ? null : approvers)
                .set(ApprovalType.STEP, open.isEmpty() ? null : Texts.cut(open, STEPS))
                .set(ApprovalType.DUE_AT, standing.due())
                .set(ApprovalType.NEXT_AT, standing.next())
                .set(ApprovalType.STOPPED_AT, standing.state() == State.REQUESTED ? standing.stoppedAt() : null);
        if (standing.state() != State.REQUESTED) {
            decided(course, values, now);
        }
    }

    private static void decided(Course course, Values values, Instant now) {
        values.set(ApprovalType.DECIDED_AT, now);
        for (var happened : course.happened()) {
            switch (happened.event()) {
                case Event.Decided it -> {
                    values.set(ApprovalType.DECIDED_BY, it.person()).set(ApprovalType.REASON, it.reason());
                    boolean own = it.seats().isEmpty() || it.seats().contains(it.person());
                    values.set(
                            ApprovalType.DECIDED_FOR,
                            own ? null : it.seats().iterator().next());
                }
                case Event.Withdrawn(var reason) -> values.set(ApprovalType.REASON, reason);
                default -> {}
            }
        }
    }

    /// To those who may decide and could not before, and to those who are reminded.
    private static List<Letter> letters(
            UUID approval, Course course, Set<UUID> deciders, Set<UUID> before, Instant now) {
        var letters = new ArrayList<Letter>();
        deciders.stream()
                .filter(it -> !before.contains(it))
                .forEach(it -> letters.add(letter(approval, it, Letter.Sort.ASKED, now)));
        course.happened().forEach(happened -> {
            if (happened.event() instanceof Event.Reminded(int _, var persons)) {
                persons.forEach(it -> letters.add(letter(approval, it, Letter.Sort.REMINDED, now)));
            }
        });
        return letters;
    }

    private static Letter letter(UUID approval, UUID person, Letter.Sort sort, Instant now) {
        return new Letter(Plan.newId(), approval, person, sort, now, now.plus(LINK_LIVES), null, null);
    }
}
