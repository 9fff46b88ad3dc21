package org.mainstay.cmdb.relation;

import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// What only rules of relations ask the database.
final class RelationQueries {

    private static final int SHOWN = 5;

    private final DSLContext db;

    RelationQueries(DSLContext db) {
        this.db = db;
    }

    /// Numbers of the first relations of these types, holding now, that an item of the class is an end of.
    List<String> ofClass(String itemClass, Collection<String> types) {
        return db.resultQuery("""
                        select r.number from cmdb.relation r
                        join cmdb.configuration_item f on f.id = r."from"
                        join cmdb.configuration_item t on t.id = r."to"
                        where r.deleted_at is null and r.valid_to is null and r."type" = any ({0})
                            and f.deleted_at is null and t.deleted_at is null
                            and (f.class = {1} or t.class = {1})
                        order by r.number limit {2}
                        """, DSL.val(types.toArray(String[]::new)), DSL.val(itemClass), DSL.inline(SHOWN))
                .fetch(0, String.class);
    }
}
