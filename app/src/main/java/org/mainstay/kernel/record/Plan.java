package org.mainstay.kernel.record;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything one act means, on any records, to be saved whole or not at all. A preview is the same plan,
/// not saved.
///
/// @param cause why history says it happened
/// @param operation ties its history rows together, for undo
/// @param at when it happened; null for now
/// @param imported whether clocks, notifications and webhooks ignore it
public record Plan(Cause cause, UUID operation, @Nullable Instant at, boolean imported, List<Step> steps) {

    private static final TimeBasedEpochRandomGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    public Plan {
        // what the database keeps
        at = at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
    }

    public static Plan of(Cause cause) {
        return new Plan(cause, newId(), null, false, new ArrayList<>());
    }

    /// A plan whose history rows carry a time of their own.
    public Plan at(Instant moment) {
        return new Plan(cause, operation, moment, imported, steps);
    }

    /// Whether it brings values as they were, elsewhere or before, from which rules derive nothing.
    public boolean asItWas() {
        return imported || cause.kind() == Cause.Sort.UNDO;
    }

    public Plan with(Step step) {
        steps.add(step);
        return this;
    }

    /// Adds a record to be created and gives its values to be set.
    public Step.Create create(RecordType<?> type) {
        var step = new Step.Create(type, newId(), null, new Values(), new ArrayList<>(), new ArrayList<>());
        steps.add(step);
        return step;
    }

    /// The edit of this record, one per plan however often it is asked for.
    public Step.Edit edit(Snapshot subject) {
        for (Step step : steps) {
            if (step instanceof Step.Edit edit && edit.id().equals(subject.id())) {
                return edit;
            }
        }
        var edit = Step.Edit.of(subject);
        steps.add(edit);
        return edit;
    }

    /// Makes the plan stale where this record is no longer as it was decided upon, though the plan changes
    /// nothing of it.
    public Plan reliesOn(Snapshot subject) {
        edit(subject);
        return this;
    }

    /// A UUID of version 7.
    public static UUID newId() {
        return IDS.generate();
    }
}
