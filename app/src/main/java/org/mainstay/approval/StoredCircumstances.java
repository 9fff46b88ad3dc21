package org.mainstay.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.Event.Why;
import org.mainstay.kernel.filter.Conditions;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.Absences;
import org.mainstay.people.GroupType;
import org.mainstay.people.PersonType;

/// The world as the database has it at one instant. Lives for one act; asks for each person once.
final class StoredCircumstances implements Circumstances {

    private final RecordStore store;
    private final Actor reader;
    private final Policies policies;
    private final Conditions conditions;
    private final Absences absences;
    private final @Nullable Matter matter;
    private final Instant now;
    private final Map<UUID, Optional<Snapshot>> persons = new HashMap<>();
    private final Map<UUID, Optional<UUID>> substitutes = new HashMap<>();

    /// @param matter null where the record is gone
    StoredCircumstances(
            RecordStore store,
            Actor reader,
            Policies policies,
            Conditions conditions,
            Absences absences,
            @Nullable Matter matter,
            Instant now) {
        this.store = store;
        this.reader = reader;
        this.policies = policies;
        this.conditions = conditions;
        this.absences = absences;
        this.matter = matter;
        this.now = now;
    }

    @Override
    public @Nullable Why skips(StepTerms step) {
        return why(step.skipWhen(), "approval.why.skip_when");
    }

    @Override
    public @Nullable Why passes(StepTerms step) {
        return why(step.approveWhen(), "approval.why.approve_when");
    }

    private @Nullable Why why(@Nullable String condition, String key) {
        return condition != null && matter != null && conditions.holds(condition, matter.record())
                ? Why.of(key, condition)
                : null;
    }

    @Override
    public Set<UUID> approvers(StepTerms step) {
        if (matter == null) {
            return Set.of();
        }
        var concern = matter.concern();
        return switch (step.approvers()) {
            case MANAGER_OF_REQUESTER -> one(manager(concern.requester()));
            case MANAGER_OF_BENEFICIARY -> one(manager(concern.beneficiary()));
            case OWNER -> one(concern.owner());
            case COST_OWNER -> one(concern.costOwner());
            case PERSON -> one(step.person());
            case GROUP -> some(null, step.group());
            case RULE ->
                step.list() == null
                        ? Set.of()
                        : policies.rule(step.list(), matter.record(), concern.amount())
                                .map(it -> some(it.get(ApprovalRuleType.PERSON), it.get(ApprovalRuleType.GROUP)))
                                .orElse(Set.of());
        };
    }

    @Override
    public Set<UUID> escalation(StepTerms step) {
        return some(step.escalationPerson(), step.escalationGroup());
    }

    private static Set<UUID> one(@Nullable UUID person) {
        return person == null ? Set.of() : Set.of(person);
    }

    private Set<UUID> some(@Nullable UUID person, @Nullable UUID group) {
        var some = new LinkedHashSet<>(one(person));
        if (group != null) {
            some.addAll(members(group));
        }
        return some;
    }

    @Override
    public Set<UUID> members(UUID group) {
        var members = store.get(reader, GroupType.GROUP, group)
                .filter(it -> Boolean.TRUE.equals(it.get(GroupType.ACTIVE)))
                .map(it -> it.get(GroupType.MEMBERS))
                .orElse(Set.of());
        know(members);
        var sorted = new LinkedHashSet<UUID>();
        members.stream().sorted().forEach(sorted::add);
        return sorted;
    }

    /// Reads many at once.
    private void know(Collection<UUID> ids) {
        var unknown = ids.stream().filter(it -> !persons.containsKey(it)).toList();
        if (!unknown.isEmpty()) {
            unknown.forEach(it -> persons.put(it, Optional.empty()));
            store.get(reader, PersonType.PERSON, unknown).forEach(it -> persons.put(it.id(), Optional.of(it)));
        }
    }

    private Optional<Snapshot> person(UUID id) {
        return persons.computeIfAbsent(id, it -> store.get(reader, PersonType.PERSON, it));
    }

    @Override
    public boolean active(UUID person) {
        return person(person)
                .filter(it -> Boolean.TRUE.equals(it.get(PersonType.ACTIVE)))
                .isPresent();
    }

    @Override
    public @Nullable UUID manager(UUID person) {
        return person(person).map(it -> it.get(PersonType.MANAGER)).orElse(null);
    }

    @Override
    public @Nullable UUID substitute(UUID person) {
        return substitutes
                .computeIfAbsent(person, it -> Optional.ofNullable(absences.substitute(it, now)))
                .orElse(null);
    }
}
