package org.mainstay.kernel.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// What queries in plain SQL bind and read.
public final class PlainSql {

    private PlainSql() {}

    public static Field<UUID[]> ids(Collection<UUID> ids) {
        return DSL.val(ids.toArray(UUID[]::new));
    }

    public static Field<String[]> texts(Collection<String> texts) {
        return DSL.val(texts.toArray(String[]::new), SQLDataType.CLOB.array());
    }

    public static Field<Instant> moment(Instant at) {
        return DSL.val(at, SQLDataType.INSTANT);
    }

    /// The value of a column that is never null.
    public static <T> T need(Record row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
