package org.mainstay.kernel.store;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Finds records by their identity elsewhere, for imports; no access is applied.
public final class ExternalKeys {

    private final DSLContext db;

    public ExternalKeys(DSLContext db) {
        this.db = db;
    }

    /// The records of the type that came from the source under these keys, by key.
    public Map<String, UUID> find(String type, String source, Collection<String> keys) {
        var key = DSL.field(DSL.name("key"), SQLDataType.CLOB);
        var record = DSL.field(DSL.name("record"), SQLDataType.UUID);
        return db.select(key, record)
                .from(DSL.table(DSL.name("kernel", "external_key")))
                .where(DSL.field(DSL.name("type"), SQLDataType.CLOB).eq(type))
                .and(DSL.field(DSL.name("source"), SQLDataType.CLOB).eq(source))
                .and(key.eq(DSL.any(keys.toArray(String[]::new))))
                .fetchMap(key, record);
    }

    /// Takes the keys away from a record, so that another can have them.
    void release(UUID record) {
        db.deleteFrom(DSL.table(DSL.name("kernel", "external_key")))
                .where(DSL.field(DSL.name("record"), SQLDataType.UUID).eq(record))
                .execute();
    }
}
