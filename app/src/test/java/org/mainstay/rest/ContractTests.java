package org.mainstay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What the API promises to whoever has only its description: methods, media types, versions, keys,
/// parameters, and the form of every refusal.
@MainstayTest
class ContractTests {

    private static final String INCIDENTS = "/incidents";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordTypes types;

    Api sam;

    @BeforeEach
    void connect() {
        cast.everybody();
        sam = new Api(port, "sam");
    }

    private String incident(String title) {
        return INCIDENTS + "/"
                + sam.post(INCIDENTS, "{\"title\":\"" + title + "\",\"caller\":\"max\"}")
                        .is(201)
                        .json()
                        .get("number")
                        .stringValue();
    }

    @Test
    void whatIsNotPossibleIsAProblemOutsideControllersToo() {
        var one = incident("Methods");
        assertThat(sam.send("PUT", one, "{}").problem(405).header("Allow")).contains("PATCH");
        sam.delete(INCIDENTS).problem(405);
        sam.patch(one, "a=b", "Content-Type", "application/x-www-form-urlencoded")
                .problem(415);
        sam.post(INCIDENTS, "{}", "Content-Type", "text/plain").problem(415);
        sam.post(one + "/attachments", "{}").problem(415);
        sam.post(one + "/history", "{}").problem(405);
        sam.get("/nothing").problem(404);
        sam.get("/").problem(404);
        sam.get(one + "/a/b/c/d").problem(404);
        sam.get(one + "/comments/" + UUID.randomUUID()).problem(404);
        sam.get(INCIDENTS + "/a;b").problem(400);
        sam.get(INCIDENTS + "/%25").problem(400);
        sam.get(INCIDENTS + "/a%2Fb").problem(400);
        sam.get(INCIDENTS + "/%00").problem(400);
        sam.get("//incidents").problem(400);
        sam.get("/people/suggest?q=%ff%fe").problem(400);
        sam.post(one + "/attachments", "none", "Content-Type", "multipart/form-data")
                .problem(400);
        sam.post(one + "/attachments", "none", "Content-Type", "multipart/form-data; boundary=cut")
                .refused(400, "/file");
        sam.post(one + "/take", "x", "Content-Type", "text/plain").problem(400);
        assertThat(sam.send("OPTIONS", one, "").is(200).header("Allow")).contains("GET", "PATCH");
        assertThat(sam.send("HEAD", one, "").is(200).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void aLongFileNameIsRefusedOrShortenedButNeverAnEmptyAnswer() {
        var one = incident("Names");
        sam.upload(one + "/attachments", "x".repeat(3_000) + ".txt", "hello").problem(413);
        var kept = sam.upload(one + "/attachments", "../../etc/pass\u0001wd", "hello")
                .is(201)
                .json();
        assertThat(kept.get("name").stringValue()).doesNotContain("/", "\u0001");
    }

    @Test
    void aParameterThatIsUnknownOrTwiceOrOfAnotherKindIsRefused() {
        sam.get(INCIDENTS + "?filtre=state:new").refused(422, "?filtre");
        sam.get(INCIDENTS + "?limit=1&limit=2").refused(422, "?limit");
        sam.get(INCIDENTS + "?count=maybe").refused(422, "?count");
        sam.get(INCIDENTS + "/stats?limit=1").refused(422, "?limit");
        sam.get("/people/suggest?query=sa").refused(422, "?query");
        sam.get("/access?person=sam").refused(422, "?record");
        sam.as("ada").get("/audit?limit=5000").refused(422, "?limit");
        sam.as("ada").get("/audit?cursor=x").refused(422, "?cursor");
        sam.get(INCIDENTS + "/export?filtre=x").refused(422, "?filtre");
        sam.post(incident("Dry") + "/take?dry_run=maybe", "{}").refused(422, "?dry_run");
    }

    @Test
    void aVersionOfIfMatchIsCurrentOrStale() {
        var one = incident("Versions");
        assertThat(sam.patch(one, "{\"title\":\"Second\"}", "If-Match", "\"1\"")
                        .is(200)
                        .header("ETag"))
                .isEqualTo("\"2\"");
        var stale = sam.patch(one, "{\"title\":\"Third\"}", "If-Match", "\"1\"").problem(412);
        assertThat(stale.json().get("current").get("title").stringValue()).isEqualTo("Second");
        sam.patch(one, "{\"title\":\"Third\"}", "If-Match", "\"1\", W/\"2\"").is(200);
        sam.patch(one, "{\"title\":\"Fourth\"}", "If-Match", "*").is(200);
        sam.patch(one, "{\"title\":\"Fifth\"}", "If-Match", "nonsense").problem(400);
        sam.patch(one, "{\"title\":\"Fifth\"}").is(200);
        sam.patch(one, "").problem(400);
    }

    @Test
    void anAttributeOfActionsNamesTheActionsToUse() {
        var one = incident("Actions");
        var state = sam.patch(one, "{\"state\":\"resolved\"}").refused(422, "/state");
        assertThat(state.text()).contains("resolve", "hold").doesNotContain("link_child");
        assertThat(sam.patch(one, "{\"major_incident\":\"accepted\"}")
                        .refused(422, "/major_incident")
                        .text())
                .contains("accept_major")
                .doesNotContain("resolve");
        assertThat(sam.patch(one, "{\"version\":7}").refused(422, "/version").text())
                .doesNotContain("action");
    }

    @Test
    void ofManyCallsWithOneKeyOneWorksAndTheOthersWaitOrRepeatIt() throws Exception {
        var key = UUID.randomUUID().toString();
        var start = new CountDownLatch(1);
        Callable<Api.Answer> call = () -> {
            start.await();
            return sam.post(INCIDENTS, "{\"title\":\"Once\",\"caller\":\"max\"}", "Idempotency-Key", key);
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = List.of(1, 2, 3, 4, 5, 6, 7, 8).stream()
                    .map(_ -> threads.submit(call))
                    .toList();
            start.countDown();
            var numbers = new HashSet<String>();
            for (var one : calls) {
                var answer = one.get();
                if (answer.status() == 409) {
                    assertThat(answer.problem(409).header("Retry-After")).isNotEmpty();
                } else {
                    numbers.add(answer.is(201).json().get("number").stringValue());
                }
            }
            assertThat(numbers).hasSize(1);
            var again = sam.post(INCIDENTS, "{\"title\":\"Once\",\"caller\":\"max\"}", "Idempotency-Key", key);
            assertThat(again.is(201).json().get("number").stringValue())
                    .isEqualTo(numbers.iterator().next());
            assertThat(again.header("Location")).endsWith(numbers.iterator().next());
        }
        sam.post(INCIDENTS, "{\"title\":\"Other\"}", "Idempotency-Key", key).problem(422);
        sam.post(INCIDENTS, "{\"title\":\"Other\"}", "Idempotency-Key", "x".repeat(300))
                .problem(422);
    }

    @Test
    void aListOfThenIsCountedAndADeletedRecordIsFoundInItsTime() {
        var one = incident("Was here");
        var then = sam.get(one).is(200).json().get("created_at").stringValue();
        var counted = sam.get(INCIDENTS + "?as_of=" + then + "&count=true&limit=1&filter=title:%22Was%20here%22");
        assertThat(counted.is(200).json().at("/total/value").asInt()).isEqualTo(1);
        assertThat(counted.json().at("/total/exact").asBoolean()).isTrue();
        sam.as("ada").delete(one).is(204);
        sam.get(one).problem(404);
        assertThat(sam.get(one + "?as_of=" + then).is(200).json().get("title").stringValue())
                .isEqualTo("Was here");
        sam.as("max").get(one + "?as_of=" + then).is(200);
        sam.as("eve").get(one + "?as_of=" + then).problem(404);
    }

    @Test
    void statisticsKnowEveryMeasure() {
        var one = incident("Measured");
        sam.post(one + "/resolve", "{\"resolution_code\":\"fixed\",\"resolution\":\"Done\"}")
                .is(200);
        var pair = "(opened_at..resolved_at)";
        var measures = List.of(
                "count",
                "avg" + pair,
                "sum" + pair,
                "min" + pair,
                "max" + pair,
                "median" + pair,
                "p0" + pair,
                "p90" + pair,
                "p100" + pair);
        var stats = sam.get(INCIDENTS + "/stats?filter=title:Measured&measure=" + String.join(",", measures))
                .is(200)
                .json()
                .at("/items/0");
        assertThat(stats.get("group").isEmpty()).isTrue();
        assertThat(stats.get("count").asInt()).isEqualTo(1);
        for (String measure : measures.subList(1, measures.size())) {
            assertThat(stats.get(measure).stringValue()).as(measure).startsWith("PT");
        }
        var points = sam.get(INCIDENTS + "/stats?filter=title:Measured"
                        + "&measure=min(opened_at),max(opened_at),median(opened_at),avg(priority),max(version)")
                .is(200)
                .json()
                .at("/items/0");
        var opened = sam.get(one).json().get("opened_at").stringValue();
        assertThat(points.get("min(opened_at)").stringValue()).isEqualTo(opened);
        assertThat(points.get("median(opened_at)").stringValue()).isEqualTo(opened);
        assertThat(points.get("max(version)").asInt()).isEqualTo(2);
        var days = sam.get(INCIDENTS + "/stats?filter=title:Measured&group_by=day(opened_at),month(opened_at)")
                .is(200)
                .json()
                .at("/items/0/group");
        assertThat(days.get("day(opened_at)").stringValue()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(days.get("month(opened_at)").stringValue()).matches("\\d{4}-\\d{2}-01");
        sam.get(INCIDENTS + "/stats?group_by=opened_at").refused(422, "?group_by");
        sam.get(INCIDENTS + "/stats?group_by=day(title)").refused(422, "?group_by");
        sam.get(INCIDENTS + "/stats?group_by=year(opened_at)").refused(422, "?group_by");
        sam.get(INCIDENTS + "/stats?measure=avg(opened_at)").refused(422, "?measure");
        sam.get(INCIDENTS + "/stats?measure=avg(title)").refused(422, "?measure");
        sam.get(INCIDENTS + "/stats?measure=count,count").refused(422, "?measure");
        sam.get(INCIDENTS + "/stats?group_by=priority,priority").refused(422, "?group_by");
    }

    @Test
    void whatHangsOnARecordIsReadAsStrictlyAsTheRecord() {
        var one = incident("Hangs");
        var other = incident("Other end");
        var number = other.substring(other.lastIndexOf('/') + 1);
        sam.post(one + "/comments", "{\"text\":\"a\",\"intern\":true}").refused(422, "/intern");
        sam.post(one + "/comments", "{\"text\":3}").refused(422, "/text");
        sam.post(one + "/links", "{}").refused(422, "/type");
        sam.post(one + "/links", "{\"type\":\"blocks\",\"to\":{\"number\":\"" + number + "\"}}")
                .is(201);
        sam.post(one + "/links", "{\"type\":\"blocks\",\"to\":\"" + number + "\"}")
                .refused(422, "/to");
        var itself = one.substring(one.lastIndexOf('/') + 1);
        sam.post(one + "/links", "{\"type\":\"blocks\",\"to\":\"" + itself + "\"}")
                .refused(422, "/to");
        sam.post(one + "/watchers", "{}").refused(422, "/person");
        sam.post(one + "/watchers", "{\"person\":{\"number\":\"eve\"}}").is(201);
    }

    @Test
    void everyCursorIsSealedAndBelongsToWhomItWasGiven() {
        var one = incident("Cursors");
        for (int i = 0; i < 3; i++) {
            sam.post(one + "/comments", "{\"text\":\"Comment " + i + "\"}").is(201);
        }
        for (String list : List.of(INCIDENTS, one + "/comments", one + "/history")) {
            var next = sam.get(list + "?limit=1").is(200).json().get("next").stringValue();
            sam.get(list + "?limit=1&cursor=" + next).is(200);
            sam.as("ada").get(list + "?limit=1&cursor=" + next).refused(422, "?cursor");
            sam.get(list + "?limit=1&cursor=A" + next.substring(1, next.length() - 1) + "A")
                    .refused(422, "?cursor");
            sam.get(list + "?limit=0").refused(422, "?limit");
            sam.get(list + "?limit=1001").refused(422, "?limit");
            sam.get(list + "?limit=1000").is(200);
        }
    }

    @Test
    void everyAttributeSortsPageByPageOrSaysThatItCannot() {
        for (int i = 0; i < 3; i++) {
            incident("Sorted " + i);
            sam.post(INCIDENTS, "{\"title\":\"Long\",\"description\":\"" + "\uD83D\uDE00".repeat(20_000) + "\"}")
                    .is(201);
        }
        var ada = sam.as("ada");
        for (RecordType<?> type : types.all()) {
            for (var attribute : type.attributes()) {
                for (String sort : List.of(attribute.code(), "-" + attribute.code())) {
                    var path = "/" + type.collection() + "?fields=number&limit=2&sort=" + sort;
                    if (ada.get(path).status() == 422) {
                        ada.get(path).refused(422, "?sort");
                    } else {
                        pagesDiffer(ada, path);
                    }
                }
            }
        }
    }

    private static void pagesDiffer(Api who, String path) {
        var seen = new HashSet<String>();
        var cursor = "";
        for (int page = 0; page < 4 && cursor != null; page++) {
            var answer = who.get(path + cursor).is(200).json();
            for (var item : answer.get("items")) {
                assertThat(seen.add(item.get("number").stringValue())).as(path).isTrue();
            }
            cursor = answer.get("next").isNull()
                    ? null
                    : "&cursor=" + answer.get("next").stringValue();
        }
    }

    @Test
    void bodiesBoundToRecordsKeepTheBoundsOfAllOthers() {
        sam.post("/tokens", "{\"name\":\"a\",\"nam\":\"b\"}").refused(422, "/nam");
        sam.post("/tokens", "{\"name\":3}").refused(422, "/name");
        sam.post("/tokens", "{\"name\":[\"a\"]}").refused(422, "/name");
        sam.post("/tokens", "{\"name\":\"a\",\"days\":1e999999}").refused(422, "/days");
        sam.post("/tokens", "{\"name\":\"a\",\"name\":\"b\"}").problem(400);
        sam.post("/tokens", "{\"x\":" + "[".repeat(10_000)).problem(400);
        sam.post("/tokens", "[]").problem(400);
        sam.post("/tokens", "{\"name\":\"" + "x".repeat(1_100_000) + "\"}").problem(413);
        sam.post("/tokens", "{\"name\":\"a\\u0000\"}").refused(422, "/name");
        sam.post("/tokens", "{\"name\":\"a\",\"person\":\"ada\"}").problem(403);
    }
}
