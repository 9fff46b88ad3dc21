package org.mainstay.kernel.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterMatch;
import org.mainstay.kernel.filter.FilterSql;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Records as they were: folds of their history, for those who may see them today.
final class AsOf {

    private static final int MOST = 100_000;
    private static final Field<String> NUMBER = DSL.field(DSL.name(Rows.ALIAS, "number"), SQLDataType.CLOB);

    private final DSLContext db;
    private final Access access;
    private final Reader reader;
    private final FilterSql sql;
    private final FilterMatch match;
    private final Entries entries;
    private final Cursors cursors;
    private final Transactions transactions;
    private final Clock clock;

    AsOf(
            DSLContext db,
            Access access,
            Reader reader,
            FilterSql sql,
            FilterMatch match,
            Cursors cursors,
            Transactions transactions,
            Clock clock) {
        this.db = db;
        this.access = access;
        this.reader = reader;
        this.sql = sql;
        this.match = match;
        this.entries = new Entries(db);
        this.cursors = cursors;
        this.transactions = transactions;
        this.clock = clock;
    }

    Optional<Snapshot> one(Actor actor, RecordType<?> type, Condition which, Instant instant) {
        return db.select(Rows.ID, NUMBER)
                .from(Rows.table(type))
                .where(which)
                .and(visible(actor, type))
                .fetchOptional()
                .map(it -> Fold.of(type, it.value1(), it.value2(), entries.of(it.value1()), instant));
    }

    /// All that match are folded to be counted, so the count is exact.
    Count count(Actor actor, RecordType<?> type, Filter filter, Instant instant) {
        var matches = new ArrayList<Snapshot>();
        var context = new FilterContext(actor, clock.instant());
        transactions.reading(() -> collect(actor, type, filter, instant, context, matches));
        return new Count(Math.min(matches.size(), Reader.FAR), matches.size() <= Reader.FAR);
    }

    Page list(Actor actor, RecordType<?> type, Query query, Instant instant) {
        var order = reader.order(type, query.order());
        var context = new FilterContext(actor, clock.instant());
        var scope = actor.id() + "|" + type.code() + "|" + order + "|" + query.filter() + "|" + instant;
        int from = query.cursor() == null
                ? 0
                : Integer.parseInt(
                        String.valueOf(cursors.open(scope, query.cursor(), 1).getFirst()));
        var matches = new ArrayList<Snapshot>();
        transactions.reading(() -> collect(actor, type, query.filter(), instant, context, matches));
        matches.sort(comparator(order));
        var items = matches.stream().skip(from).limit(query.limit()).toList();
        int end = from + items.size();
        return new Page(items, end < matches.size() ? cursors.seal(scope, List.of(Integer.toString(end))) : null);
    }

    private void collect(
            Actor actor,
            RecordType<?> type,
            Filter filter,
            Instant instant,
            FilterContext context,
            List<Snapshot> matches) {
        var created = DSL.field(DSL.name(Rows.ALIAS, "created_at"), SQLDataType.INSTANT);
        var candidates = visible(actor, type)
                .and(created.le(instant))
                .and(sql.condition(lasting(filter), type, Rows.ALIAS, context));
        var ids = DSL.select(Rows.ID).from(Rows.table(type)).where(candidates);
        if (db.fetchCount(
                        DSL.selectOne().from(Rows.table(type)).where(candidates).limit(MOST + 1))
                > MOST) {
            throw new BadQuery("as_of", "kernel.list.too_many_candidates", MOST);
        }
        var numbers = db.select(Rows.ID, NUMBER)
                .from(Rows.table(type))
                .where(candidates)
                .fetchMap(Rows.ID, NUMBER);
        entries.each(ids, Entries.AT.le(instant), (id, history) -> {
            var then = Fold.of(type, id, String.valueOf(numbers.get(id)), history, instant);
            if (then != null && match.matches(filter, then, context)) {
                matches.add(without(actor, then));
            }
        });
    }

    private Snapshot without(Actor actor, Snapshot whole) {
        var values = new HashMap<>(whole.values());
        whole.type().attributes().stream()
                .filter(it -> !access.reads(whole.type(), it, actor))
                .forEach(it -> values.remove(it.code()));
        return new Snapshot(whole.type(), whole.id(), values, false);
    }

    /// Deleted records are seen again when the question is about a time before their deletion.
    private Condition visible(Actor actor, RecordType<?> type) {
        return sql.visible(type, Rows.ALIAS, reader.context(actor));
    }

    /// The conjuncts on attributes that never change, which today's row can answer for any time.
    private static Filter lasting(Filter filter) {
        return switch (filter) {
            case Filter.All(var of) ->
                new Filter.All(of.stream().map(AsOf::lasting).toList());
            case Filter.Identity _ -> filter;
            case Filter.OneOf it when lasting(it.path()) -> filter;
            case Filter.Compare it when lasting(it.path()) -> filter;
            default -> Filter.EVERYTHING;
        };
    }

    private static boolean lasting(Filter.Path path) {
        var attribute = path.steps().getFirst();
        return path.steps().size() == 1
                && (attribute.has(Trait.SET_ONCE)
                        || attribute == Header.NUMBER
                        || attribute == Header.CREATED_AT
                        || attribute == Header.CREATED_BY);
    }

    private static Comparator<Snapshot> comparator(Order order) {
        Comparator<Snapshot> comparator = null;
        for (var key : order.keys()) {
            Comparator<Snapshot> next =
                    (a, b) -> compare(a.get(key.attribute()), b.get(key.attribute()), key.descending());
            comparator = comparator == null ? next : comparator.thenComparing(next);
        }
        return Objects.requireNonNull(comparator).thenComparing(Snapshot::id);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // values of one attribute compare with each other
    private static int compare(@Nullable Object a, @Nullable Object b, boolean descending) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        int compared = a instanceof Comparable first
                ? first.compareTo(b)
                : a.toString().compareTo(b.toString());
        return descending ? -compared : compared;
    }
}
