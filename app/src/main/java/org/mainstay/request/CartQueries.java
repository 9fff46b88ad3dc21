package org.mainstay.request;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record6;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.store.PlainSql;

/// What people mean to order.
final class CartQueries {

    private static final Table<Record> LINE = DSL.table(DSL.name("request", "cart_line"));
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<UUID> PERSON = DSL.field(DSL.name("person"), SQLDataType.UUID);
    private static final Field<UUID> ITEM = DSL.field(DSL.name("item"), SQLDataType.UUID);
    private static final Field<Long> QUANTITY = DSL.field(DSL.name("quantity"), SQLDataType.BIGINT);
    private static final Field<UUID[]> PEOPLE = DSL.field(DSL.name("people"), SQLDataType.UUID.array());
    private static final Field<Boolean> LATER = DSL.field(DSL.name("later"), SQLDataType.BOOLEAN);
    private static final Field<Instant> ADDED_AT = DSL.field(DSL.name("added_at"), SQLDataType.INSTANT);

    private final DSLContext db;

    CartQueries(DSLContext db) {
        this.db = db;
    }

    /// In the order in which they were added.
    List<Cart.Line> lines(UUID person) {
        return db.select(ID, ITEM, QUANTITY, PEOPLE, LATER, ADDED_AT)
                .from(LINE)
                .where(PERSON.eq(person))
                .orderBy(ADDED_AT, ID)
                .fetch(CartQueries::line);
    }

    /// The same, which nobody else changes until the transaction ends.
    List<Cart.Line> held(UUID person) {
        return db.select(ID, ITEM, QUANTITY, PEOPLE, LATER, ADDED_AT)
                .from(LINE)
                .where(PERSON.eq(person))
                .orderBy(ADDED_AT, ID)
                .forUpdate()
                .fetch(CartQueries::line);
    }

    private static Cart.Line line(Record6<UUID, UUID, Long, UUID[], Boolean, Instant> row) {
        return new Cart.Line(row.value1(), row.value2(), row.value3(), List.of(row.value4()), row.value5());
    }

    void add(UUID person, Cart.Line line, Instant at) {
        db.insertInto(LINE, ID, PERSON, ITEM, QUANTITY, PEOPLE, LATER, ADDED_AT)
                .values(
                        line.id(),
                        person,
                        line.item(),
                        line.quantity(),
                        line.people().toArray(UUID[]::new),
                        line.later(),
                        at)
                .execute();
    }

    void change(UUID person, Cart.Line line) {
        db.update(LINE)
                .set(QUANTITY, line.quantity())
                .set(PEOPLE, line.people().toArray(UUID[]::new))
                .set(LATER, line.later())
                .where(PERSON.eq(person))
                .and(ID.eq(line.id()))
                .execute();
    }

    void remove(UUID person, Collection<UUID> ids) {
        db.deleteFrom(LINE)
                .where(PERSON.eq(person))
                .and(ID.eq(DSL.any(PlainSql.ids(ids))))
                .execute();
    }

    /// Keeps one person's cart from being changed twice at a time, also while it is empty.
    void hold(UUID person) {
        db.execute("select pg_advisory_xact_lock(hashtextextended({0}, 34))", DSL.val(person.toString()));
    }

    /// How many lines are to be ordered.
    int count(UUID person) {
        return db.fetchCount(LINE, PERSON.eq(person).and(LATER.isFalse()));
    }

    static boolean same(Cart.Line line, UUID item, List<UUID> people) {
        return line.item().equals(item) && Arrays.equals(sorted(line.people()), sorted(people));
    }

    private static Object[] sorted(List<UUID> ids) {
        return ids.stream().sorted().toArray();
    }
}
