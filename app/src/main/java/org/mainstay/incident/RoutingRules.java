package org.mainstay.incident;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Rule;

/// A new incident that nobody has been given yet goes where the assignment rules send it; so does one
/// that is still nobody's when its category or service changes. History says which rule decided.
record RoutingRules(Routing routing, IncidentQueries queries) implements Rule {

    @Override
    public String type() {
        return "incident";
    }

    @Override
    public void apply(Draft draft) {
        if (draft.plan().asItWas() || !asks(draft)) {
            return;
        }
        routing.decide(draft.after()).ifPresent(rule -> {
            var why = Message.of("incident.routing.decided", rule.name());
            draft.set(IncidentType.GROUP, rule.group(), why, rule.id());
            member(rule, draft).ifPresent(it -> draft.set(IncidentType.ASSIGNEE, it, why, rule.id()));
        });
    }

    private static boolean asks(Draft draft) {
        var state = draft.get(IncidentType.STATE);
        return draft.get(IncidentType.GROUP) == null
                && draft.get(IncidentType.ASSIGNEE) == null
                && state != null
                && state.open()
                && (draft.created() || draft.changes(IncidentType.CATEGORY) || draft.changes(IncidentType.SERVICE));
    }

    private Optional<UUID> member(AssignmentRule rule, Draft draft) {
        return switch (rule.method()) {
            case GROUP_ONLY -> Optional.empty();
            case LEAST_LOADED -> leastLoaded(Members.active(rule.group(), draft.lookup()));
            case NEXT_MEMBER -> next(rule.group(), Members.active(rule.group(), draft.lookup()));
        };
    }

    private Optional<UUID> leastLoaded(TreeSet<UUID> candidates) {
        var load = candidates.isEmpty() ? Map.<UUID, Integer>of() : queries.load(candidates);
        return candidates.stream().min(Comparator.comparing(it -> load.getOrDefault(it, 0)));
    }

    /// Members take turns in a fixed order.
    private Optional<UUID> next(UUID group, TreeSet<UUID> candidates) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var following = queries.lastAssignee(group, candidates).map(candidates::higher);
        return Optional.of(following.orElseGet(candidates::first));
    }
}
