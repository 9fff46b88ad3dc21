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
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Source;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Texts;

/// The comparisons of one attribute of one row, in the kind's native SQL form: a column, or a key of a JSONB column
/// without a detour over text where JSON has the type itself.
final class AttributeSql {

    private final Attribute<?> attribute;
    private final String alias;

    AttributeSql(Attribute<?> attribute, String alias) {
        this.attribute = attribute;
        this.alias = alias;
    }

    Field<UUID> uuid() {
        return raw(SQLDataType.UUID);
    }

    Field<UUID[]> uuids() {
        return switch (attribute.source()) {
            case Source.Key _ ->
                field(
                        "(select array_agg(e::uuid) from jsonb_array_elements_text({0}) as e)",
                        SQLDataType.UUID.array(),
                        attribute.sql(alias));
            case Source.Column(var column) -> field(name(alias, column), SQLDataType.UUID.array());
            case Source.Computed _ -> field("{0}", SQLDataType.UUID.array(), attribute.sql(alias));
        };
    }

    Condition oneOf(List<Object> values) {
        if (values.isEmpty()) {
            return DSL.falseCondition();
        }
        return switch (attribute.kind()) {
            case Kind.Text _ when attribute == Header.NUMBER ->
                any(SQLDataType.CLOB, values);
            case Kind.Text _ -> DSL.or(values.stream().map(this::sameText).toList());
            case Kind.Prose _ -> DSL.or(values.stream().map(it -> contains((String) it)).toList());
            case Kind.Choice<?> _ -> raw(SQLDataType.CLOB).in(values.stream().map(AttributeSql::code).toList());
            case Kind.Pick _ -> any(SQLDataType.CLOB, values);
            case Kind.Whole _ -> any(SQLDataType.BIGINT, values);
            case Kind.Span _ ->
                any(SQLDataType.BIGINT, values.stream().<Object>map(it -> ((Duration) it).toSeconds()).toList());
            case Kind.Decimal _ -> any(SQLDataType.NUMERIC, values);
            case Kind.YesNo _ -> any(SQLDataType.BOOLEAN, values);
            case Kind.Day _ -> any(SQLDataType.LOCALDATE, values);
            case Kind.Moment _ -> any(SQLDataType.INSTANT, values);
            case Kind.Amount _ -> DSL.or(values.stream().map(it -> money("=", (Money) it)).toList());
            case Kind.Reference _, Kind.TreePick _ ->
                values.size() == 1
                        ? uuid().eq((UUID) values.getFirst())
                        : uuid().eq(DSL.any(FilterSql.ids(values)));
            case Kind.References _ -> DSL.condition("{0} && {1}", uuids(), val(FilterSql.ids(values)));
            case Kind.Keys _ -> keys(values);
        };
    }

    Condition contains(String folded) {
        return folded(raw(SQLDataType.CLOB))
                .like(inline("%").concat(val(FilterSql.escaped(folded))).concat(inline("%")), '!');
    }

    Condition compare(Filter.Comparison comparison, Object value) {
        var sign = switch (comparison) {
            case LESS -> "<";
            case AT_MOST -> "<=";
            case MORE -> ">";
            case AT_LEAST -> ">=";
        };
        return switch (attribute.kind()) {
            case Kind.Whole _ -> compared(sign, SQLDataType.BIGINT, value);
            case Kind.Span _ -> compared(sign, SQLDataType.BIGINT, ((Duration) value).toSeconds());
            case Kind.Decimal _ -> compared(sign, SQLDataType.NUMERIC, value);
            case Kind.Day _ -> compared(sign, SQLDataType.LOCALDATE, value);
            case Kind.Moment _ -> compared(sign, SQLDataType.INSTANT, value);
            case Kind.Amount _ -> money(sign, (Money) value);
            case Kind.Text _ ->
                DSL.condition(
                        "{0} collate \"C\" " + sign + " {1}", folded(raw(SQLDataType.CLOB)), val(fold(value)));
            default -> throw new IllegalArgumentException(attribute + " has no order");
        };
    }

    private <T> Condition compared(String sign, DataType<T> type, Object value) {
        return DSL.condition("{0} " + sign + " {1}", raw(type), val(type.getType().cast(value), type));
    }

    private Condition sameText(Object value) {
        return folded(raw(SQLDataType.CLOB)).eq(fold(value));
    }

    private static String fold(Object value) {
        return Texts.fold((String) value);
    }

    private Field<String> folded(Field<String> text) {
        return field("kernel.fold({0})", SQLDataType.CLOB, text);
    }

    private Condition money(String sign, Money value) {
        var document = attribute.sql(alias);
        return DSL.condition(
                "({0} ->> 'currency' = {1} and ({0} -> 'amount')::numeric " + sign + " {2})",
                document,
                val(value.currency().getCurrencyCode()),
                val(value.amount(), BigDecimal.class));
    }

    private Condition keys(List<Object> values) {
        var column = attribute.code().equals("external_source") ? "source" : "key";
        var texts = values.stream().map(it -> ((List<?>) it).getFirst()).toArray(String[]::new);
        return field(name(alias, "id"), SQLDataType.UUID)
                .in(DSL.select(field(name("ek", "record"), SQLDataType.UUID))
                        .from(DSL.table(name("kernel", "external_key")).as("ek"))
                        .where(field(name("ek", column), SQLDataType.CLOB).eq(DSL.any(texts))));
    }

    private <T> Condition any(DataType<T> type, List<Object> values) {
        var cast = values.stream().map(it -> type.getType().cast(it)).toList();
        return cast.size() == 1 ? raw(type).eq(val(cast.getFirst(), type)) : raw(type).in(cast);
    }

    private static String code(Object value) {
        return Codes.of((Enum<?>) value);
    }

    private <T> Field<T> raw(DataType<T> type) {
        return switch (attribute.source()) {
            case Source.Column(var column) -> field(name(alias, column), type);
            case Source.Computed _ -> field("{0}", type, attribute.sql(alias));
            case Source.Key(var column, var key) -> keyed(type, field(name(alias, column)), inline(key));
        };
    }

    private <T> Field<T> keyed(DataType<T> type, Field<?> document, Field<String> key) {
        return switch (attribute.kind()) {
            case Kind.Whole _, Kind.Span _ -> field("({0} -> {1})::bigint", type, document, key);
            case Kind.Decimal _ -> field("({0} -> {1})::numeric", type, document, key);
            case Kind.YesNo _ -> field("({0} -> {1})::boolean", type, document, key);
            case Kind.Day _ -> field("({0} ->> {1})::date", type, document, key);
            case Kind.Moment _ -> field("({0} ->> {1})::timestamptz", type, document, key);
            case Kind.Reference _, Kind.TreePick _ -> field("({0} ->> {1})::uuid", type, document, key);
            default -> field("({0} ->> {1})", type, document, key);
        };
    }
}
