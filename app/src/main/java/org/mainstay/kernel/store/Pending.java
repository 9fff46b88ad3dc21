package org.mainstay.kernel.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import tools.jackson.databind.node.ObjectNode;

/// A step that passed its rules and waits to be written.
///
/// @param base the record before; null when it is created
/// @param values what differs from before
/// @param changes the same as history keeps it
/// @param label the registry's label afterwards
/// @param folded the folded searched texts afterwards; null when they stay
record Pending(
        RecordType<?> type,
        UUID id,
        @Nullable Snapshot base,
        @Nullable String number,
        Values values,
        ObjectNode changes,
        @Nullable ObjectNode reasons,
        @Nullable String label,
        @Nullable String folded,
        List<PlanPart> parts,
        List<Step.ExternalKey> keys,
        Context context) {

    /// What all steps of a plan share.
    record Context(Cause cause, UUID operation, Instant at, boolean imported, UUID by) {}

    boolean created() {
        return base == null;
    }

    /// Whether a history row of kind `save` is written.
    boolean saves() {
        return created() || !values.isEmpty();
    }

    /// How many history rows, and versions, it takes.
    int entries() {
        return (saves() ? 1 : 0) + parts.size();
    }

    long version() {
        return (base == null ? 0 : base.version()) + entries();
    }

    Map<Attribute<?>, @Nullable Object> written() {
        return values.all();
    }
}
