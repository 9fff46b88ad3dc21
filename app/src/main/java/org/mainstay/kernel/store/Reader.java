package org.mainstay.kernel.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterSql;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Reads records: every statement carries the condition of what the actor may see.
final class Reader {

    /// How far undeclared orders and counts go.
    static final int FAR = 10_000;

    private static final Order BY_NUMBER = Order.by(Order.ascending(Header.NUMBER));

    private final DSLContext db;
    private final RecordTypes types;
    private final Access access;
    private final FilterSql sql;
    private final Cursors cursors;
    private final Clock clock;
    private final FreeText freeText;
    private final Shapes shapes = new Shapes();
    private final ValuePlans plans;

    Reader(
            DSLContext db,
            RecordTypes types,
            Access access,
            FilterSql sql,
            Cursors cursors,
            Clock clock,
            FreeText freeText) {
        this.db = db;
        this.types = types;
        this.access = access;
        this.sql = sql;
        this.cursors = cursors;
        this.clock = clock;
        this.freeText = freeText;
        this.plans = new ValuePlans(db);
    }

    /// The record whole, as plans need it, if the actor sees it.
    @Nullable
    Snapshot whole(Actor actor, RecordType<?> given, Condition which) {
        var type = types.current(given);
        var rows = shapes.all(type);
        var row = db.select(rows.fields())
                .from(Rows.table(type))
                .where(which)
                .and(visible(actor, type))
                .fetchOne();
        return row == null ? null : rows.read(row);
    }

    /// A deleted record whole, if the actor would see it were it not deleted.
    @Nullable
    Snapshot deleted(Actor actor, RecordType<?> given, Condition which) {
        var type = types.current(given);
        var rows = shapes.all(type);
        var row = db.select(rows.fields())
                .from(Rows.table(type))
                .where(which)
                .and(Rows.DELETED_AT.isNotNull())
                .and(sql.visible(type, Rows.ALIAS, context(actor)))
                .fetchOne();
        return row == null ? null : rows.read(row);
    }

    /// The records whole, in no particular order; those that the actor does not see are left out.
    List<Snapshot> wholes(Actor actor, RecordType<?> type, Condition which) {
        var rows = shapes.all(type);
        return db.select(rows.fields())
                .from(Rows.table(type))
                .where(which)
                .and(visible(actor, type))
                .fetch(rows::read);
    }

    /// The same without what is computed, so many at most.
    List<Snapshot> stored(Actor actor, RecordType<?> type, Condition which, int limit) {
        var rows = shapes.stored(type);
        return db.select(rows.fields())
                .from(Rows.table(type))
                .where(which)
                .and(visible(actor, type))
                .limit(limit)
                .fetch(rows::read);
    }

    /// Whether a record of the type ever had the number; no access is applied.
    boolean numbered(RecordType<?> type, String number) {
        return db.fetchExists(DSL.selectOne()
                .from(Rows.table(type))
                .where(DSL.field(DSL.name(Rows.ALIAS, "number"), String.class).eq(number)));
    }

    /// Whole records that match, in the type's default order.
    List<Snapshot> wholes(Actor actor, RecordType<?> type, Filter filter, int limit) {
        var order = order(type, null);
        var rows = shapes.all(type);
        return select(type, filter, matching(actor, type, filter), rows, keyset(actor, order, declared(type, order)))
                .limit(limit)
                .fetch(rows::read);
    }

    List<Snapshot> read(Actor actor, RecordType<?> given, Collection<UUID> ids) {
        var type = types.current(given);
        var rows = readable(actor, type, List.of());
        return db.select(rows.fields())
                .from(Rows.table(type))
                .where(Rows.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .and(visible(actor, type))
                .fetch(rows::read);
    }

    /// Those of the ids that the actor sees.
    Set<UUID> visible(Actor actor, RecordType<?> type, Collection<UUID> ids) {
        return db.select(Rows.ID)
                .from(Rows.table(type))
                .where(Rows.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .and(visible(actor, type))
                .fetchSet(Rows.ID);
    }

    Page list(Actor actor, RecordType<?> given, Query query) {
        var type = types.current(given);
        var order = order(type, query.order());
        boolean declared = declared(type, order);
        if (!declared && !count(actor, type, query.filter()).exact()) {
            throw new BadQuery("sort", "kernel.list.order_not_declared", FAR, declaredOrders(type));
        }
        var keyset = keyset(actor, order, declared);
        var rows = readable(actor, type, query.fields());
        var scope = scope(actor, type, query.filter(), order);
        var ranges = query.cursor() == null
                ? List.<Condition>of(DSL.noCondition())
                : keyset.after(cursors.open(scope, query.cursor(), order.keys().size() + 1));
        var found = new ArrayList<Record>();
        var filter = freeText.planned(type, query.filter());
        for (var range : ranges) {
            int missing = query.limit() + 1 - found.size();
            if (missing > 0) {
                found.addAll(page(actor, type, filter, range, rows, keyset, missing));
            }
        }
        var items = found.stream().limit(query.limit()).map(rows::read).toList();
        if (found.size() <= query.limit()) {
            return new Page(items, null);
        }
        var last = found.get(query.limit() - 1);
        var values = new ArrayList<@Nullable Object>();
        for (int i = 0; i < order.keys().size(); i++) {
            values.add(last.get(rows.fields().size() + i));
        }
        return new Page(
                items,
                cursors.seal(scope, keyset.position(values, items.getLast().id())));
    }

    /// One stretch of a list. An actor sees records for several reasons, and no index has the order of all of
    /// them together. So the first ones of each reason are found, each by an index that has its order,
    /// and the first of those are the page: that costs the same for whoever sees little among much.
    private List<Record> page(
            Actor actor, RecordType<?> type, Filter filter, Condition range, Rows rows, Keyset keyset, int limit) {
        var asked = Rows.DELETED_AT
                .isNull()
                .and(sql.condition(filter, type, Rows.ALIAS, context(actor)))
                .and(range);
        // written out, because the database takes a number it does not know for a tenth of all rows
        var few = DSL.inline(limit);
        var reasons = sql.reasons(type, Rows.ALIAS, context(actor));
        if (reasons.size() == 1 || !keyset.declared()) {
            var seen = asked.and(reasons.size() == 1 ? reasons.getFirst() : DSL.or(reasons));
            return select(type, filter, seen, rows, keyset).limit(few).fetch();
        }
        Select<Record> each = null;
        for (var reason : reasons) {
            var some = db.select(keyset.columns())
                    .from(Rows.table(type))
                    .where(asked.and(reason))
                    .orderBy(keyset.sort())
                    .limit(few);
            each = each == null ? some : each.union(some);
        }
        var first = DSL.select(DSL.asterisk())
                .from(Objects.requireNonNull(each).asTable("e"))
                .orderBy(keyset.sort("e"))
                .limit(few)
                .asTable("p");
        return plans.of(filter)
                .select(fields(rows, keyset))
                .from(first)
                .join(Rows.table(type))
                .on(Rows.ID.eq(DSL.field(DSL.name("p", "id"), SQLDataType.UUID)))
                .orderBy(keyset.sort("p"))
                .fetch();
    }

    /// @param filter what the condition was made of
    private SelectLimitStep<Record> select(
            RecordType<?> type, Filter filter, Condition which, Rows rows, Keyset keyset) {
        return plans.of(filter)
                .select(fields(rows, keyset))
                .from(Rows.table(type))
                .where(which)
                .orderBy(keyset.sort());
    }

    Count count(Actor actor, RecordType<?> given, Filter filter) {
        var type = types.current(given);
        var planned = freeText.planned(type, filter);
        var counted = plans.of(planned)
                .fetchCount(DSL.selectOne()
                        .from(Rows.table(type))
                        .where(matching(actor, type, planned))
                        .limit(FAR + 1));
        return new Count(Math.min(counted, FAR), counted <= FAR);
    }

    void each(Actor actor, RecordType<?> given, Query query, Consumer<Snapshot> consumer) {
        var type = types.current(given);
        var order = order(type, query.order());
        boolean declared = declared(type, order);
        if (!declared && !count(actor, type, query.filter()).exact()) {
            throw new BadQuery("sort", "kernel.list.order_not_declared", FAR, declaredOrders(type));
        }
        var rows = readable(actor, type, query.fields());
        var matching = matching(actor, type, query.filter());
        try (var cursor = select(type, query.filter(), matching, rows, keyset(actor, order, declared))
                .fetchSize(500)
                .fetchLazy()) {
            cursor.forEach(it -> consumer.accept(rows.read(it)));
        }
    }

    /// What matches and may be seen; deleted records never do.
    Condition matching(Actor actor, RecordType<?> type, Filter filter) {
        return visible(actor, type).and(sql.condition(filter, type, Rows.ALIAS, context(actor)));
    }

    Condition visible(Actor actor, RecordType<?> type) {
        return Rows.DELETED_AT.isNull().and(sql.visible(type, Rows.ALIAS, context(actor)));
    }

    FilterContext context(Actor actor) {
        return new FilterContext(actor, clock.instant());
    }

    /// What the actor may read of the fields asked for (all, when none are named), number and version
    /// always.
    private Rows readable(Actor actor, RecordType<?> type, List<Attribute<?>> fields) {
        var readable = access.readable(type, actor);
        if (fields.isEmpty()) {
            return shapes.of(
                    type, readable, readable.size() == type.attributes().size());
        }
        var wanted = new LinkedHashSet<Attribute<?>>(List.of(Header.NUMBER, Header.VERSION, Header.ORGANISATION));
        wanted.addAll(fields);
        wanted.retainAll(new HashSet<>(readable));
        return shapes.of(type, List.copyOf(wanted), false);
    }

    Order order(RecordType<?> type, @Nullable Order asked) {
        if (asked != null) {
            return asked;
        }
        return type.orders().isEmpty() ? BY_NUMBER : type.orders().getFirst();
    }

    private Keyset keyset(Actor actor, Order order, boolean declared) {
        return new Keyset(order, declared, target -> shown(actor, target));
    }

    /// Whether the registry row that an order looks at names a record to the actor: the same as for labels
    /// on a page.
    private Condition shown(Actor actor, String target) {
        var there = DSL.field(DSL.name(Keyset.REFERRED, "deleted_at")).isNull();
        var type = types.byCode(target);
        if (type.isEmpty() || access.openLabels(type.get())) {
            return there;
        }
        var alias = "rv";
        return there.and(DSL.exists(DSL.selectOne()
                .from(DSL.table(DSL.name(type.get().schema(), type.get().table()))
                        .as(alias))
                .where(DSL.field(DSL.name(alias, "id"), SQLDataType.UUID)
                        .eq(DSL.field(DSL.name(Keyset.REFERRED, "id"), SQLDataType.UUID)))
                .and(sql.visible(type.get(), alias, context(actor)))));
    }

    private static boolean declared(RecordType<?> type, Order order) {
        return order.equals(BY_NUMBER)
                || type.orders().stream().anyMatch(it -> it.toString().equals(order.toString()));
    }

    private static String declaredOrders(RecordType<?> type) {
        return String.join(" · ", type.orders().stream().map(Order::toString).toList());
    }

    private static List<Field<?>> fields(Rows rows, Keyset keyset) {
        var fields = new ArrayList<>(rows.fields());
        fields.addAll(keyset.expressions());
        return fields;
    }

    private static String scope(Actor actor, RecordType<?> type, Filter filter, Order order) {
        return actor.id() + "|" + type.code() + "|" + order + "|" + filter;
    }
}
