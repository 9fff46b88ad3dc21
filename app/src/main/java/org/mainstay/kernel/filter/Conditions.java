package org.mainstay.kernel.filter;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordTypes;

/// Conditions on records, in the filter language, as the house means them.
public final class Conditions {

    private final RecordTypes types;
    private final FilterParser parser;
    private final FilterMatch match;
    private final Clock clock;

    public Conditions(RecordTypes types, FilterParser parser, FilterMatch match, Clock clock) {
        this.types = types;
        this.parser = parser;
        this.match = match;
        this.clock = clock;
    }

    /// Whether the condition holds; one that cannot be read any more holds for nothing.
    public boolean holds(String condition, Snapshot record) {
        return parsed(condition, types.current(record.type())) instanceof Parsed.Good(var filter)
                && match.matches(filter, record, new FilterContext(Installation.ITSELF, clock.instant()));
    }

    /// Whether the condition may hold for a record once it is saved: it may also where it asks for what is not known
    /// before.
    ///
    /// @param drafted as [org.mainstay.kernel.store.RecordStore#drafted] has it
    /// @param together the ids of all records that are saved with it
    public boolean mayHold(String condition, Snapshot drafted, Set<UUID> together) {
        return parsed(condition, types.current(drafted.type())) instanceof Parsed.Good(var filter)
                && (!told(filter, drafted, together)
                        || match.matches(filter, drafted, new FilterContext(Installation.ITSELF, clock.instant())));
    }

    /// Whether all that the filter asks for is known of a record that is not saved yet.
    private static boolean told(Filter filter, Snapshot drafted, Set<UUID> together) {
        return switch (filter) {
            case Filter.All(var of) -> of.stream().allMatch(it -> told(it, drafted, together));
            case Filter.Any(var of) -> of.stream().allMatch(it -> told(it, drafted, together));
            case Filter.Not(var of) -> told(of, drafted, together);
            case Filter.Identity _ -> false;
            case Filter.Words _ -> true;
            case Filter.Empty(var path) -> told(path, drafted, together);
            case Filter.OneOf it -> told(it.path(), drafted, together);
            case Filter.Contains it -> told(it.path(), drafted, together);
            case Filter.Compare it -> told(it.path(), drafted, together);
        };
    }

    private static boolean told(Filter.Path path, Snapshot drafted, Set<UUID> together) {
        var first = path.steps().getFirst();
        if (first.source() instanceof Attribute.Source.Computed || first.has(Attribute.Trait.UNRECORDED)) {
            return false;
        }
        var value = drafted.get(first);
        if (value == null || path.steps().size() == 1) {
            return true;
        }
        return value instanceof Set<?> set ? set.stream().noneMatch(together::contains) : !together.contains(value);
    }

    /// What is wrong with a condition on records of the type; empty when nothing.
    public List<Message> faults(String condition, RecordType<?> type) {
        return parsed(condition, type) instanceof Parsed.Bad(var errors)
                ? errors.stream().map(FilterError::reason).toList()
                : List.of();
    }

    private Parsed parsed(String condition, RecordType<?> type) {
        return parser.parse(condition, type, new FilterContext(Installation.ITSELF, clock.instant()));
    }

    /// Refuses what cannot be read as a condition on records of the type.
    public void check(Draft draft, Attribute<String> attribute, @Nullable String type) {
        var condition = draft.get(attribute);
        var on = type == null ? null : types.byCode(type).orElse(null);
        if (condition != null
                && on != null
                && draft.changes(attribute)
                && parsed(condition, on) instanceof Parsed.Bad(var errors)) {
            errors.forEach(it -> draft.refuse(new Problem(attribute.code(), it.reason())));
        }
    }
}
