package org.mainstay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Fuzz;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whatever a client sends as parameter, header or body: an answer, or a problem that names the place; never
/// a failure of ours and nothing of the inside.
@MainstayTest
class ParametersFuzzTests {

    private static final int TIMES = 250;

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private Api sam;

    @BeforeEach
    void connect() {
        cast.everybody();
        sam = new Api(port, "sam");
    }

    private static void calm(Api.Answer answer) {
        assertThat(answer.status()).as("%s → %s", answer.asked(), answer.text()).isLessThan(500);
        if (answer.status() >= 400) {
            answer.problem(answer.status());
            assertThat(answer.text()).doesNotContain("Exception", "org.mainstay", "\tat ", "select ");
        }
    }

    private void placed(String path, String parameter, String value) {
        var answer = sam.get(path + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        calm(answer);
        if (answer.status() == 422) {
            answer.refused(422, "?" + parameter);
        }
    }

    @Test
    void sortsAreReadOrRefused() {
        var pieces =
                List.of("priority", "-", "opened_at", ",", "title", "caller", "custom.", "number", "watchers", "-,");
        Fuzz.texts("sort", TIMES, 7, pieces, it -> placed("/incidents?limit=1&", "sort", it));
    }

    @Test
    void fieldsAreReadOrRefused() {
        var pieces = List.of("number", ",", "title", "caller", "id", "custom", ".", "watchers", "external_key", " ");
        Fuzz.texts("fields", TIMES, 7, pieces, it -> placed("/incidents?limit=1&", "fields", it));
    }

    @Test
    void measuresAreReadOrRefused() {
        var pieces = List.of(
                "count",
                "avg",
                "p90",
                "p101",
                "sum",
                "min",
                "max",
                "median",
                "(",
                ")",
                "..",
                "opened_at",
                "resolved_at",
                "priority",
                "title",
                ",",
                "avg(opened_at..resolved_at)",
                "min(opened_at)",
                "p50(priority)",
                "sum(version)");
        Fuzz.texts("measures", TIMES, 8, pieces, it -> placed("/incidents/stats?", "measure", it));
        var groups = List.of(
                "priority", "state", ",", "caller", "title", "opened_at", "watchers", "external_source", "service");
        Fuzz.texts("groups", TIMES, 5, groups, it -> placed("/incidents/stats?", "group_by", it));
    }

    @Test
    void filtersInstantsLimitsAndWordsAreReadOrRefused() {
        var filters = List.of(
                "state:new",
                "priority<=",
                "2",
                "-",
                "(",
                ")",
                "or ",
                "caller.department:",
                "\"",
                "opened_at>-7d",
                "custom.",
                "id:",
                "number:INC0000001",
                "external_key:",
                "~",
                "me",
                ",");
        Fuzz.texts("filters", TIMES, 8, filters, it -> placed("/incidents?limit=1&", "filter", it));
        var instants = List.of("2026", "-11-24", "T10:00:00", "Z", "+01:00", "-7d");
        Fuzz.texts("instants", 100, 5, instants, it -> placed("/incidents?limit=1&", "as_of", it));
        Fuzz.texts(
                "limits",
                100,
                3,
                List.of("1", "0", "-", "9", "."),
                it -> placed("/incidents?fields=number&", "limit", it));
        Fuzz.texts("words", 100, 4, List.of("sam", "INC", "_", "%"), it -> placed("/people/suggest?", "q", it));
    }

    @Test
    void keysInPathsNameARecordOrNothing() {
        Fuzz.texts("keys", TIMES, 4, List.of("INC0000001", "sam", ".", "-", "0190"), it -> {
            var key = URLEncoder.encode(it, StandardCharsets.UTF_8).replace("+", "%20");
            calm(sam.get("/incidents/" + key));
        });
    }

    @Test
    void bodiesAreReadOrRefused() {
        var one = "/incidents/"
                + sam.post("/incidents", "{\"title\":\"Fuzzed\",\"caller\":\"max\"}")
                        .is(201)
                        .json()
                        .get("number")
                        .stringValue();
        var pieces = List.of(
                "{",
                "}",
                "\"title\"",
                ":",
                ",",
                "\"x\"",
                "\"impact\"",
                "\"high\"",
                "\"caller\"",
                "\"max\"",
                "{\"id\":",
                "[",
                "]",
                "null",
                "1e999999",
                "\"\\ud800\"",
                "\"\\u0000\"",
                "\"due_at\"",
                "\"2026-11-24T10:00:00Z\"",
                "\"custom\"",
                "\"watchers\"",
                "true",
                "\"resolution\"",
                "\"hold_reason\"",
                "\"text\"",
                "\"internal\"");
        Fuzz.texts("bodies", TIMES, 10, pieces, it -> {
            var object = "{" + it + "}";
            calm(sam.post("/incidents?dry_run=true", object));
            calm(sam.patch(one + "?dry_run=true", object));
            calm(sam.post(one + "/hold?dry_run=true", object));
            calm(sam.post(one + "/comments", it));
            calm(sam.post(one + "/links", object));
            calm(sam.post("/tokens", it));
        });
    }

    @Test
    void headersAreReadOrRefused() {
        var languages = List.of("de", "en", ";q=", "0.5", ",", "*", "-", "x".repeat(50), "zh-Hant-TW", "1", ".");
        var versions = List.of("\"", "1", "W/", "*", ",", "-", "99999999999999999999");
        Fuzz.texts("headers", TIMES, 5, languages, it -> {
            var value = it.replaceAll("[^\\x20-\\x7e]", "");
            calm(sam.get("/incidents?limit=0", "Accept-Language", value));
            calm(sam.get("/incidents?limit=1&fields=number", "Accept", value));
        });
        // an open quote that the parser of media types does not expect
        calm(sam.get("/incidents?limit=1&fields=number", "Accept", "\"/ ')"));
        Fuzz.texts("versions", 100, 4, versions, it -> {
            var value = it.replaceAll("[^\\x20-\\x7e]", "");
            calm(sam.patch("/incidents/INC0000001", "{}", "If-Match", value));
        });
    }
}
