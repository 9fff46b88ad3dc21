package org.mainstay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Who keeps which views, who sees them, and what they may say.
@MainstayTest
class SavedViewTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Acts acts;

    @Autowired
    RecordStore store;

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
    }

    private Outcome keep(Actor who, String... values) {
        var all = new HashMap<String, String>(Map.of("name", "View " + UUID.randomUUID(), "collection", "incidents"));
        for (int i = 0; i < values.length; i += 2) {
            all.put(values[i], values[i + 1]);
        }
        return acts.create(who, SavedViewType.SAVED_VIEW, Input.texts(all), List.of(), false);
    }

    private static Snapshot kept(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).record();
    }

    private boolean sees(Actor who, Snapshot view) {
        return store.get(who, SavedViewType.SAVED_VIEW, view.id()).isPresent();
    }

    @Test
    void aPrivateViewIsSeenByItsOwnerAndAdministrators() {
        var view = kept(keep(cast.sam(), "filter", "assignee:me"));
        assertThat(view.get(SavedViewType.OWNER)).isEqualTo(cast.sam().id());
        assertThat(sees(cast.sam(), view)).isTrue();
        assertThat(sees(cast.ada(), view)).isTrue();
        assertThat(sees(cast.nina(), view)).isFalse();
        assertThat(sees(cast.olga(), view)).isFalse();
    }

    @Test
    void aViewOfAGroupIsSeenByItsMembersAndChangedByItsOwner() {
        var network = cast.network().toString();
        assertThat(keep(cast.sam(), "audience", "group", "group", network)).isInstanceOf(Outcome.Refused.class);
        assertThat(keep(cast.nina(), "audience", "group")).isInstanceOf(Outcome.Refused.class);
        var view = kept(keep(cast.nina(), "audience", "group", "group", network));
        assertThat(sees(cast.mia(), view))
                .as("a member")
                .isEqualTo(cast.mia().groups().contains(cast.network()));
        assertThat(sees(cast.sam(), view)).isFalse();
        assertThat(sees(cast.olga(), view)).isFalse();
    }

    @Test
    void onlyAdministratorsShareWithEveryone() {
        assertThat(keep(cast.sam(), "audience", "everyone")).isInstanceOf(Outcome.Refused.class);
        var own = kept(keep(cast.sam()));
        var edit = acts.edit(
                cast.sam(),
                SavedViewType.SAVED_VIEW,
                own.id(),
                Input.texts(Map.of("audience", "everyone")),
                null,
                false);
        assertThat(edit).isInstanceOf(Outcome.Refused.class);
        var view = kept(keep(cast.ada(), "audience", "everyone"));
        assertThat(sees(cast.max(), view)).isTrue();
        var others = acts.edit(
                cast.sam(), SavedViewType.SAVED_VIEW, view.id(), Input.texts(Map.of("name", "Mine")), null, false);
        assertThat(others).isInstanceOf(Outcome.Denied.class);
    }

    @Test
    void aViewSaysWhatItsListCanShow() {
        assertThat(keep(cast.sam(), "collection", "nowhere")).isInstanceOf(Outcome.Refused.class);
        assertThat(keep(cast.sam(), "filter", "stte:new")).isInstanceOf(Outcome.Refused.class);
        assertThat(keep(cast.sam(), "sort", "resolution")).isInstanceOf(Outcome.Refused.class);
        assertThat(keep(cast.sam(), "columns", "title,nothing")).isInstanceOf(Outcome.Refused.class);
        assertThat(keep(cast.sam(), "group_by", "nothing")).isInstanceOf(Outcome.Refused.class);
        kept(keep(cast.sam(), "filter", "created_by:system"));
        kept(keep(cast.sam(), "columns", "title, state", "sort", "-opened_at", "group_by", "state"));
    }

    @Test
    void anAddressThatNamesAForeignViewShowsTheWholeList() {
        var view = kept(keep(cast.sam(), "name", "Secret heron", "filter", "state:closed"));
        var client = new Client(port);
        var cookie = client.signIn("nina", Cast.PASSWORD);
        var page =
                client.get("/incidents?view=" + view.number(), "Cookie", cookie).body();
        assertThat(page).doesNotContain("Secret heron").doesNotContain("state:closed");
    }

    @Test
    void aListIsAskedForInAnyWayWithoutAFault() {
        var client = new Client(port);
        var cookie = client.signIn("sam", Cast.PASSWORD);
        for (var query : List.of(
                "columns=nothing&columns=title,state,,state",
                "group=nothing",
                "group=description",
                "group=state&filter=stte:new",
                "view=SVW9999999&sort=x",
                "columns=" + "title,".repeat(300),
                "filter=" + encode("\u0000 <script>"),
                "filter=" + encode("(state:new or state:closed) priority<=2 \"a b\" -assignee:empty"))) {
            for (var below : List.of("", "/tabs", "/groups", "/condition", "/condition?at=0")) {
                var path = "/incidents" + below + (below.contains("?") ? "&" : "?") + query;
                assertThat(client.get(path, "Cookie", cookie).statusCode())
                        .as(path)
                        .isLessThan(500);
            }
        }
        assertThat(client.get("/incidents/condition?at=-5&attribute=state", "Cookie", cookie)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get("/incidents/condition/apply?at=99999999999&attribute=state", "Cookie", cookie)
                        .statusCode())
                .isEqualTo(400);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
