package org.mainstay.kernel.filter;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.filter.Filter.Comparison;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Source;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Texts;

/// The comparisons of one attribute of one row, in the kind's native SQL form: a column, or a key of a
/// JSONB column whose numbers and booleans are compared as such, and whose times as texts that sort as
/// times do.
final class AttributeSql {

    private final Attribute<?> attribute;
    private final String alias;

    AttributeSql(Attribute<?> attribute, String alias) {
        this.attribute = attribute;
        this.alias = alias;
    }

    static UUID[] ids(List<?> values) {
        return values.stream().map(UUID.class::cast).toArray(UUID[]::new);
    }

    /// Whether the folded text contains this folded text.
    static Condition holds(Field<String> text, String folded) {
        var pattern = "%" + folded.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return text.like(val(pattern), '!');
    }

    Condition empty() {
        if (keyed()) {
            var absent = text().isNull();
            return attribute.kind() instanceof Kind.References ? absent.or(text().eq("[]")) : absent;
        }
        var absent = attribute.sql(alias).isNull();
        return attribute.kind() instanceof Kind.References
                ? absent.or(DSL.condition("cardinality(({0})) = 0", attribute.sql(alias)))
                : absent;
    }

    /// Whether this is a reference, or a set of references, to the record with this id.
    Condition refersTo(Field<UUID> id) {
        if (!(attribute.kind() instanceof Kind.References)) {
            return keyed() ? DSL.condition("{0} = ({1})::uuid", id, text()) : id.eq(raw(SQLDataType.UUID));
        }
        return keyed()
                ? DSL.condition(
                        "{0} in (select e::uuid from jsonb_array_elements_text({1}) as e)", id, attribute.sql(alias))
                : DSL.condition("{0} = any(({1})::uuid[])", id, attribute.sql(alias));
    }

    /// Whether the tree pick is one of the selected nodes.
    Condition within(Select<Record1<UUID>> nodes) {
        return keyed()
                ? DSL.condition("{0} in (select n.id::text from ({1}) as n (id))", text(), nodes)
                : raw(SQLDataType.UUID).in(nodes);
    }

    /// @param values at least one
    Condition oneOf(List<Object> values) {
        return switch (attribute.kind()) {
            case Kind.Text _ when attribute == Header.NUMBER -> in(raw(SQLDataType.CLOB), values);
            case Kind.Text _ ->
                in(folded(), values.stream().<Object>map(AttributeSql::fold).toList());
            case Kind.Prose _ ->
                DSL.or(values.stream().map(it -> contains(fold(it))).toList());
            case Kind.Choice<?> _ ->
                raw(SQLDataType.CLOB)
                        .in(values.stream()
                                .map(it -> inline(Codes.of((Enum<?>) it)))
                                .toList());
            case Kind.YesNo _ ->
                raw(SQLDataType.BOOLEAN)
                        .in(values.stream().map(it -> inline((Boolean) it)).toList());
            case Kind.Amount _ ->
                DSL.or(values.stream().map(it -> money("=", (Money) it)).toList());
            case Kind.References _ -> shares(values);
            case Kind.Keys _ -> keys(values);
            case Kind<?> _ ->
                in(comparable(), values.stream().map(this::comparable).toList());
        };
    }

    Condition contains(String folded) {
        return holds(folded(), folded);
    }

    Condition compare(Comparison comparison, Object value) {
        var sign = switch (comparison) {
            case LESS -> "<";
            case AT_MOST -> "<=";
            case MORE -> ">";
            case AT_LEAST -> ">=";
        };
        return switch (attribute.kind()) {
            case Kind.Amount _ -> money(sign, (Money) value);
            case Kind.Text _ -> compared(field("{0} collate \"C\"", folded()), sign, val(fold(value)));
            case Kind<?> _ -> compared(comparable(), sign, bound(comparable(value)));
        };
    }

    private static Condition compared(Field<?> left, String sign, Field<?> right) {
        return DSL.condition("{0} " + sign + " {1}", left, right);
    }

    /// What the database compares: the column, or the key in the form that its kind is stored in.
    private Field<?> comparable() {
        if (!keyed()) {
            DataType<?> type = switch (attribute.kind()) {
                case Kind.Span _ -> SQLDataType.BIGINT;
                case Kind.Decimal _ -> SQLDataType.NUMERIC;
                case Kind<?> kind -> kind.sqlType();
            };
            return raw(type);
        }
        return switch (attribute.kind()) {
            case Kind.Whole _, Kind.Decimal _, Kind.Span _ ->
                field("({0})::numeric", SQLDataType.NUMERIC, attribute.sql(alias));
            case Kind.Day _, Kind.Moment _ -> field("({0}) collate \"C\"", SQLDataType.CLOB, text());
            case Kind<?> _ -> text();
        };
    }

    private Object comparable(Object value) {
        return switch (value) {
            case Duration span when !keyed() -> span.toSeconds();
            case Duration span -> BigDecimal.valueOf(span.toSeconds());
            case Long whole when keyed() -> BigDecimal.valueOf(whole);
            case Object other when keyed() && !(other instanceof BigDecimal) -> stored(attribute.kind(), other);
            case Object other -> other;
        };
    }

    @SuppressWarnings("unchecked") // the value is of its attribute's kind
    private static <T> String stored(Kind<T> kind, Object value) {
        return kind.stored((T) value).asString();
    }

    private static Condition in(Field<?> field, List<?> values) {
        if (values.size() == 1) {
            return compared(field, "=", bound(values.getFirst()));
        }
        return DSL.condition(
                "{0} in ({1})",
                field, DSL.list(values.stream().map(AttributeSql::bound).toList()));
    }

    private static Field<?> bound(Object value) {
        return val(value);
    }

    /// The text of a text attribute, folded; `kernel.fold` is what [Texts#fold] is.
    private Field<String> folded() {
        return field("kernel.fold({0})", SQLDataType.CLOB, raw(SQLDataType.CLOB));
    }

    private static String fold(Object value) {
        return Texts.fold((String) value);
    }

    private Condition money(String sign, Money value) {
        var document = attribute.sql(alias);
        return DSL.condition(
                "(({0}) ->> 'currency' = {1} and (({0}) -> 'amount')::numeric " + sign + " {2})",
                document,
                val(value.currency().getCurrencyCode()),
                val(value.amount()));
    }

    private Condition shares(List<Object> values) {
        if (attribute.source() instanceof Source.Computed computed && computed.holders() != null) {
            if (computed.many()) {
                return DSL.condition(
                        "{0} in ({1})",
                        field(name(alias, "id")), computed.holders().apply(values));
            }
            // an array of ids is found before the rows are, so that an index serves it even beside an `or`
            return DSL.condition(
                    "{0} = any(array({1}))",
                    field(name(alias, "id")), computed.holders().apply(values));
        }
        return keyed()
                ? DSL.condition(
                        "({0}) ??| {1}",
                        attribute.sql(alias),
                        val(values.stream().map(Object::toString).toArray(String[]::new)))
                : DSL.condition("({0}) && {1}", attribute.sql(alias), val(ids(values)));
    }

    private Condition keys(List<Object> values) {
        var texts = values.stream().map(it -> ((List<?>) it).getFirst()).toArray(String[]::new);
        if (attribute != Header.EXTERNAL_SOURCE && attribute != Header.EXTERNAL_KEY) {
            return DSL.condition("({0}) && {1}", attribute.sql(alias), val(texts));
        }
        var column = attribute == Header.EXTERNAL_SOURCE ? "source" : "key";
        return DSL.exists(DSL.selectOne()
                .from(DSL.table(name("kernel", "external_key")).as("ek"))
                .where(field(name("ek", "record")).eq(field(name(alias, "id"))))
                .and(field(name("ek", column), SQLDataType.CLOB).in(texts)));
    }

    private boolean keyed() {
        return attribute.source() instanceof Source.Key;
    }

    /// The key's value as text.
    private Field<String> text() {
        return attribute.source() instanceof Source.Key(var column, var key)
                ? field("({0} ->> {1})", SQLDataType.CLOB, field(name(alias, column)), inline(key))
                : raw(SQLDataType.CLOB);
    }

    private <T> Field<T> raw(DataType<T> type) {
        return switch (attribute.source()) {
            case Source.Column(var column) -> field(name(alias, column), type);
            case Source.Computed _ -> field("({0})", type, attribute.sql(alias));
            case Source.Key _ ->
                attribute.kind() instanceof Kind.YesNo
                        ? field("({0})::boolean", type, attribute.sql(alias))
                        : field("{0}", type, text());
        };
    }
}
