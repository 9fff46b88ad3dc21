package org.mainstay.request;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
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
    private static final Field<String> ANSWERS = DSL.field(DSL.name("answers"), SQLDataType.CLOB);
    private static final Field<UUID> BUNDLING = DSL.field(DSL.name("bundling"), SQLDataType.UUID);
    private static final Field<UUID> BUNDLE = DSL.field(DSL.name("bundle"), SQLDataType.UUID);
    private static final Field<UUID> BUNDLE_ITEM = DSL.field(DSL.name("bundle_item"), SQLDataType.UUID);
    private static final Field<String> BUNDLE_ANSWERS = DSL.field(DSL.name("bundle_answers"), SQLDataType.CLOB);
    private static final List<Field<?>> ALL =
            List.of(ID, ITEM, QUANTITY, PEOPLE, LATER, ANSWERS, BUNDLING, BUNDLE, BUNDLE_ITEM, BUNDLE_ANSWERS);
    private static final Field<Instant> ADDED_AT = DSL.field(DSL.name("added_at"), SQLDataType.INSTANT);

    private static final Field<Instant> TOUCHED_AT = DSL.field(DSL.name("touched_at"), SQLDataType.INSTANT);

    private final DSLContext db;

    CartQueries(DSLContext db) {
        this.db = db;
    }

    /// In the order in which they were added.
    List<Cart.Line> lines(UUID person) {
        return db.select(ALL)
                .from(LINE)
                .where(PERSON.eq(person))
                .orderBy(ADDED_AT, ID)
                .fetch(CartQueries::line);
    }

    /// The same, which nobody else changes until the transaction ends.
    List<Cart.Line> held(UUID person) {
        return db.select(ALL)
                .from(LINE)
                .where(PERSON.eq(person))
                .orderBy(ADDED_AT, ID)
                .forUpdate()
                .fetch(CartQueries::line);
    }

    private static Cart.Line line(Record row) {
        var bundling = row.get(BUNDLING);
        return new Cart.Line(
                row.get(ID),
                row.get(ITEM),
                row.get(QUANTITY),
                List.of(row.get(PEOPLE)),
                row.get(LATER),
                row.get(ANSWERS),
                bundling == null
                        ? null
                        : new Orders.Bundled(bundling, row.get(BUNDLE), row.get(BUNDLE_ITEM), row.get(BUNDLE_ANSWERS)));
    }

    void add(UUID person, Cart.Line line, Instant at) {
        var bundled = line.bundled();
        db.insertInto(LINE)
                .set(ID, line.id())
                .set(PERSON, person)
                .set(ITEM, line.item())
                .set(QUANTITY, line.quantity())
                .set(PEOPLE, line.people().toArray(UUID[]::new))
                .set(LATER, line.later())
                .set(ANSWERS, line.answers())
                .set(ADDED_AT, at)
                .set(TOUCHED_AT, at)
                .set(BUNDLING, bundled == null ? null : bundled.bundling())
                .set(BUNDLE, bundled == null ? null : bundled.version())
                .set(BUNDLE_ITEM, bundled == null ? null : bundled.part())
                .set(BUNDLE_ANSWERS, bundled == null ? null : bundled.answers())
                .execute();
    }

    void change(UUID person, Cart.Line line, Instant at) {
        db.update(LINE)
                .set(QUANTITY, line.quantity())
                .set(PEOPLE, line.people().toArray(UUID[]::new))
                .set(LATER, line.later())
                .set(ANSWERS, line.answers())
                .set(TOUCHED_AT, at)
                .where(PERSON.eq(person))
                .and(ID.eq(line.id()))
                .execute();
    }

    /// @return the items of the lines that were there
    List<UUID> remove(UUID person, Collection<UUID> ids) {
        return db.deleteFrom(LINE)
                .where(PERSON.eq(person))
                .and(ID.eq(DSL.any(PlainSql.ids(ids))))
                .returning(ITEM)
                .fetch(ITEM);
    }

    /// Keeps one person's cart from being changed twice at a time, also while it is empty.
    void hold(UUID person) {
        db.execute("select pg_advisory_xact_lock(hashtextextended({0}, 34))", DSL.val(person.toString()));
    }

    /// How many lines are to be ordered.
    int count(UUID person) {
        return db.fetchCount(LINE, PERSON.eq(person).and(LATER.isFalse()));
    }

    /// Whether one of these is one more of the line; what a bundle chose stays by itself.
    static boolean same(Cart.Line line, UUID item, List<UUID> people, String answers) {
        return line.bundled() == null
                && line.item().equals(item)
                && line.answers().equals(answers)
                && Arrays.equals(sorted(line.people()), sorted(people));
    }

    private static Object[] sorted(List<UUID> ids) {
        return ids.stream().sorted().toArray();
    }
}
