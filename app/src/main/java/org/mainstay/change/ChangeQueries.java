package org.mainstay.change;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.cmdb.drift.PlannedChanges;

/// The SQL that only changes need.
final class ChangeQueries implements PlannedChanges {

    private static final Field<UUID> ID = field(name("c", "id"), SQLDataType.UUID);
    private static final Field<UUID> MAIN = field(name("c", "configuration_item"), SQLDataType.UUID);
    private static final Field<UUID> SERVICE = field(name("c", "service"), SQLDataType.UUID);
    private static final Field<String> STATE = field(name("c", "state"), SQLDataType.CLOB);
    private static final Field<Instant> DELETED = field(name("c", "deleted_at"), SQLDataType.INSTANT);
    private static final Field<UUID> ITEM = field(name("a", "item"), SQLDataType.UUID);

    private final DSLContext db;

    ChangeQueries(DSLContext db) {
        this.db = db;
    }

    /// A change is open on its items, or on its service where it has none, from its planned start, or from when it was
    /// really begun, until its planned end, or until it was really over; one that is being implemented is not over,
    /// whatever was planned.
    @Override
    public Set<UUID> open(Collection<UUID> items, Instant at) {
        var open = new HashSet<UUID>();
        open.addAll(db.select(MAIN)
                .from(table(name("change", "change")).as("c"))
                .where(MAIN.in(items))
                .and(open(at))
                .fetch(MAIN));
        open.addAll(db.select(ITEM)
                .from(table(name("change", "affected_item")).as("a"))
                .join(table(name("change", "change")).as("c"))
                .on(ID.eq(field(name("a", "change"), SQLDataType.UUID)))
                .where(ITEM.in(items))
                .and(added())
                .and(open(at))
                .fetch(ITEM));
        open.addAll(db.select(SERVICE)
                .from(table(name("change", "change")).as("c"))
                .where(SERVICE.in(items))
                .and(MAIN.isNull())
                .andNotExists(selectOne()
                        .from(table(name("change", "affected_item")).as("a"))
                        .where(field(name("a", "change"), SQLDataType.UUID).eq(ID))
                        .and(added()))
                .and(open(at))
                .fetch(SERVICE));
        return open;
    }

    private static Condition added() {
        return field(name("a", "deleted_at"), SQLDataType.INSTANT)
                .isNull()
                .and(field(name("a", "excluded"), SQLDataType.BOOLEAN).isFalse());
    }

    private static Condition open(Instant at) {
        var begin = DSL.coalesce(moment("actual_start"), moment("planned_start"));
        var end = DSL.coalesce(moment("actual_end"), moment("planned_end"));
        return DELETED.isNull()
                .and(STATE.in("scheduled", "implement", "review", "closed"))
                .and(begin.le(at))
                .and(end.ge(at).or(STATE.eq("implement")));
    }

    private static Field<Instant> moment(String column) {
        return field(name("c", column), SQLDataType.INSTANT);
    }

    /// Whether any change goes by the model.
    boolean uses(UUID model) {
        return db.fetchExists(select(ID)
                .from(table(name("change", "change")).as("c"))
                .where(field(name("c", "model"), SQLDataType.UUID).eq(model)));
    }
}
