package org.mainstay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Every attribute of every type, given what it cannot be: a refusal at its place, and nothing written.
@MainstayTest
class BadInputTests {

    private static final String MEMBERS = "[" + "\"sam\",".repeat(9_999) + "\"sam\"]";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordTypes types;

    private Api ada;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
    }

    /// JSON texts that are no value of the kind.
    private static List<String> bad(Kind<?> kind) {
        var any = List.of("[[]]", "{\"a\":1}");
        var noText = List.of("3", "true");
        var texts = List.of("\"a\\u0007b\"", "\"a\\u0000b\"", "\"a\\ud800b\"", "\"\\udc00\"");
        var own = switch (kind) {
            case Kind.Text(int max) -> with(noText, texts, List.of(quoted("x".repeat(max + 1)), "\"a\\nb\""));
            case Kind.Prose(int max) -> with(noText, texts, List.of(quoted("x".repeat(max + 1))));
            case Kind.Whole(long _, long max) ->
                with(
                        List.of("\"5\"", "1.5", "1e999999", "99999999999999999999", "true"),
                        max < Long.MAX_VALUE ? List.of(Long.toString(max + 1)) : List.of());
            case Kind.Decimal _ -> List.of("\"x\"", "1e999999", "true", "\"NaN\"");
            case Kind.Amount _ ->
                List.of(
                        "5",
                        "\"12\"",
                        "{\"amount\":\"x\",\"currency\":\"EUR\"}",
                        "{\"amount\":\"1\",\"currency\":\"E\"}");
            case Kind.YesNo _ -> List.of("1", "\"perhaps\"", "\"true\"");
            case Kind.Day _ -> with(noText, List.of("\"2026-02-30\"", "\"+10000-01-01\"", "\"0000-01-01\""));
            case Kind.Moment _ ->
                with(noText, List.of("\"2026-11-24\"", "\"2026-11-24T25:00:00Z\"", "\"+10000-01-01T00:00:00Z\""));
            case Kind.Span _ ->
                List.of("true", "\"an hour\"", "9223372036854775807", "-9223372036854775808", "\"P1Y\"");
            case Kind.Choice<?> _ -> with(noText, texts, List.of("\"no_such_choice\"", quoted("x".repeat(10_000))));
            case Kind.Pick _ -> with(noText, texts, List.of("\"no_such_option\"", quoted("x".repeat(10_000))));
            case Kind.Reference _, Kind.TreePick _ ->
                with(
                        noText,
                        List.of(
                                "\"nobody at all\"",
                                quoted(UUID.randomUUID().toString()),
                                "{\"id\":7}",
                                "{\"id\":\"nobody\"}",
                                "\"a\\u0000b\"",
                                "\"a\\ud800b\"",
                                quoted("x".repeat(10_000))));
            case Kind.References _ -> List.of("\"sam\"", "7", "[7]", "[\"nobody at all\"]", "[\"a\\ud800b\"]", MEMBERS);
            case Kind.Keys _ -> noText;
        };
        return with(any, own);
    }

    @SafeVarargs
    private static List<String> with(List<String>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    @Test
    void whatAnAttributeCannotBeIsRefusedAtItsPlaceAndNothingIsWritten() {
        var failures = new ArrayList<String>();
        for (RecordType<?> type : types.all()) {
            var path = "/" + type.collection();
            var before = count(path);
            for (Attribute<?> attribute : type.attributes()) {
                for (String value : bad(attribute.kind())) {
                    check(ada.post(path, body(attribute, value)), attribute, value, failures);
                }
            }
            assertThat(count(path)).as(path).isEqualTo(before);
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void anEditWithAFaultChangesNothingOfTheRest() {
        for (RecordType<?> type : types.all()) {
            var first =
                    ada.get("/" + type.collection() + "?limit=1").is(200).json().at("/items/0");
            if (first.isMissingNode()) {
                continue;
            }
            var one = "/" + type.collection() + "/" + first.get("id").stringValue();
            var label = type.label().code();
            for (Attribute<?> attribute : type.attributes()) {
                var fault = bad(attribute.kind()).getFirst();
                var body = attribute.code().equals(label)
                        ? body(attribute, fault)
                        : "{\"" + label + "\":\"Half written\","
                                + body(attribute, fault).substring(1);
                assertThat(ada.patch(one, body).status()).as("%s %s", one, body).isEqualTo(422);
            }
            assertThat(ada.get(one).json()).isEqualTo(first);
        }
    }

    private static String body(Attribute<?> attribute, String value) {
        return attribute.custom()
                ? "{\"custom\":{\"" + attribute.code().substring("custom.".length()) + "\":" + value + "}}"
                : "{\"" + attribute.code() + "\":" + value + "}";
    }

    private static void check(Api.Answer answer, Attribute<?> attribute, String value, List<String> failures) {
        var pointer = "/" + attribute.code().replace("custom.", "custom/");
        var pointers = answer.json()
                .path("errors")
                .valueStream()
                .map(it -> it.path("pointer").asString(""))
                .toList();
        if (answer.status() != 422 || !pointers.contains(pointer)) {
            var shown = value.length() > 60 ? value.substring(0, 60) : value;
            failures.add(answer.asked() + " " + pointer + "=" + shown + " → " + answer.status() + " " + pointers);
        }
    }

    private int count(String path) {
        return ada.get(path + "?count=true&limit=1&fields=number")
                .is(200)
                .json()
                .at("/total/value")
                .asInt();
    }

    @Test
    void anAttributeOfNoTypeIsNamed() {
        for (RecordType<?> type : types.all()) {
            for (String name : List.of("no_such", "custom", "id", "", "a~b/c", "__proto__")) {
                var answer = ada.post("/" + type.collection(), "{\"" + name + "\":\"x\"}")
                        .problem(422);
                var pointer =
                        name.isEmpty() ? "" : "/" + name.replace("~", "~0").replace("/", "~1");
                assertThat(answer.json().get("errors").valueStream())
                        .as(answer.text())
                        .anyMatch(it -> it.get("pointer").stringValue().equals(pointer));
            }
        }
    }

    @Test
    void anotherOrganisationsRecordIsAsUnknownAsNone() {
        var foreign = cast.tim().id().toString();
        for (String person : List.of("tim", foreign, "Tim Äppel")) {
            var refused = new Api(port, "sam")
                    .post("/incidents", "{\"title\":\"Foreign\",\"caller\":\"" + person + "\"}")
                    .refused(422, "/caller");
            var unknown = new Api(port, "sam")
                    .post("/incidents", "{\"title\":\"Foreign\",\"caller\":\"nobody\"}")
                    .refused(422, "/caller");
            assertThat(refused.text().replace(person, "nobody")).isEqualTo(unknown.text());
        }
    }

    @Test
    void bodiesThatAreNoJsonObjectAreRefused() {
        var nested = "{\"title\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        for (String body : List.of(
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"title\":\"a\"}}",
                "{\"title\":\"a\",\"title\":\"b\"}",
                "{'title':1}",
                nested,
                "{\"title\":" + "9".repeat(10_000) + "}",
                "{\"title\":\"a\u0001b\"}",
                "{\"" + "k".repeat(5_000) + "\":1}")) {
            ada.post("/incidents", body).problem(400);
        }
        ada.post("/incidents", "{\"title\":\"" + "x".repeat(1_100_000) + "\"}").problem(413);
    }

    @Test
    void filtersBeyondTheirBoundsAreRefusedWithAPosition() {
        var terms = IntStream.range(0, 500).mapToObj(it -> "title:a" + it).collect(Collectors.joining("+"));
        var deep = "(".repeat(400) + "title:a" + ")".repeat(400);
        for (String filter :
                List.of(terms, deep, "x".repeat(9_000), "title:%00", "title:", "nope:1", "priority%3C%3C2", "%22")) {
            var answer = ada.get("/incidents?limit=1&filter=" + filter);
            if (answer.status() != 200) {
                answer.refused(422, "?filter");
                assertThat(answer.json().at("/errors/0/position").asInt()).isPositive();
            }
        }
        assertThat(ada.get("/incidents?filter=" + deep).status()).isEqualTo(422);
        assertThat(ada.get("/incidents?filter=" + "x".repeat(9_000)).status()).isEqualTo(422);
    }

    @Test
    void everyTraitOfWritingIsKept() {
        for (RecordType<?> type : types.all()) {
            for (Attribute<?> attribute : type.attributes()) {
                if (attribute.has(Trait.READ_ONLY) && !attribute.code().equals("number")) {
                    var pointers = ada.post("/" + type.collection(), body(attribute, "null"))
                            .problem(422)
                            .json()
                            .get("errors");
                    assertThat(pointers.valueStream())
                            .as("%s.%s", type, attribute)
                            .anyMatch(it -> it.get("pointer").stringValue().equals("/" + attribute.code()));
                }
            }
        }
    }
}
