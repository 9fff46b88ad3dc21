package org.mainstay.kernel.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Acts from outside on one record: input read by kind, permission, plan, save, and again when somebody else was
/// quicker and the caller named no version. Web, REST, bulk, automation and adapters all come through here.
public interface Acts {

    Outcome create(Actor actor, RecordType<?> type, Input input, List<PlanPart> parts, boolean dryRun);

    /// Sets attributes. READ_ONLY ones are refused with the action to use.
    ///
    /// @param version when given, any newer version is [Outcome.Stale]; null applies to the current one
    Outcome edit(Actor actor, RecordType<?> type, UUID id, Input input, @Nullable Long version, boolean dryRun);

    /// A form that was filled from `version`: what was typed differs from that version; edits of attributes that
    /// nobody else changed since are merged, overlapping ones come back as [Outcome.Stale].
    Outcome merge(Actor actor, RecordType<?> type, UUID id, Input form, long version);

    /// Does an action by name.
    Outcome act(
            Actor actor,
            RecordType<?> type,
            UUID id,
            String action,
            Input answers,
            @Nullable Long version,
            boolean dryRun);

    /// Adds a part (comment, link, watcher…) to a record.
    Outcome add(Actor actor, RecordType<?> type, UUID id, PlanPart part);

    Outcome delete(Actor actor, RecordType<?> type, UUID id, @Nullable Long version, boolean dryRun);

    /// The type's actions on this record, most likely first.
    List<Possible> possible(Actor actor, Snapshot subject);

    /// @param decision why it can or cannot be done now
    record Possible(Action<?> action, Decision decision) {}
}
