package org.mainstay.kernel.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Lookup;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;

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

    /// Those of the ids that the actor sees, in no particular order, without what is computed.
    List<Snapshot> get(RecordType<?> type, Collection<UUID> ids) {
        return reader.get()
                .stored(actor, types.current(type), Rows.ID.eq(DSL.any(ids.toArray(UUID[]::new))), ids.size());
    }

    @Override
    public List<Snapshot> having(RecordType<?> given, Values values, int limit) {
        return having(given, DSL.noCondition(), values, limit);
    }

    /// The same for several values of one reference at once.
    List<Snapshot> having(RecordType<?> given, Attribute<?> reference, Collection<UUID> ids, Values values, int limit) {
        @SuppressWarnings("unchecked") // references are ids
        var column = (Field<UUID>) reference.sql(Rows.ALIAS);
        return having(given, column.eq(DSL.any(ids.toArray(UUID[]::new))), values, limit);
    }

    private List<Snapshot> having(RecordType<?> given, Condition which, Values values, int limit) {
        var type = types.current(given);
        var condition = which;
        for (var entry : values.all().entrySet()) {
            condition = condition.and(equal(entry.getKey(), entry.getValue()));
        }
        return reader.get().stored(actor, type, condition, limit);
    }

    @SuppressWarnings("unchecked") // the value is one of its attribute
    private static Condition equal(Attribute<?> attribute, @Nullable Object value) {
        var field = (Field<Object>) attribute.sql(Rows.ALIAS);
        return value == null ? field.isNull() : field.eq(value);
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
