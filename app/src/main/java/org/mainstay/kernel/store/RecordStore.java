package org.mainstay.kernel.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;

/// Reads records as an actor sees them, and writes them through one door. Every method takes the actor;
/// deleted records are absent everywhere. Types are looked up anew, so callers may pass a module's
/// constant and still get custom fields. Takes part in the caller's transaction where there is one.
public interface RecordStore {

    /// All attributes the actor may read; empty when there is no such record for the actor.
    Optional<Snapshot> get(Actor actor, RecordType<?> type, UUID id);

    /// By id, number, code or user name; an external key is not looked at.
    Optional<Snapshot> find(Actor actor, RecordType<?> type, String key);

    /// Many at once, in no particular order; those that the actor does not see are left out.
    List<Snapshot> get(Actor actor, RecordType<?> type, Collection<UUID> ids);

    /// One page. Costs the same at any depth when the order is declared.
    ///
    /// @throws BadQuery for an undeclared order over more than 10,000 matches, or a cursor that was not
    ///     given to this actor for this filter and order
    Page list(Actor actor, RecordType<?> type, Query query);

    /// Counting stops at 10,000.
    Count count(Actor actor, RecordType<?> type, Filter filter);

    /// Every match in turn, in bounded memory, from one snapshot of the database.
    void each(Actor actor, RecordType<?> type, Query query, Consumer<Snapshot> consumer);

    /// The record as it was at the instant: the fold of its history; empty before its creation.
    Optional<Snapshot> asOf(Actor actor, RecordType<?> type, UUID id, Instant instant);

    /// The same by id, number, code or user name. A record that was deleted later is found.
    Optional<Snapshot> findAsOf(Actor actor, RecordType<?> type, String key, Instant instant);

    /// How many records matched at the instant; with the bounds of [#listAsOf] and [#count].
    Count countAsOf(Actor actor, RecordType<?> type, Filter filter, Instant instant);

    /// A page of the records as they were at the instant.
    ///
    /// @throws BadQuery when more than 100,000 records would have to be folded
    Page listAsOf(Actor actor, RecordType<?> type, Query query, Instant instant);

    /// How the records that these refer to are shown to the actor; references the actor may not see are
    /// left out.
    Map<UUID, Label> labels(Actor actor, Collection<Snapshot> records);

    /// Labels of single ids that a visible record refers to (history, forms), with the same care.
    Map<UUID, Label> labelsOf(Actor actor, Collection<UUID> ids);

    /// Labels of ids that somebody came up with (mentions in a text, ends of a new link): only those of
    /// records that the actor sees, also where labels of the type are open.
    Map<UUID, Label> labelsOfVisible(Actor actor, Collection<UUID> ids);

    /// Completion: records that match and whose number begins with the text or whose label holds it,
    /// folded.
    ///
    /// @param text blank for any
    /// @param limit at most 50
    List<Label> suggest(Actor actor, RecordType<?> type, Filter filter, String text, int limit);

    /// Everything the plan means, in one transaction, or nothing.
    ///
    /// @throws OutcomeUnknown when the connection was lost during the commit
    Saved save(Actor actor, Plan plan);

    /// The records as the plan would leave them, deletions left out: with what rules derive, but without what only the
    /// database knows, such as numbers. For decisions of the house, whatever the actor may read of them.
    Map<UUID, Snapshot> drafted(Actor actor, Plan plan);

    /// What [#save] would do: same checks, same rules, nothing written.
    ///
    /// @return previews of the records, or the refusal as an [Outcome.Refused]
    Outcome preview(Actor actor, Plan plan);
}
