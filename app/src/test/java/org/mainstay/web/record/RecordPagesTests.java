package org.mainstay.web.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.conversation.Comment;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The parts of a record's page that are asked for by themselves.
@MainstayTest
class RecordPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @Autowired
    Acts acts;

    private Client client;
    private Snapshot incident;
    private String path;

    @BeforeEach
    void thereIsAnIncident() {
        cast.everybody();
        client = new Client(port);
        var plan = Plan.of(Cause.CREATED);
        var created = plan.create(IncidentType.INCIDENT);
        created.values()
                .set(IncidentType.TITLE, "Read in parts")
                .set(IncidentType.CALLER, cast.max().id());
        assertInstanceOf(Saved.Done.class, store.save(cast.sam(), plan));
        incident = store.get(cast.sam(), IncidentType.INCIDENT, created.id()).orElseThrow();
        path = "/incidents/" + incident.number();
    }

    private void says(String text, boolean internal) {
        assertInstanceOf(
                Outcome.Done.class,
                acts.add(cast.sam(), IncidentType.INCIDENT, incident.id(), new Comment(text, internal)));
    }

    private String read(String who, String address) {
        var answer = client.get(address, "Cookie", client.signIn(who, Cast.PASSWORD), "HX-Request", "true");
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }

    private int status(String who, String address) {
        return client.get(address, "Cookie", client.signIn(who, Cast.PASSWORD), "HX-Request", "true")
                .statusCode();
    }

    private int set(String who, String attribute, Map<String, String> values) {
        var cookie = client.signIn(who, Cast.PASSWORD);
        var form = new HashMap<>(values);
        form.put("_csrf", client.csrf(cookie));
        return client.post(path + "/attributes/" + attribute, form, "Cookie", cookie, "HX-Request", "true")
                .statusCode();
    }

    @Test
    void partsOfATimelineAreReadByThemselves() {
        says("To everybody", false);
        says("Among us", true);

        assertThat(read("sam", path + "/timeline?show=conversation"))
                .contains("To everybody")
                .doesNotContain("Among us");
        assertThat(read("sam", path + "/timeline?show=notes"))
                .contains("Among us")
                .doesNotContain("To everybody");
        assertThat(read("sam", path + "/timeline?show=changes")).doesNotContain("Among us", "To everybody");
        assertThat(read("max", path + "/timeline?show=notes")).doesNotContain("Among us", "To everybody");
        assertThat(read("max", path)).contains("To everybody").doesNotContain("Among us", "show=notes");
    }

    @Test
    void aPermalinkLeadsToItsEntryOnWhateverPage() {
        says("The very first", false);
        says("Among us", true);
        var first = entry("conversation");
        var note = entry("notes");
        for (int i = 0; i < 60; i++) {
            says("Comment " + i, false);
        }

        assertThat(read("sam", path)).doesNotContain("The very first").contains("Comment 59");
        assertThat(read("sam", path + "?entry=" + first))
                .contains("The very first", "id=\"v" + first + "\"")
                .doesNotContain("Comment 0");
        // whoever may not read the entry is not told that it is there
        assertThat(read("max", path + "?entry=" + note)).contains("Comment 59").doesNotContain("Among us");
        assertThat(read("sam", path + "?entry=999999")).contains("Comment 59");
        assertThat(status("sam", path + "?entry=nonsense")).isEqualTo(400);
        assertThat(status("sam", path + "/timeline?before=nonsense")).isEqualTo(422);
    }

    /// The version of the only entry in a part of the timeline.
    private String entry(String part) {
        var id = Pattern.compile("id=\"v([0-9]+)\"").matcher(read("sam", path + "/timeline?show=" + part));
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    @Test
    void aValueIsReadAndChangedByItself() {
        var version = Long.toString(incident.version());

        assertThat(read("sam", path + "/attributes/impact")).contains("<select", "name=\"impact\"");
        assertThat(read("sam", path + "/attributes/impact?shown=true")).doesNotContain("<select");
        assertThat(read("sam", path + "/attributes/opened_by")).doesNotContain("<input");
        assertThat(read("sam", path + "/attributes/state")).contains("/actions/");
        assertThat(read("max", path + "/attributes/group")).doesNotContain("<input");
        assertThat(status("sam", path + "/attributes/nonsense")).isEqualTo(404);
        assertThat(status("olga", path + "/attributes/impact")).isEqualTo(404);

        assertThat(set("sam", "impact", Map.of("impact", "high", "version", version)))
                .isEqualTo(200);
        assertThat(set("sam", "impact", Map.of("impact", "low", "version", version)))
                .isEqualTo(409);
        assertThat(set("sam", "impact", Map.of("impact", "nonsense", "version", version)))
                .isEqualTo(422);
        assertThat(set("sam", "title", Map.of("title", "x".repeat(5_000), "version", version)))
                .isEqualTo(422);
        assertThat(set("sam", "state", Map.of("state", "closed", "version", version)))
                .isEqualTo(422);
        assertThat(set("sam", "impact", Map.of("impact", "low"))).isEqualTo(400);
        assertThat(set("sam", "impact", Map.of("impact", "low", "version", "many")))
                .isEqualTo(400);
        assertThat(set("max", "group", Map.of("group", "Service Desk", "version", version)))
                .isEqualTo(422);
        assertThat(set("olga", "impact", Map.of("impact", "low", "version", version)))
                .isEqualTo(404);
        assertThat(set("eve", "impact", Map.of("impact", "low", "version", version)))
                .isEqualTo(404);
        assertThat(store.get(cast.sam(), IncidentType.INCIDENT, incident.id())
                        .orElseThrow()
                        .get(IncidentType.IMPACT))
                .hasToString("HIGH");
    }

    @Test
    void whoSeesARecordIsToldToThoseWhoManagePeople() {
        assertThat(read("ada", path + "/access?person=eve"))
                .contains("does not see it")
                .contains("Max");
        assertThat(read("ada", path + "/access?person=nonsense")).contains("There is no such person");
        assertThat(status("sam", path + "/access")).isEqualTo(404);
        assertThat(status("max", path + "/access")).isEqualTo(404);
    }

    @Test
    void historyIsATableAndLeadsToThePast() {
        var created = incident.need(Header.CREATED_AT);
        assertThat(set("sam", "title", Map.of("title", "Now called so", "version", Long.toString(incident.version()))))
                .isEqualTo(200);

        assertThat(read("sam", path + "/history")).contains("Read in parts", "Now called so");
        assertThat(read("sam", path + "/history?at=" + created)).contains("<h1>Read in parts</h1>");
        assertThat(status("sam", path + "/history?at=2001-01-01T00:00:00Z")).isEqualTo(404);
        assertThat(status("sam", path + "/history?at=nonsense")).isEqualTo(422);
        assertThat(status("eve", path + "/history")).isEqualTo(404);
    }
}
