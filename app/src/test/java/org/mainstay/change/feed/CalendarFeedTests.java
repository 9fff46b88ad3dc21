package org.mainstay.change.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.people.ShippedRole;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/// Feeds as those who make them and the programs that read them see them.
@MainstayTest
class CalendarFeedTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "f" + UUID.randomUUID().toString().substring(0, 8);

    private final Instant night =
            Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(20));

    Client client;
    Api carl;

    @BeforeEach
    void connect() {
        cast.everybody();
        client = new Client(port);
        carl = new Api(port, "carl");
    }

    private String change(Api who, String more) {
        return who.post("/changes", """
                        {"title":"%s; Umbau, Süd","type":"normal","planned_start":"%s","planned_end":"%s"%s}""".formatted(mark, night, night.plus(Duration.ofHours(2)), more))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    /// The path of a new feed.
    private String feed(Api who, String filter) {
        var made = who.post(
                        "/calendar-feeds",
                        JsonMapper.shared().writeValueAsString(Map.of("name", mark, "filter", filter)))
                .is(201)
                .json();
        return made.get("url").asString().replaceFirst("http://[^/]+", "");
    }

    private Map<String, VEvent> events(String path) throws Exception {
        return events(client.get(path));
    }

    /// By the number or name that their summary begins with.
    private static Map<String, VEvent> events(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Arrays.stream(answer.body().split("\r\n")))
                .allMatch(it -> it.getBytes(StandardCharsets.UTF_8).length <= 75);
        var calendar = new CalendarBuilder().build(new StringReader(answer.body()));
        assertThat(calendar.validate().hasErrors()).isFalse();
        List<VEvent> events = calendar.getComponents("VEVENT");
        return events.stream()
                .collect(Collectors.toMap(it -> value(it, "SUMMARY"), Function.identity(), (one, _) -> one));
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private VEvent event(Map<String, VEvent> events, String number) {
        var found = events.get(number + " " + mark + "; Umbau, Süd");
        assertThat(found).as("%s of %s", number, events.keySet()).isNotNull();
        return found;
    }

    @Test
    void aChangeIsAnEventInItsWindow() throws Exception {
        var group = carl.as("ada").get("/groups/" + cast.network()).json();
        var number = change(carl, ",\"group\":\"%s\",\"assignee\":\"nina\"".formatted(cast.network()));
        var change = carl.get("/changes/" + number).json();
        var path = feed(carl, "");
        var event = event(events(path), number);
        assertThat(value(event, "UID")).isEqualTo(change.get("id").asString() + "@mainstay");
        assertThat(value(event, "DTSTART")).isEqualTo(written(night));
        assertThat(value(event, "DTEND")).isEqualTo(written(night.plus(Duration.ofHours(2))));
        var updated = Instant.parse(change.get("updated_at").asString()).truncatedTo(ChronoUnit.SECONDS);
        assertThat(value(event, "DTSTAMP")).isEqualTo(written(updated));
        assertThat(value(event, "LAST-MODIFIED")).isEqualTo(written(updated));
        assertThat(value(event, "SEQUENCE")).isEqualTo(change.get("version").asString());
        assertThat(value(event, "STATUS")).isEqualTo("TENTATIVE");
        assertThat(value(event, "CATEGORIES")).isEqualTo("Normal");
        assertThat(value(event, "URL")).endsWith("/changes/" + number).startsWith("http://");
        assertThat(value(event, "DESCRIPTION").lines())
                .containsExactly(
                        "Type: Normal",
                        "State: New",
                        "Group: " + group.get("name").asString(),
                        "Assignee: Nina Castellanos");

        carl.patch("/changes/" + number, "{\"planned_end\":\"%s\"}".formatted(night.plus(Duration.ofHours(3))))
                .is(200);
        var moved = event(events(path), number);
        assertThat(value(moved, "UID")).isEqualTo(value(event, "UID"));
        assertThat(value(moved, "DTEND")).isEqualTo(written(night.plus(Duration.ofHours(3))));
        assertThat(Integer.parseInt(value(moved, "SEQUENCE")))
                .isGreaterThan(change.get("version").asInt());
    }

    private static String written(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[-:]", "");
    }

    @Test
    void theFilterChoosesAndWithoutOneCancelledChangesAreLeftOut() throws Exception {
        var one = change(carl, "");
        var other = change(carl, ",\"assignee\":\"carl\"");
        carl.post("/changes/" + one + "/cancel", "{\"reason\":\"Not needed\"}").is(200);
        assertThat(events(feed(carl, "")))
                .noneSatisfy((summary, _) -> assertThat(summary).startsWith(one));
        assertThat(value(event(events(feed(carl, "title~" + mark)), one), "STATUS"))
                .isEqualTo("CANCELLED");
        var mine = events(feed(carl, "assignee:me"));
        event(mine, other);
        assertThat(mine.keySet()).noneMatch(it -> it.startsWith(one));
    }

    @Test
    void onlyWhatIsPlannedFromAMonthBackToHalfAYearAhead() throws Exception {
        var now = Instant.now();
        var window = "{\"planned_start\":\"%s\",\"planned_end\":%s}";
        var path = feed(carl, "title~" + mark);
        var number = change(carl, "");
        for (var outside : List.of(
                window.formatted(now.minus(40, ChronoUnit.DAYS), quoted(now.minus(31, ChronoUnit.DAYS))),
                window.formatted(now.plus(181, ChronoUnit.DAYS), "null"),
                "{\"planned_start\":null,\"planned_end\":null}")) {
            carl.patch("/changes/" + number, outside).is(200);
            assertThat(client.get(path).body()).startsWith("BEGIN:VCALENDAR").doesNotContain(number);
        }
        carl.patch(
                        "/changes/" + number,
                        window.formatted(now.minus(40, ChronoUnit.DAYS), quoted(now.minus(29, ChronoUnit.DAYS))))
                .is(200);
        event(events(path), number);
        carl.patch("/changes/" + number, window.formatted(night, "null")).is(200);
        assertThat(value(event(events(path), number), "DTEND")).isEqualTo(written(night.plus(Duration.ofHours(1))));
    }

    private static String quoted(Instant instant) {
        return "\"" + instant + "\"";
    }

    private void period(String more) {
        carl.post("/freeze-periods", """
                        {"name":"%s %s","kind":"blackout","starts_at":"%s","ends_at":"%s"%s}""".formatted(
                                mark, UUID.randomUUID(), night, night.plus(Duration.ofHours(1)), more))
                .is(201);
    }

    @Test
    void freezePeriodsAreEventsThatTakeNobodysTime() throws Exception {
        var item = carl.as("ada")
                .post("/configuration-items", "{\"class\":\"linux_server\",\"name\":\"%s\"}".formatted(mark))
                .json()
                .get("number")
                .asString();
        period(",\"recurrence_rule\":\"FREQ=DAILY;COUNT=3\",\"items\":[\"%s\"]".formatted(item));
        var body = client.get(feed(carl, "title~nothing")).body();
        List<VEvent> events =
                new CalendarBuilder().build(new StringReader(body)).getComponents("VEVENT");
        var periods = events.stream()
                .filter(it -> value(it, "SUMMARY").startsWith("Blackout period: " + mark))
                .toList();
        assertThat(periods).hasSize(3).allSatisfy(it -> {
            assertThat(value(it, "TRANSP")).isEqualTo("TRANSPARENT");
            assertThat(value(it, "CATEGORIES")).isEqualTo("Blackout period");
        });
        assertThat(periods.stream().map(it -> value(it, "UID"))).doesNotHaveDuplicates();
        assertThat(periods.stream().map(it -> value(it, "DTSTART")))
                .containsExactlyInAnyOrder(
                        written(night),
                        written(night.plus(1, ChronoUnit.DAYS)),
                        written(night.plus(2, ChronoUnit.DAYS)));
    }

    @Test
    void nothingIsToldTwiceToWhoHasIt() {
        var number = change(carl, "");
        var path = feed(carl, "title~" + mark);
        var first = client.get(path);
        assertThat(first.headers().allValues("Cache-Control")).containsExactly("private, no-cache");
        assertThat(first.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(first.headers().firstValue("Last-Modified")).isPresent();
        assertThat(first.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var again = client.get(path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        carl.patch("/changes/" + number, "{\"planned_end\":null}").is(200);
        assertThat(client.get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(client.send("HEAD", path, "").statusCode()).isEqualTo(200);
    }

    @Test
    void aFeedTellsWhatItsPersonSeesAtThatMoment() throws Exception {
        var theirs = change(carl.as("olga"), "");
        var ours = change(carl, "");
        assertThat(events(feed(carl, "")).keySet()).noneMatch(it -> it.startsWith(theirs));
        var olgas = events(feed(carl.as("olga"), "title~" + mark));
        event(olgas, theirs);
        assertThat(olgas.keySet()).noneMatch(it -> it.startsWith(ours));

        var newcomer = new Api(port, cast.userName(cast.newcomer(ShippedRole.CHANGE_MANAGER)));
        var path = feed(newcomer, "title~" + mark);
        event(events(path), ours);
        var german = "{\"language\":\"de\"}";
        carl.as("ada").patch("/people/" + newcomer.who(), german).is(200);
        assertThat(value(event(events(path), ours), "DESCRIPTION")).contains("Status: Neu");
        var grant = carl.as("ada")
                .get("/grants?filter=person:" + newcomer.who())
                .json()
                .at("/items/0/number")
                .asString();
        carl.as("ada").delete("/grants/" + grant).is(204);
        assertThat(client.get(path).body()).doesNotContain("VEVENT");
        carl.as("ada").patch("/people/" + newcomer.who(), "{\"active\":false}").is(200);
        assertThat(client.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void revokedAndUnknownAddressesAreRefusedInPlainText() {
        var unknown = client.get("/calendar/" + "a".repeat(43) + ".ics");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(client.get("/calendar/x.ics").statusCode()).isEqualTo(404);

        var path = feed(carl, "");
        var id = carl.get("/calendar-feeds").json().at("/items/0/id").asString();
        assertThat(carl.get("/calendar-feeds")
                        .json()
                        .at("/items/0/last_read_at")
                        .isNull())
                .isTrue();
        assertThat(client.get(path).statusCode()).isEqualTo(200);
        assertThat(carl.get("/calendar-feeds").text()).doesNotContain(path);
        assertThat(carl.get("/calendar-feeds")
                        .json()
                        .at("/items/0/last_read_at")
                        .isNull())
                .isFalse();
        carl.as("nina").delete("/calendar-feeds/" + id).is(404);
        carl.delete("/calendar-feeds/" + id).is(204);
        carl.delete("/calendar-feeds/" + id).is(404);
        var gone = client.get(path, "Accept-Language", "de");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("wurde widerrufen");
        assertThat(carl.get("/audit?limit=20").status()).isEqualTo(403);
        assertThat(carl.as("ada").get("/audit?limit=50").text()).contains(id);
    }

    @Test
    void whatCannotBeAFeedIsRefused() {
        carl.post("/calendar-feeds", "{\"name\":\" \"}").refused(422, "/name");
        carl.post("/calendar-feeds", "{\"name\":7}").refused(422, "/name");
        carl.post("/calendar-feeds", "{\"name\":\"x\",\"filter\":\"colour:red\"}")
                .refused(422, "/filter");
        carl.post("/calendar-feeds", "{\"name\":\"x\",\"color\":\"red\"}").refused(422, "/color");
        carl.as("max").post("/calendar-feeds", "{\"name\":\"x\"}").problem(403);
        var token = carl.post("/tokens", "{\"name\":\"x\"}")
                .is(201)
                .json()
                .get("token")
                .asString();
        var byToken = client.send(
                "POST",
                "/api/v1/calendar-feeds",
                "{\"name\":\"x\"}",
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
        assertThat(byToken.statusCode()).as(byToken.body()).isEqualTo(403);
    }

    @Test
    void whoReadsTooOftenWaits() {
        var path = feed(carl, "title~" + mark);
        HttpResponse<String> answer;
        int asked = 0;
        do {
            answer = client.send("HEAD", path, "");
        } while (answer.statusCode() == 200 && ++asked < 500);
        assertThat(asked).isBetween(60, 499);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void peopleMakeSeeAndRevokeThemOnAPage() {
        var cookie = client.signIn("carl", Cast.PASSWORD);
        var csrf = client.csrf(cookie);
        var refused = client.post(
                "/changes/feeds", Map.of("name", mark, "filter", "colour:red", "_csrf", csrf), "Cookie", cookie);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"" + mark + "\"", "role=\"alert\"");
        var made = client.post(
                "/changes/feeds", Map.of("name", mark, "filter", "assignee:me", "_csrf", csrf), "Cookie", cookie);
        var path = made.body().replaceAll("(?s).*id=\"feed-url\">http://[^/]+(/calendar/[^<]+)<.*", "$1");
        assertThat(client.get(path).statusCode()).isEqualTo(200);
        var page = client.get("/changes/feeds", "Cookie", cookie).body();
        assertThat(page).contains(mark).doesNotContain(path);
        var revoke = page.replaceAll("(?s).*" + mark + "</td>.*?action=\"([^\"]+)\".*", "$1");
        assertThat(client.post(revoke, Map.of("_csrf", csrf), "Cookie", cookie).statusCode())
                .isBetween(302, 303);
        assertThat(client.get(path).statusCode()).isEqualTo(410);
        var max = client.signIn("max", Cast.PASSWORD);
        assertThat(client.get("/changes/feeds", "Cookie", max).body()).doesNotContain("id=\"filter\"");
    }
}
