package org.mainstay.kernel.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Source;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;

/// An order as SQL: its sort, and where the page after a position begins. A page is asked for in ranges,
/// one after the other until it is full, because each range is one stretch of the order's index: that
/// keeps any page as cheap as the first, also where directions are mixed and values are empty.
final class Keyset {

    /// How many characters of a long text sort: a cursor holds them, and a cursor stands in an address.
    private static final int SORTED = 120;

    private static final int SHORT = 200;

    /// The alias of the registry row whose label sorts.
    static final String REFERRED = "rl";

    private final List<Key> keys = new ArrayList<>();
    private final boolean idDescending;
    private final boolean declared;

    private record Key(Field<?> sql, boolean descending, boolean nullable) {

        SortField<?> sort(Field<?> by) {
            return descending ? by.desc().nullsLast() : by.asc();
        }
    }

    /// @param declared whether an index has the order: then expressions must be those of the index
    /// @param shown whether the record that the registry row `rl` stands for may be named to whoever asks,
    ///     by the code of its type: an order by what is hidden would tell it, and so would a cursor
    Keyset(Order order, boolean declared, Function<String, Condition> shown) {
        this.declared = declared;
        for (var key : order.keys()) {
            keys.add(new Key(
                    expression(key.attribute(), declared, shown),
                    key.descending(),
                    !key.attribute().has(Trait.REQUIRED)
                            && !"number".equals(key.attribute().code())));
        }
        idDescending = order.keys().getLast().descending();
    }

    boolean declared() {
        return declared;
    }

    /// What is selected beside a row, so that its position is known.
    List<Field<?>> expressions() {
        var expressions = new ArrayList<Field<?>>();
        for (int i = 0; i < keys.size(); i++) {
            expressions.add(keys.get(i).sql.as(name("sort_" + i)));
        }
        return expressions;
    }

    /// Only what says where a row stands.
    List<Field<?>> columns() {
        var columns = expressions();
        columns.add(Rows.ID);
        return columns;
    }

    List<SortField<?>> sort() {
        var sort = new ArrayList<SortField<?>>();
        keys.forEach(it -> sort.add(it.sort(it.sql)));
        sort.add(idDescending ? Rows.ID.desc() : Rows.ID.asc());
        return sort;
    }

    /// The same of [#columns] selected under another name.
    List<SortField<?>> sort(String alias) {
        var sort = new ArrayList<SortField<?>>();
        for (int i = 0; i < keys.size(); i++) {
            sort.add(keys.get(i)
                    .sort(field(name(alias, "sort_" + i), keys.get(i).sql.getDataType())));
        }
        var id = field(name(alias, "id"), Rows.ID.getDataType());
        sort.add(idDescending ? id.desc() : id.asc());
        return sort;
    }

    /// @param values of the last row's [#expressions]
    List<@Nullable String> position(List<@Nullable Object> values, UUID id) {
        var position = new ArrayList<@Nullable String>();
        values.forEach(it -> position.add(it == null ? null : it.toString()));
        position.add(id.toString());
        return position;
    }

    /// The ranges after the position, in order; the first holds what shares most with it.
    List<Condition> after(List<@Nullable String> position) {
        var ranges = new ArrayList<Condition>();
        int last = keys.size() - 1;
        var id = UUID.fromString(Objects.requireNonNull(position.getLast()));
        for (int level = last; level >= 0; level--) {
            var key = keys.get(level);
            var text = position.get(level);
            var same = same(position, level);
            if (text == null) {
                if (level == last) {
                    ranges.add(same.and(key.sql.isNull()).and(beyondId(id)));
                }
                continue;
            }
            ranges.add(same.and(level == last ? beyond(key, text, id) : beyond(key, text)));
            if (key.nullable) {
                ranges.add(same.and(key.sql.isNull()));
            }
        }
        return ranges;
    }

    private Condition same(List<@Nullable String> position, int level) {
        Condition same = DSL.noCondition();
        for (int i = 0; i < level; i++) {
            var key = keys.get(i);
            var text = position.get(i);
            same = same.and(text == null ? key.sql.isNull() : equal(key.sql, text));
        }
        return same;
    }

    private Condition beyondId(UUID id) {
        return idDescending ? Rows.ID.lt(id) : Rows.ID.gt(id);
    }

    private static <T> Condition equal(Field<T> sql, String text) {
        return sql.eq(value(sql, text));
    }

    private static Condition beyond(Key key, String text) {
        return beyond(key.sql, key.descending, text);
    }

    private static <T> Condition beyond(Field<T> sql, boolean descending, String text) {
        return descending ? sql.lt(value(sql, text)) : sql.gt(value(sql, text));
    }

    private static Condition beyond(Key key, String text, UUID id) {
        return beyond(key.sql, key.descending, text, id);
    }

    private static <T> Condition beyond(Field<T> sql, boolean descending, String text, UUID id) {
        var here = row(sql, Rows.ID);
        var there = row(value(sql, text), val(id));
        return descending ? here.lt(there) : here.gt(there);
    }

    private static <T> Field<T> value(Field<T> sql, String text) {
        return val(sql.getType().cast(parse(sql.getType(), text)), sql.getDataType());
    }

    private static Object parse(Class<?> type, String text) {
        if (type == Instant.class) {
            return Instant.parse(text);
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type == Long.class) {
            return Long.valueOf(text);
        }
        if (type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(text);
        }
        if (type == Boolean.class) {
            return Boolean.valueOf(text);
        }
        return text;
    }

    /// The raw values that sort as people expect: labels for references, the declared sequence for
    /// choices that have no index.
    private static Field<?> expression(Attribute<?> attribute, boolean declared, Function<String, Condition> shown) {
        var alias = Rows.ALIAS;
        if (attribute.kind() instanceof Kind.Reference || attribute.kind() instanceof Kind.TreePick) {
            return label(
                    raw(attribute, SQLDataType.UUID),
                    shown.apply(String.valueOf(attribute.kind().target())));
        }
        return switch (attribute.kind()) {
            case Kind.Choice<?> choice
            when !declared ->
                field(
                        "array_position({0}, {1})",
                        SQLDataType.INTEGER,
                        inline(choice.codes().toArray(String[]::new)),
                        raw(attribute, SQLDataType.CLOB));
            case Kind.Prose _ -> beginning(attribute);
            case Kind.Text(int max) when max > SHORT && !declared -> beginning(attribute);
            case Kind.Choice<?> _, Kind.Text _, Kind.Pick _ -> raw(attribute, SQLDataType.CLOB);
            case Kind.Whole _, Kind.Span _ -> raw(attribute, SQLDataType.BIGINT);
            case Kind.Decimal _ -> raw(attribute, SQLDataType.NUMERIC);
            case Kind.YesNo _ -> raw(attribute, SQLDataType.BOOLEAN);
            case Kind.Day _ -> raw(attribute, SQLDataType.LOCALDATE);
            case Kind.Moment _ -> raw(attribute, SQLDataType.INSTANT);
            case Kind.Amount _ -> field("({0} -> 'amount')::numeric", SQLDataType.NUMERIC, attribute.sql(alias));
            case Kind.Reference _, Kind.TreePick _, Kind.References _, Kind.Keys _ ->
                throw new BadQuery("sort", "kernel.list.not_sortable", attribute.code());
        };
    }

    private static Field<String> beginning(Attribute<?> attribute) {
        return DSL.left(raw(attribute, SQLDataType.CLOB), inline(SORTED));
    }

    private static <T> Field<T> raw(Attribute<?> attribute, DataType<T> type) {
        return switch (attribute.source()) {
            case Source.Column(var column) -> field(name(Rows.ALIAS, column), type);
            case Source.Computed _ -> throw new BadQuery("sort", "kernel.list.not_sortable", attribute.code());
            case Source.Key(var column, var key) ->
                field(template(type), type, field(name(Rows.ALIAS, column)), inline(key));
        };
    }

    private static String template(DataType<?> type) {
        var name = type.getTypeName();
        return switch (name) {
            case "bigint", "numeric", "boolean" -> "({0} -> {1})::" + name;
            case "uuid", "date" -> "({0} ->> {1})::" + name;
            case "timestamp with time zone", "instant" -> "({0} ->> {1})::timestamptz";
            default -> "{0} ->> {1} collate kernel.text_order";
        };
    }

    private static Field<String> label(Field<UUID> reference, Condition shown) {
        return field(DSL.select(field(name(REFERRED, "label"), SQLDataType.CLOB))
                .from(table(name("kernel", "record")).as(REFERRED))
                .where(field(name(REFERRED, "id"), SQLDataType.UUID).eq(reference))
                .and(shown));
    }
}
