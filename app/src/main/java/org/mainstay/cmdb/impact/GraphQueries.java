package org.mainstay.cmdb.impact;

import static org.mainstay.kernel.store.PlainSql.ids;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.store.Transactions;

/// Reads items and relations as the graph keeps them, all of them or those that history names.
public final class GraphQueries {

    /// What ended longer ago is not kept in memory.
    public static final Duration KEPT = Duration.ofDays(90);

    private static final int FETCHED = 10_000;

    private static final String ITEMS = """
            select i.id, substr(i.number, 3)::int, i.class, i.organisation,
                   (extract(epoch from coalesce(i.valid_from, i.created_at)) * 1000000)::bigint,
                   (extract(epoch from least(i.valid_to, i.deleted_at)) * 1000000)::bigint
            from cmdb.configuration_item i
            """;

    private static final String RELATIONS = """
            select substr(r.number, 4)::int, r."type", r."from", r."to",
                   (extract(epoch from r.valid_from) * 1000000)::bigint,
                   (extract(epoch from least(r.valid_to, r.deleted_at)) * 1000000)::bigint,
                   r.redundancy, r.needed
            from cmdb.relation r
            """;

    private static final String LATELY = "where coalesce(least(%1$s.valid_to, %1$s.deleted_at), 'infinity') > {0}";

    private final DSLContext db;
    private final Transactions transactions;

    public GraphQueries(DSLContext db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /// @param number the digits
    /// @param validTo null while it is there
    record ItemRow(
            UUID id,
            int number,
            String itemClass,
            UUID organisation,
            long validFrom,
            @Nullable Long validTo) {}

    record RelationRow(
            int number,
            String type,
            UUID from,
            UUID to,
            long validFrom,
            @Nullable Long validTo,
            @Nullable String redundancy,
            int needed) {}

    /// All that was there within the last days, items before relations, as of one instant.
    ///
    /// @param begun told the [Horizon] of that instant before the first row
    void all(Instant since, Consumer<Horizon> begun, Consumer<ItemRow> items, Consumer<RelationRow> relations) {
        var bound = DSL.val(since);
        transactions.reading(() -> {
            begun.accept(new Horizon(Objects.requireNonNull(
                    db.resultQuery("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                            .fetchSingle(0, Long.class))));
            each(ITEMS + LATELY.formatted("i"), it -> items.accept(item(it)), bound);
            each(RELATIONS + LATELY.formatted("r"), it -> relations.accept(relation(it)), bound);
        });
    }

    private interface Row {
        void accept(ResultSet row) throws SQLException;
    }

    /// Row by row, without an object for each: there are millions.
    private void each(String sql, Row row, QueryPart... values) {
        try (var rows = db.resultQuery(sql, values).fetchSize(FETCHED).fetchResultSet()) {
            while (rows.next()) {
                row.accept(rows);
            }
        } catch (SQLException e) {
            throw new DataAccessException("the graph cannot be read", e);
        }
    }

    private static ItemRow item(ResultSet row) throws SQLException {
        return new ItemRow(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getLong(5),
                row.getObject(6, Long.class));
    }

    private static RelationRow relation(ResultSet row) throws SQLException {
        return new RelationRow(
                row.getInt(1),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getLong(5),
                row.getObject(6, Long.class),
                row.getString(7),
                row.getInt(8));
    }

    /// Every transaction before it has ended; what later ones write is not known yet.
    record Horizon(long xid) {}

    /// @param seq of its row of history
    record Touched(long seq, UUID record, boolean relation) {}

    record Changes(Horizon horizon, List<Touched> touched) {}

    /// What was written since, seen at one instant, with the horizon of that instant.
    Changes since(Horizon horizon) {
        var rows = db.resultQuery("""
                        select pg_snapshot_xmin(pg_current_snapshot())::text::bigint, h.seq, h.record, h.type
                        from (values (1)) one left join kernel.history h
                        on h.xid >= {0}::text::xid8 and h.type in ('configuration_item', 'relation')
                        """, DSL.val(Long.toString(horizon.xid))).fetch();
        var touched = new ArrayList<Touched>();
        for (Record row : rows) {
            if (row.get(1) != null) {
                touched.add(new Touched(
                        row.get(1, Long.class), row.get(2, UUID.class), "relation".equals(row.get(3, String.class))));
            }
        }
        return new Changes(new Horizon(rows.getFirst().get(0, Long.class)), touched);
    }

    List<ItemRow> items(Collection<UUID> ids) {
        var found = new ArrayList<ItemRow>();
        each(ITEMS + "where i.id = any ({0})", it -> found.add(item(it)), ids(ids));
        return found;
    }

    List<RelationRow> relations(Collection<UUID> ids) {
        var found = new ArrayList<RelationRow>();
        each(RELATIONS + "where r.id = any ({0})", it -> found.add(relation(it)), ids(ids));
        return found;
    }

    /// Those that lead from, or to, one of the items and hold at the instant.
    List<RelationRow> relationsOf(Collection<UUID> items, boolean from, Instant at) {
        var found = new ArrayList<RelationRow>();
        var held = """
                where %s = any ({0}) and r.valid_from <= {1}
                    and coalesce(least(r.valid_to, r.deleted_at), 'infinity') > {1}
                """.formatted(from ? "r.\"from\"" : "r.\"to\"");
        each(RELATIONS + held, it -> found.add(relation(it)), ids(items), DSL.val(at));
        return found;
    }

    /// How an item is named in an answer.
    public record Named(UUID id, int digits, String number, String label, String itemClass) {}

    /// By the digits of their numbers.
    public Map<Integer, Named> named(Collection<Integer> digits) {
        Table<Record> items = DSL.table(DSL.name("cmdb", "configuration_item"));
        Field<String> number = DSL.field(DSL.name("number"), SQLDataType.CLOB);
        var numbers = digits.stream().map(GraphQueries::number).toArray(String[]::new);
        var named = new HashMap<Integer, Named>();
        db.select(
                        DSL.field(DSL.name("id"), SQLDataType.UUID),
                        number,
                        DSL.field(DSL.name("name"), SQLDataType.CLOB),
                        DSL.field(DSL.name("class"), SQLDataType.CLOB))
                .from(items)
                .where(number.eq(DSL.any(numbers)))
                .forEach(it -> {
                    int its = digits(it.value2());
                    named.put(its, new Named(it.value1(), its, it.value2(), it.value3(), it.value4()));
                });
        return named;
    }

    /// The digits of a number like `CI0000042`.
    public static int digits(String number) {
        return Integer.parseInt(number.substring(2));
    }

    public static String number(int digits) {
        return "CI%07d".formatted(digits);
    }

    /// How many people use these: those that services say, and the owners of devices. Who uses several services counts
    /// for each of them.
    long people(Collection<Integer> digits) {
        Long people = db.resultQuery(
                        """
                        select coalesce(sum((attributes ->> 'user_count')::bigint), 0)
                            + count(distinct owner) filter (where class in ('computer', 'phone'))
                        from cmdb.configuration_item where number = any ({0})
                        """, DSL.val(digits.stream().map(GraphQueries::number).toArray(String[]::new)))
                .fetchSingle(0, Long.class);
        return people == null ? 0 : people;
    }

    /// The digits of the numbers of items, by their ids.
    Map<UUID, Integer> numbers(Collection<UUID> ids) {
        var numbers = new HashMap<UUID, Integer>();
        items(ids).forEach(it -> numbers.put(it.id(), it.number()));
        return numbers;
    }
}
