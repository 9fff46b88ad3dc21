package org.mainstay.kernel.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Fuzz;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever the text or the JSON: a value whose own forms give it again, or a refusal that says why.
class KindsFuzzTests {

    private enum Colour {
        RED,
        DARK_BLUE
    }

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final List<Kind<?>> KINDS = List.of(
            new Kind.Text(20),
            new Kind.Prose(),
            new Kind.Whole(),
            new Kind.Whole(1, 5),
            new Kind.Decimal(),
            new Kind.Amount(),
            new Kind.YesNo(),
            new Kind.Day(),
            new Kind.Moment(),
            new Kind.Span(),
            new Kind.Choice<>(Colour.class),
            new Kind.Pick("channel"),
            new Kind.Reference("person"),
            new Kind.TreePick("category"),
            new Kind.References("person"),
            new Kind.Keys());

    private static final List<String> PIECES = List.of(
            "2026",
            "-",
            "11",
            "24",
            "T",
            "10",
            ":",
            "30",
            "00",
            "Z",
            "+02:00",
            "+18:00",
            ".123456789",
            "P",
            "PT",
            "1",
            "H",
            "M",
            "S",
            "D",
            "W",
            "9223372036854775807",
            "-9223372036854775808",
            "999999999",
            "0.",
            "e9",
            "E-30",
            "12.50",
            " EUR",
            " XXX",
            " JPY",
            " eur",
            "yes",
            "false",
            "red",
            "dark_blue",
            "00000000-0000-7000-8000-000000000001",
            ",",
            "0000",
            "9999",
            "-0001",
            "+10000");

    private static final List<String> JSON = List.of(
            "{\"amount\":",
            "\"currency\":\"EUR\"",
            "}",
            "[",
            "]",
            ",",
            "\"",
            "1",
            "1e400",
            "-9223372036854775808",
            "9223372036854775808",
            "0.1",
            "null",
            "true",
            "\"12.50\"",
            "\"PT1H\"",
            "\"2026-11-24\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"00000000-0000-7000-8000-000000000001\"",
            "{}",
            ":");

    @FuzzTest
    void anyTextIsAValueOrARefusal(FuzzedDataProvider data) {
        var text = data.consumeRemainingAsString();
        KINDS.forEach(it -> parsed(it, text));
    }

    @FuzzTest
    void anyJsonIsAValueOrARefusal(FuzzedDataProvider data) {
        var text = data.consumeRemainingAsString();
        KINDS.forEach(it -> read(it, text));
    }

    @Test
    void piecesOfValuesInAnyOrderAreValuesOrRefusals() {
        Fuzz.texts("kinds", 20_000, 8, PIECES, text -> KINDS.forEach(it -> parsed(it, text)));
    }

    @Test
    void piecesOfJsonInAnyOrderAreValuesOrRefusals() {
        Fuzz.texts("kinds as JSON", 20_000, 6, JSON, text -> KINDS.forEach(it -> read(it, text)));
    }

    @Test
    void theFarthestLengthsOfTimeAreRefused() {
        for (String text : List.of("-9223372036854775808", "9223372036854775807", "\"PT-9223372036854775808S\"")) {
            read(new Kind.Span(), text);
        }
    }

    @Test
    void moneyIsShownWithTheDigitsOfItsCurrency() {
        assertThat(Money.parse("12.5 EUR")).hasToString("12.50 EUR").isEqualTo(Money.parse("12.500 EUR"));
        assertThat(Money.parse("12 JPY")).hasToString("12 JPY");
        assertThat(Money.parse("0.125 EUR")).hasToString("0.125 EUR");
        assertThat(new Kind.Amount().json(Money.parse("7 EUR")).get("amount").stringValue())
                .isEqualTo("7.00");
    }

    private static <T> void parsed(Kind<T> kind, String text) {
        T value;
        try {
            value = kind.parse(text);
        } catch (BadValue e) {
            assertThat(e.reason().key()).startsWith("kernel.value.");
            return;
        }
        assertThat(kind.parse(kind.format(value))).as("%s of %s", kind, text).isEqualTo(value);
        same(kind, value);
    }

    private static <T> void read(Kind<T> kind, String text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JacksonException e) {
            return;
        }
        T value;
        try {
            value = kind.fromJson(node);
        } catch (BadValue e) {
            assertThat(e.reason().key()).startsWith("kernel.value.");
            return;
        }
        same(kind, value);
    }

    private static <T> void same(Kind<T> kind, T value) {
        assertThat(kind.fromJson(kind.json(value))).as("%s as JSON", kind).isEqualTo(value);
    }
}
