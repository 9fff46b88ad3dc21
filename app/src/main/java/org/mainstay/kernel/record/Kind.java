package org.mainstay.kernel.record;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What values an attribute holds. What is intrinsic to a kind (its text, JSON and SQL forms) is a method
/// here; what others make of it (a widget, a schema, a spreadsheet cell) is their own exhaustive switch.
///
/// Values are immutable and never null: an empty attribute has no value. Forms round-trip:
/// `parse(format(v))` and `fromJson(json(v))` give `v` again. References are plain ids here; who accepts
/// numbers and labels resolves them first.
public sealed interface Kind<T> {

    /// The name used by custom fields, OpenAPI and the filter help.
    default String code() {
        return switch (this) {
            case Text _ -> "text";
            case Prose _ -> "prose";
            case Whole _ -> "whole";
            case Decimal _ -> "decimal";
            case Amount _ -> "money";
            case YesNo _ -> "yes_no";
            case Day _ -> "day";
            case Moment _ -> "moment";
            case Span _ -> "duration";
            case Choice<?> _ -> "choice";
            case Pick _ -> "pick";
            case Reference _ -> "reference";
            case TreePick _ -> "tree_pick";
            case References _ -> "references";
            case Keys _ -> "keys";
        };
    }

    /// @throws BadValue when the text cannot be such a value
    T parse(String text);

    default String format(T value) {
        return value.toString();
    }

    /// The form in REST and in history.
    default JsonNode json(T value) {
        return Json.text(format(value));
    }

    /// @throws BadValue when the node cannot be such a value
    default T fromJson(JsonNode node) {
        return parse(Json.needText(node));
    }

    /// The form inside a JSONB column; differs from [#json] only where text must sort as the value does.
    default JsonNode stored(T value) {
        return json(value);
    }

    DataType<T> sqlType();

    /// Whether `<` and `>` mean something.
    default boolean ordered() {
        return switch (this) {
            case Text _, Whole _, Decimal _, Amount _, Day _, Moment _, Span _ -> true;
            default -> false;
        };
    }

    /// One line of text.
    ///
    /// @param max greatest number of UTF-16 units
    record Text(int max) implements Kind<String> {
        @Override
        public String parse(String text) {
            return Texts.line(text, max);
        }

        @Override
        public DataType<String> sqlType() {
            return SQLDataType.CLOB;
        }
    }

    /// Many lines of Markdown.
    record Prose(int max) implements Kind<String> {

        /// 100,000 characters: longer than any mail a person writes.
        public Prose() {
            this(100_000);
        }

        @Override
        public String parse(String text) {
            return Texts.lines(text, max);
        }

        @Override
        public DataType<String> sqlType() {
            return SQLDataType.CLOB;
        }
    }

    record Whole(long min, long max) implements Kind<Long> {
        public Whole() {
            this(Long.MIN_VALUE, Long.MAX_VALUE);
        }

        @Override
        public Long parse(String text) {
            return within(Numbers.whole(text));
        }

        @Override
        public JsonNode json(Long value) {
            return Json.number(value);
        }

        @Override
        public Long fromJson(JsonNode node) {
            return within(Json.needWhole(node));
        }

        private long within(long value) {
            if (value < min || value > max) {
                throw new BadValue("kernel.value.out_of_range", value, min, max);
            }
            return value;
        }

        @Override
        public DataType<Long> sqlType() {
            return SQLDataType.BIGINT;
        }
    }

    record Decimal() implements Kind<BigDecimal> {
        @Override
        public BigDecimal parse(String text) {
            return Numbers.decimal(text);
        }

        @Override
        public String format(BigDecimal value) {
            return value.toPlainString();
        }

        @Override
        public JsonNode json(BigDecimal value) {
            return Json.number(value);
        }

        @Override
        public BigDecimal fromJson(JsonNode node) {
            return Numbers.decimal(Json.needNumber(node));
        }

        @Override
        public DataType<BigDecimal> sqlType() {
            return SQLDataType.NUMERIC.asConvertedDataType(Sql.PLAIN_DECIMAL);
        }
    }

    /// `12.50 EUR` as text, `{"amount":"12.50","currency":"EUR"}` in JSON.
    record Amount() implements Kind<Money> {
        @Override
        public Money parse(String text) {
            return Money.parse(text);
        }

        @Override
        public JsonNode json(Money value) {
            return Json.object(
                    "amount", value.digits(), "currency", value.currency().getCurrencyCode());
        }

        @Override
        public JsonNode stored(Money value) {
            return Json.money(value);
        }

        @Override
        public Money fromJson(JsonNode node) {
            return Json.needMoney(node);
        }

        @Override
        public DataType<Money> sqlType() {
            return SQLDataType.JSONB.asConvertedDataType(Sql.MONEY);
        }
    }

    record YesNo() implements Kind<Boolean> {
        @Override
        public Boolean parse(String text) {
            return switch (text) {
                case "true", "yes" -> true;
                case "false", "no" -> false;
                default -> throw new BadValue("kernel.value.not_yes_no", Numbers.clip(text));
            };
        }

        @Override
        public JsonNode json(Boolean value) {
            return Json.bool(value);
        }

        @Override
        public Boolean fromJson(JsonNode node) {
            return Json.needBoolean(node);
        }

        @Override
        public DataType<Boolean> sqlType() {
            return SQLDataType.BOOLEAN;
        }
    }

    record Day() implements Kind<LocalDate> {
        @Override
        public LocalDate parse(String text) {
            return Times.day(text);
        }

        @Override
        public DataType<LocalDate> sqlType() {
            return SQLDataType.LOCALDATE;
        }
    }

    /// An instant, kept to the microsecond.
    record Moment() implements Kind<Instant> {
        @Override
        public Instant parse(String text) {
            return Times.moment(text);
        }

        @Override
        public JsonNode stored(Instant value) {
            return Json.text(Times.fixed(value));
        }

        @Override
        public DataType<Instant> sqlType() {
            return SQLDataType.INSTANT;
        }
    }

    /// A length of time in whole seconds; ISO 8601 as text (`PT3H2M5S`).
    record Span() implements Kind<Duration> {
        @Override
        public Duration parse(String text) {
            return Times.span(text);
        }

        @Override
        public JsonNode stored(Duration value) {
            return Json.number(value.toSeconds());
        }

        @Override
        public Duration fromJson(JsonNode node) {
            return node.isIntegralNumber() ? Times.seconds(Json.needWhole(node)) : parse(Json.needText(node));
        }

        @Override
        public DataType<Duration> sqlType() {
            return SQLDataType.BIGINT.asConvertedDataType(Sql.SECONDS);
        }
    }

    /// One of a fixed set that code switches over.
    record Choice<E extends Enum<E>>(Class<E> options) implements Kind<E> {
        @Override
        public E parse(String text) {
            return Codes.parse(options, text);
        }

        @Override
        public String format(E value) {
            return Codes.of(value);
        }

        @Override
        public DataType<E> sqlType() {
            return SQLDataType.CLOB.asConvertedDataType(Sql.codes(options));
        }

        public List<String> codes() {
            return Codes.all(options);
        }
    }

    /// One code of a list that administrators own; the list's options are `pick` records.
    ///
    /// @param list the list's code, for example `channel`
    record Pick(String list) implements Kind<String> {
        @Override
        public String parse(String text) {
            return Texts.line(text, 120);
        }

        @Override
        public DataType<String> sqlType() {
            return SQLDataType.CLOB;
        }
    }

    /// Another record of one type.
    record Reference(String type) implements Kind<UUID> {
        @Override
        public UUID parse(String text) {
            return Texts.id(text);
        }

        @Override
        public DataType<UUID> sqlType() {
            return SQLDataType.UUID;
        }
    }

    /// A node of a tree of records (a category); filters match the node and everything below it.
    record TreePick(String type) implements Kind<UUID> {
        @Override
        public UUID parse(String text) {
            return Texts.id(text);
        }

        @Override
        public DataType<UUID> sqlType() {
            return SQLDataType.UUID;
        }
    }

    /// Any number of other records of one type, without order.
    record References(String type) implements Kind<Set<UUID>> {
        @Override
        public Set<UUID> parse(String text) {
            return Texts.ids(text);
        }

        @Override
        public String format(Set<UUID> value) {
            return Texts.joined(value);
        }

        @Override
        public JsonNode json(Set<UUID> value) {
            return Json.ids(value);
        }

        @Override
        public Set<UUID> fromJson(JsonNode node) {
            return Json.needIds(node);
        }

        @Override
        public DataType<Set<UUID>> sqlType() {
            return SQLDataType.UUID.array().asConvertedDataType(Sql.IDS);
        }
    }

    /// Texts of which the first is shown and any matches: external sources and keys.
    record Keys() implements Kind<List<String>> {
        @Override
        public List<String> parse(String text) {
            return List.of(Texts.line(text, 400));
        }

        @Override
        public String format(List<String> value) {
            return value.getFirst();
        }

        @Override
        public DataType<List<String>> sqlType() {
            return SQLDataType.CLOB.array().asConvertedDataType(Sql.TEXTS);
        }
    }

    /// The type this kind points at, or null.
    default @Nullable String target() {
        return switch (this) {
            case Reference(var type) -> type;
            case TreePick(var type) -> type;
            case References(var type) -> type;
            default -> null;
        };
    }
}
