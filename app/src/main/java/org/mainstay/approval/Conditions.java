package org.mainstay.approval;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterMatch;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordTypes;

/// Conditions on records, in the filter language, as the house means them.
final class Conditions {

    private final RecordTypes types;
    private final FilterParser parser;
    private final FilterMatch match;
    private final Clock clock;

    Conditions(RecordTypes types, FilterParser parser, FilterMatch match, Clock clock) {
        this.types = types;
        this.parser = parser;
        this.match = match;
        this.clock = clock;
    }

    /// Whether the condition holds; one that cannot be read any more holds for nothing.
    boolean holds(String condition, Snapshot record) {
        return parsed(condition, types.current(record.type())) instanceof Parsed.Good(var filter)
                && match.matches(filter, record, new FilterContext(Installation.ITSELF, clock.instant()));
    }

    private Parsed parsed(String condition, RecordType<?> type) {
        return parser.parse(condition, type, new FilterContext(Installation.ITSELF, clock.instant()));
    }

    /// Refuses what cannot be read as a condition on records of the type.
    void check(Draft draft, Attribute<String> attribute, @Nullable String type) {
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
