package org.mainstay.kernel.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Lookup;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Reads for rules and actions, whole records that plans can be decided upon, as one actor.
final class ActorLookup implements Lookup {

    private final Actor actor;
    private final Supplier<Reader> reader;
    private final Supplier<FilterParser> parser;
    private final Supplier<AsOf> asOf;
    private final RecordTypes types;

    ActorLookup(
            Actor actor,
            Supplier<Reader> reader,
            Supplier<FilterParser> parser,
            Supplier<AsOf> asOf,
            RecordTypes types) {
        this.actor = actor;
        this.reader = reader;
        this.parser = parser;
        this.asOf = asOf;
        this.types = types;
    }

    @Override
    public Optional<Snapshot> get(RecordType<?> type, UUID id) {
        return Optional.ofNullable(reader.get().whole(actor, type, Rows.ID.eq(id)));
    }

    @Override
    public Optional<Snapshot> asOf(RecordType<?> type, UUID id, Instant instant) {
        return asOf.get().one(actor, types.current(type), Rows.ID.eq(id), instant);
    }

    @Override
    public List<Snapshot> list(RecordType<?> given, String filter, int limit) {
        var type = types.current(given);
        var context = reader.get().context(actor);
        return switch (parser.get().parse(filter, type, context)) {
            case Parsed.Good(var parsed) -> reader.get().wholes(actor, type, parsed, limit);
            case Parsed.Bad(var errors) ->
                throw new IllegalArgumentException("filter of our own does not parse: " + filter + " " + errors);
        };
    }
}
