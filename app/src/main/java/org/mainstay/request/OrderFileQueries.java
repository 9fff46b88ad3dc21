package org.mainstay.request;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.blob.Blob;
import org.mainstay.kernel.store.PlainSql;

/// Files that came with answers.
final class OrderFileQueries {

    private static final Table<Record> FILE = DSL.table(DSL.name("request", "order_file"));
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<UUID> PERSON = DSL.field(DSL.name("person"), SQLDataType.UUID);
    private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.CLOB);
    private static final Field<String> MEDIA_TYPE = DSL.field(DSL.name("media_type"), SQLDataType.CLOB);
    private static final Field<Long> SIZE = DSL.field(DSL.name("size"), SQLDataType.BIGINT);
    private static final Field<byte[]> BLOB = DSL.field(DSL.name("blob"), SQLDataType.BLOB);
    private static final Field<Instant> AT = DSL.field(DSL.name("at"), SQLDataType.INSTANT);

    private final DSLContext db;

    OrderFileQueries(DSLContext db) {
        this.db = db;
    }

    void keep(UUID person, OrderFile file, Instant at) {
        db.insertInto(FILE, ID, PERSON, NAME, MEDIA_TYPE, SIZE, BLOB, AT)
                .values(
                        file.id(),
                        person,
                        file.name(),
                        file.mediaType(),
                        file.blob().size(),
                        file.blob().digest(),
                        at)
                .execute();
    }

    /// Those of them that are the person's.
    List<OrderFile> of(UUID person, Collection<UUID> ids) {
        return db.select(ID, NAME, MEDIA_TYPE, BLOB, SIZE)
                .from(FILE)
                .where(PERSON.eq(person))
                .and(ID.eq(DSL.any(PlainSql.ids(ids))))
                .fetch(it -> new OrderFile(it.value1(), it.value2(), it.value3(), Blob.of(it.value4(), it.value5())));
    }

    int count(UUID person) {
        return db.fetchCount(FILE, PERSON.eq(person));
    }

    void forget(Instant before) {
        db.deleteFrom(FILE).where(AT.lt(before)).execute();
    }
}
