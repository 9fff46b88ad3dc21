package org.mainstay.kernel.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// What queries in plain SQL bind and read.
public final class PlainSql {

    /// Every id that a record has comes after it.
    public static final UUID FIRST = new UUID(0, 0);

    private PlainSql() {}

    public static Field<UUID[]> ids(Collection<UUID> ids) {
        return DSL.val(ids.toArray(UUID[]::new));
    }

    public static Field<String[]> texts(Collection<String> texts) {
        return DSL.val(texts.toArray(String[]::new), SQLDataType.CLOB.array());
    }

    /// One part of each row, in the order of the rows.
    public static <T> Field<UUID[]> ids(Collection<T> rows, Function<T, @Nullable UUID> part) {
        return DSL.val(rows.stream().map(part).toArray(UUID[]::new));
    }

    public static <T> Field<String[]> texts(Collection<T> rows, Function<T, @Nullable String> part) {
        return DSL.val(rows.stream().map(part).toArray(String[]::new), SQLDataType.CLOB.array());
    }

    public static <T> Field<Instant[]> moments(Collection<T> rows, Function<T, @Nullable Instant> part) {
        return DSL.val(rows.stream().map(part).toArray(Instant[]::new), SQLDataType.INSTANT.array());
    }

    public static Field<Instant> moment(Instant at) {
        return DSL.val(at, SQLDataType.INSTANT);
    }

    /// The value of a column that is never null.
    public static <T> T need(Record row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
