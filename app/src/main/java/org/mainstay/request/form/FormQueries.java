package org.mainstay.request.form;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// What forms ask of the database beside reading records.
final class FormQueries {

    private static final Field<UUID[]> SETS = DSL.field(DSL.name("sets"), SQLDataType.UUID.array());

    private final DSLContext db;

    FormQueries(DSLContext db) {
        this.db = db;
    }

    /// Whether a form uses the set, as it is worked on; what was published needs it no more.
    boolean uses(UUID set) {
        return db.fetchExists(DSL.selectOne()
                .from(DSL.table(DSL.name("request", "form")))
                .where(SETS.contains(new UUID[] {set}))
                .and(DSL.field(DSL.name("deleted_at")).isNull()));
    }

    /// Whether the version is what people get of its form.
    boolean inForce(UUID version) {
        return db.fetchExists(DSL.selectOne()
                .from(DSL.table(DSL.name("request", "form")))
                .where(DSL.field(DSL.name("published"), SQLDataType.UUID).eq(version))
                .and(DSL.field(DSL.name("deleted_at")).isNull()));
    }
}
