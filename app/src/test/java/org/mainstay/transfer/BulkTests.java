package org.mainstay.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.job.Jobs;
import org.mainstay.testing.Api;
import org.mainstay.testing.Api.Answer;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.ShiftingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The same to many records at once, as a client asks for it.
@MainstayTest
class BulkTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Jobs jobs;

    @Autowired
    BulkQueries bulks;

    Api sam;

    private final String mark = "b" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void connect() {
        cast.everybody();
        sam = new Api(port, "sam");
    }

    private List<String> incidents(Api who, int many) {
        return IntStream.range(0, many)
                .mapToObj(it -> who.post("/incidents", "{\"title\":\"Printer " + mark + " " + it + "\"}")
                        .is(201)
                        .json()
                        .get("number")
                        .stringValue())
                .toList();
    }

    private static String records(List<String> numbers) {
        return numbers.stream().map(it -> "\"" + it + "\"").collect(Collectors.joining(",", "\"records\":[", "]"));
    }

    private Answer bulk(Api who, String body) {
        return who.post("/incidents/bulk", "{" + body + "}");
    }

    private JsonNode over(Api who, Answer accepted) {
        accepted.is(202);
        var path = accepted.header("Location").replace("/api/v1", "");
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> who.get(path).is(200).json(),
                        it -> !"queued running".contains(it.get("state").stringValue()));
    }

    private static String result(JsonNode job) {
        assertThat(job.get("state").stringValue()).as(job.toString()).isEqualTo("done");
        var result = job.get("result");
        return result.get("changed") + " " + result.get("unchanged") + " " + result.get("refused");
    }

    private String value(String number, String attribute) {
        var value =
                new Api(port, "ada").get("/incidents/" + number).is(200).json().get(attribute);
        return value.isObject() ? value.get("label").stringValue() : value.asString("");
    }

    private List<JsonNode> refused(Api who, JsonNode job) {
        var found = new ArrayList<JsonNode>();
        who.get("/jobs/" + job.get("id").stringValue() + "/records?outcome=refused")
                .is(200)
                .json()
                .get("items")
                .forEach(found::add);
        return found;
    }

    @Test
    void anAgentSetsManyAtOnceAsOneOperation() {
        var numbers = incidents(sam, 3);
        sam.patch("/incidents/" + numbers.get(2), "{\"impact\":\"high\",\"urgency\":\"low\"}")
                .is(200);
        var asked = records(numbers)
                + ",\"set\":{\"impact\":\"high\",\"urgency\":\"low\"},\"comment\":{\"text\":\"All of them\",\"internal\":true}";
        var job = over(sam, bulk(sam, asked));
        assertThat(result(job)).isEqualTo("3 0 0");
        for (var number : numbers) {
            assertThat(value(number, "impact")).isEqualTo("high");
            var comments = sam.get("/incidents/" + number + "/comments").json().get("items");
            assertThat(comments).hasSize(1);
            assertThat(comments.get(0).get("internal").booleanValue()).isTrue();
            var own = sam.get("/incidents/" + number + "/history")
                    .json()
                    .get("items")
                    .valueStream()
                    .filter(it -> it.get("operation").equals(job.get("id")))
                    .toList();
            assertThat(own)
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it.get("cause").toString())
                            .isEqualTo("{\"kind\":\"bulk\",\"name\":\"edit\",\"id\":" + job.get("id") + "}"));
        }
        assertThat(result(over(sam, bulk(sam, records(numbers) + ",\"set\":{\"impact\":\"high\"}"))))
                .isEqualTo("0 3 0");
    }

    @Test
    void anActionIsDoneToWhatTheFilterFinds() {
        var numbers = incidents(sam, 2);
        var asked = "\"filter\":\"" + mark
                + "\",\"action\":\"assign\",\"with\":{\"group\":\"Service desk\",\"assignee\":\"sam\"}";
        assertThat(result(over(sam, bulk(sam, asked)))).isEqualTo("2 0 0");
        assertThat(numbers).allSatisfy(it -> assertThat(value(it, "assignee")).isEqualTo("Sam Lindqvist"));
    }

    @Test
    void aPreviewTellsWhatWouldChangeAndWritesNothing() {
        var numbers = incidents(sam, 2);
        sam.post("/incidents/" + numbers.get(1) + "/cancel", "{\"reason\":\"Twice\"}")
                .is(200);
        var asked = "{" + records(numbers) + ",\"set\":{\"impact\":\"high\"}}";
        var preview = sam.post("/incidents/bulk?dry_run=true", asked).is(200).json();
        assertThat(result(preview)).isEqualTo("1 0 1");
        var first = preview.get("preview").get(0);
        assertThat(first.get("outcome").stringValue()).isEqualTo("changed");
        assertThat(first.at("/changes/impact").toString()).isEqualTo("[\"medium\",\"high\"]");
        assertThat(first.at("/changes/priority/1").longValue()).isEqualTo(2);
        assertThat(preview.at("/preview/1/errors/0/pointer").stringValue()).isEqualTo("/impact");
        assertThat(value(numbers.getFirst(), "impact")).isEqualTo("medium");
        assertThat(sam.get("/incidents/" + numbers.getFirst() + "/history")
                        .json()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void whatTakesOthersAlongSaysSo() {
        var numbers = incidents(sam, 2);
        sam.post("/incidents/" + numbers.getFirst() + "/link_child", "{\"child\":\"" + numbers.get(1) + "\"}")
                .is(200);
        var asked = "{" + records(numbers.subList(0, 1))
                + ",\"action\":\"resolve\",\"with\":{\"resolution_code\":\"fixed\",\"resolution\":\"Done\"}}";
        var preview = sam.post("/incidents/bulk?dry_run=true", asked).is(200).json();
        assertThat(preview.at("/preview/0/also/0/number").stringValue()).isEqualTo(numbers.get(1));
        assertThat(preview.at("/preview/0/also/0/changes/state/1").stringValue())
                .isEqualTo("resolved");
        var job = over(sam, sam.post("/incidents/bulk", asked));
        assertThat(value(numbers.get(1), "state")).isEqualTo("resolved");
        over(sam, sam.post("/jobs/" + job.get("id").stringValue() + "/undo", ""));
        assertThat(numbers).allSatisfy(it -> assertThat(value(it, "state")).isEqualTo("new"));
        assertThat(value(numbers.getFirst(), "reopen_count")).isEqualTo("0");
    }

    @Test
    void whatOneRefusesStopsNoOther() {
        var numbers = incidents(sam, 3);
        sam.post("/incidents/" + numbers.get(1) + "/cancel", "{\"reason\":\"Twice\"}")
                .is(200);
        var job = over(sam, bulk(sam, records(numbers) + ",\"action\":\"take\""));
        assertThat(result(job)).isEqualTo("2 0 1");
        assertThat(refused(sam, job)).singleElement().satisfies(it -> {
            assertThat(it.get("number").stringValue()).isEqualTo(numbers.get(1));
            assertThat(it.at("/errors/0/detail").stringValue()).isNotBlank();
        });
        var file = sam.get(job.get("refused_url").stringValue().replace("/api/v1", ""))
                .is(200)
                .text();
        assertThat(file).startsWith("number,import_reason").contains(numbers.get(1));
    }

    @Test
    void nobodyDoesToManyWhatTheyMayNotDoToOne() {
        var max = new Api(port, "max");
        var numbers = incidents(max, 2);
        var job = over(max, bulk(max, records(numbers) + ",\"action\":\"take\""));
        assertThat(result(job)).isEqualTo("0 0 2");
        bulk(max, records(numbers) + ",\"set\":{\"group\":\"Network\"}").refused(422, "/set/group");
        var noted = over(max, bulk(max, records(numbers) + ",\"comment\":{\"text\":\"Psst\",\"internal\":true}"));
        assertThat(result(noted)).isEqualTo("0 0 2");
        var said = over(max, bulk(max, records(numbers) + ",\"comment\":{\"text\":\"Any news?\"}"));
        assertThat(result(said)).isEqualTo("2 0 0");
        assertThat(new Api(port, "eve")
                        .get("/jobs/" + said.get("id").stringValue())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsAnothersIsAsWhatIsNotThere() {
        var numbers = incidents(sam, 1);
        var olga = new Api(port, "olga");
        var job = over(
                olga, bulk(olga, records(List.of(numbers.getFirst(), "INC9999999")) + ",\"set\":{\"impact\":\"low\"}"));
        assertThat(result(job)).isEqualTo("0 0 2");
        assertThat(refused(olga, job))
                .extracting(it -> it.at("/errors/0/detail").stringValue())
                .containsExactly("There is no " + numbers.getFirst() + ".", "There is no INC9999999.");
        assertThat(value(numbers.getFirst(), "impact")).isEqualTo("medium");
        bulk(olga, "\"filter\":\"" + mark + "\",\"set\":{\"impact\":\"low\"}").refused(422, "/filter");
    }

    @Test
    void whatSomebodyDidBetweenPreviewAndDoingCounts() {
        var numbers = incidents(sam, 2);
        var asked = "{" + records(numbers) + ",\"action\":\"take\"}";
        assertThat(result(
                        sam.post("/incidents/bulk?dry_run=true", asked).is(200).json()))
                .isEqualTo("2 0 0");
        sam.post("/incidents/" + numbers.getFirst() + "/cancel", "{\"reason\":\"Twice\"}")
                .is(200);
        assertThat(result(over(sam, sam.post("/incidents/bulk", asked)))).isEqualTo("1 0 1");
    }

    @Test
    void itIsTakenBackButForWhatSomebodyChangedSince() {
        var numbers = incidents(sam, 3);
        var job = over(sam, bulk(sam, records(numbers) + ",\"set\":{\"impact\":\"low\"}"));
        sam.patch("/incidents/" + numbers.get(1), "{\"impact\":\"high\"}").is(200);
        var undo = "/jobs/" + job.get("id").stringValue() + "/undo";
        assertThat(Instant.parse(job.get("undoable_until").stringValue())).isAfter(Instant.now());
        assertThat(new Api(port, "max").post(undo, "").status()).isEqualTo(404);
        var undone = over(sam, sam.post(undo, ""));
        assertThat(result(undone)).isEqualTo("2 0 1");
        assertThat(undone.get("undoes")).isEqualTo(job.get("id"));
        assertThat(refused(sam, undone).getFirst().get("number").stringValue()).isEqualTo(numbers.get(1));
        assertThat(numbers).extracting(it -> value(it, "impact")).containsExactly("medium", "high", "medium");
        assertThat(value(numbers.getFirst(), "priority")).isEqualTo("3");
        assertThat(result(over(sam, sam.post(undo, "")))).isEqualTo("0 2 1");
        sam.post("/jobs/" + undone.get("id").stringValue() + "/undo", "").problem(409);
    }

    @Test
    void afterADayItStays() {
        var numbers = incidents(sam, 1);
        var id = over(sam, bulk(sam, records(numbers) + ",\"set\":{\"impact\":\"low\"}"))
                .get("id")
                .stringValue();
        var clock = new ShiftingClock(Instant.now());
        var own = new OwnJobs(jobs, bulks, clock);
        var job = jobs.find(UUID.fromString(id)).orElseThrow();
        clock.pass(Duration.ofHours(23));
        assertThat(own.undoable(job)).isTrue();
        clock.pass(Duration.ofHours(2));
        assertThat(own.undoable(job)).isFalse();
        assertThat(own.undo(job, cast.sam())).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAtOnce() {
        var one = records(incidents(sam, 1));
        bulk(sam, one + ",\"set\":{\"colour\":\"red\"}").refused(422, "/set/colour");
        bulk(sam, one + ",\"set\":{\"impact\":\"huge\"}").refused(422, "/set/impact");
        bulk(sam, one + ",\"set\":{\"state\":\"closed\"}").refused(422, "/set/state");
        bulk(sam, one + ",\"set\":{\"custom\":{\"nothing\":1}}").refused(422, "/set/custom/nothing");
        bulk(sam, one + ",\"action\":\"resolve\"").refused(422, "/with/resolution_code");
        bulk(sam, one + ",\"action\":\"explode\"").refused(422, "/action");
        bulk(sam, one + ",\"action\":7").refused(422, "/action");
        bulk(sam, one + ",\"action\":\"take\",\"set\":{}").refused(422, "/set");
        bulk(sam, one + ",\"with\":{}").refused(422, "/with");
        bulk(sam, one + ",\"set\":[]").refused(422, "/set");
        bulk(sam, one).refused(422, "");
        bulk(sam, one + ",\"comment\":{\"text\":7}").refused(422, "/comment");
        bulk(sam, one + ",\"comment\":{\"text\":\"a\\u0000b\"}").refused(422, "/comment");
        bulk(sam, "\"records\":[],\"set\":{\"impact\":\"low\"}").refused(422, "/records");
        bulk(sam, "\"records\":[7],\"set\":{\"impact\":\"low\"}").refused(422, "/records");
        bulk(sam, "\"set\":{\"impact\":\"low\"}").refused(422, "/records");
        bulk(sam, one + ",\"filter\":\"\",\"set\":{}").refused(422, "/records");
        bulk(sam, "\"filter\":\"nonsense:1\",\"set\":{\"impact\":\"low\"}").refused(422, "/filter");
        bulk(sam, one + ",\"colour\":1").refused(422, "/colour");
        sam.post("/nothing/bulk", "{}").problem(404);
        var hostile = records(List.of("x\\u0000y", " ", "'; drop table", "a".repeat(5_000)));
        assertThat(result(over(sam, bulk(sam, hostile + ",\"set\":{\"impact\":\"low\"}"))))
                .isEqualTo("0 0 4");
    }

    @Test
    void twoAtOnceOverTheSameRecordsAreBothDone() {
        var numbers = incidents(sam, 30);
        var impact = bulk(sam, records(numbers) + ",\"set\":{\"impact\":\"high\"}");
        var urgency = bulk(sam, records(numbers.reversed()) + ",\"set\":{\"urgency\":\"low\"}");
        assertThat(result(over(sam, impact))).isEqualTo("30 0 0");
        assertThat(result(over(sam, urgency))).isEqualTo("30 0 0");
        assertThat(numbers).allSatisfy(it -> {
            assertThat(value(it, "impact")).isEqualTo("high");
            assertThat(value(it, "urgency")).isEqualTo("low");
        });
    }

    @Test
    void takenBackTwiceAtOnceItIsBackOnce() {
        var numbers = incidents(sam, 30);
        var job = over(sam, bulk(sam, records(numbers) + ",\"set\":{\"impact\":\"high\"}"));
        var undo = "/jobs/" + job.get("id").stringValue() + "/undo";
        var both = Stream.of(sam.post(undo, ""), sam.post(undo, ""))
                .map(it -> over(sam, it).get("result"))
                .toList();
        assertThat(both.stream().mapToLong(it -> it.get("changed").longValue()).sum())
                .isEqualTo(30);
        assertThat(both)
                .allSatisfy(it -> assertThat(it.get("refused").longValue()).isZero());
        assertThat(numbers).allSatisfy(it -> assertThat(value(it, "impact")).isEqualTo("medium"));
    }

    @Test
    void theSameKeyIsAnsweredTheSameWhateverTheFilterFindsByNow() {
        incidents(sam, 2);
        var asked = "{\"filter\":\"state:new " + mark + "\",\"action\":\"cancel\",\"with\":{\"reason\":\"Twice\"}}";
        var first = sam.post("/incidents/bulk", asked, "Idempotency-Key", mark);
        assertThat(result(over(sam, first))).isEqualTo("2 0 0");
        var again = sam.post("/incidents/bulk", asked, "Idempotency-Key", mark).is(202);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        sam.post("/incidents/bulk", asked, "Idempotency-Key", "other " + mark).refused(422, "/filter");
    }

    @Test
    void theSameKeyDoesItOnce() {
        var numbers = incidents(sam, 1);
        var asked = "{" + records(numbers) + ",\"comment\":{\"text\":\"Once\"}}";
        var first = sam.post("/incidents/bulk", asked, "Idempotency-Key", mark);
        var again = sam.post("/incidents/bulk", asked, "Idempotency-Key", mark);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        over(sam, first);
        assertThat(sam.get("/incidents/" + numbers.getFirst() + "/comments")
                        .json()
                        .get("items"))
                .hasSize(1);
    }
}
