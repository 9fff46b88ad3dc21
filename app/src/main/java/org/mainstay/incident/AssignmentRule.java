package org.mainstay.incident;

import java.util.UUID;
import org.mainstay.kernel.record.Snapshot;

/// Where incidents that match a condition go.
///
/// @param condition in the filter language, over incidents
public record AssignmentRule(
        UUID id, String name, long position, String condition, UUID group, Method method, boolean active) {

    public enum Method {
        /// The group decides who works on it.
        GROUP_ONLY,
        /// The member with the fewest open incidents.
        LEAST_LOADED,
        /// The member after the one whose turn it was.
        NEXT_MEMBER
    }

    static AssignmentRule of(Snapshot it) {
        return new AssignmentRule(
                it.id(),
                it.need(AssignmentRuleType.NAME),
                it.need(AssignmentRuleType.POSITION),
                it.need(AssignmentRuleType.CONDITION),
                it.need(AssignmentRuleType.GROUP),
                it.need(AssignmentRuleType.METHOD),
                it.need(AssignmentRuleType.ACTIVE));
    }
}
