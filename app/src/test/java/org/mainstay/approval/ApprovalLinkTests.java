package org.mainstay.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.approval.Office.place;
import static org.mainstay.approval.Office.step;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mainstay.approval.Approval.State;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Links in mails decide once and for nobody else.
@MainstayTest
class ApprovalLinkTests {

    @LocalServerPort
    int port;

    @Autowired
    Office office;

    @Autowired
    Cast cast;

    @Autowired
    Links links;

    @Autowired
    ApprovalQueries queries;

    @Autowired
    Mailing mailing;

    @Autowired
    Clock clock;

    @AfterEach
    void close() {
        office.close();
    }

    private Client client() {
        return new Client(port);
    }

    private Snapshot asked(String... approvers) {
        var place = place();
        office.policy(place, step(approvers));
        return office.requested(office.location(place, "amount=1200 EUR"));
    }

    private String link(Snapshot approval, String userName) {
        return links.path(office.letters(approval).get(cast.actor(userName).id()));
    }

    @Test
    void lookingShowsAndDecidesNothing() {
        var approval = asked("approvers", "person", "person", "nina");
        var link = link(approval, "nina");
        for (int i = 0; i < 3; i++) {
            var page = client().get(link);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Nina Castellanos", "1200.00 EUR", "Ada Moreau");
            assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        }
        assertThat(office.read(approval).get(ApprovalType.STATE)).isEqualTo(State.REQUESTED);
        assertThat(office.events(approval, Event.Opened.class)).hasSize(1);
    }

    @Test
    void aLinkDecidesOnce() {
        var approval = asked("approvers", "group", "group", cast.serviceDesk().toString(), "quorum", "all");
        var link = link(approval, "sam");
        assertThat(client().post(link, Map.of("decision", "approve", "reason", "Good."))
                        .statusCode())
                .isEqualTo(200);
        var again = client().post(link, Map.of("decision", "reject", "reason", "No."));
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("used already");
        assertThat(client().get(link).statusCode()).isEqualTo(410);
        var decided = office.events(approval, Event.Decided.class);
        assertThat(decided).hasSize(1);
        assertThat(decided.getFirst().byLink()).isTrue();
        assertThat(decided.getFirst().person()).isEqualTo(cast.sam().id());
        assertThat(office.read(approval).get(ApprovalType.STATE)).isEqualTo(State.REQUESTED);
    }

    @Test
    void whatIsSentTwiceAtOnceCountsOnce() throws Exception {
        for (int standing = 0; standing < 8; standing++) {
            var approval = asked("approvers", "person", "person", "nina");
            var link = link(approval, "nina");
            var start = new CyclicBarrier(4);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = IntStream.range(0, 4)
                        .mapToObj(i -> threads.submit(() -> {
                            start.await();
                            return i == 0
                                    ? office.tryAct(cast.nina(), approval, "reject", "why", "No.")
                                                    .getClass()
                                            == Outcome.Done.class
                                    : client().post(link, Map.of("decision", "approve"))
                                                    .statusCode()
                                            == 200;
                        }))
                        .toList();
                int done = 0;
                for (var answer : answers) {
                    done += answer.get() ? 1 : 0;
                }
                assertThat(done).isEqualTo(1);
            }
            assertThat(office.events(approval, Event.Decided.class)).hasSize(1);
        }
    }

    @Test
    void aForgedLinkIsNone() {
        var approval = asked("approvers", "person", "person", "nina");
        var link = link(approval, "nina");
        var last = link.charAt(link.length() - 1);
        var forged = List.of(
                link.substring(0, link.length() - 1) + (last == 'A' ? 'B' : 'A'),
                "/approve/" + "A".repeat(64),
                "/approve/x",
                "/approve/" + links.path(UUID.randomUUID()).substring(9, 31) + link.substring(31),
                links.path(Plan.newId()));
        for (String path : forged) {
            assertThat(client().get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(client().post(path, Map.of("decision", "approve")).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(office.read(approval).get(ApprovalType.STATE)).isEqualTo(State.REQUESTED);
    }

    @Test
    void rejectingNeedsAReasonAndKeepsWhatWasTyped() {
        var approval = asked("approvers", "person", "person", "nina");
        var link = link(approval, "nina");
        assertThat(client().post(link, Map.of("decision", "reject")).statusCode())
                .isEqualTo(422);
        assertThat(client().post(link, Map.of()).statusCode()).isEqualTo(422);
        assertThat(client().post(link, Map.of("decision", "eat", "reason", "typed"))
                        .body())
                .contains("typed");
        assertThat(client().post(link, Map.of("decision", "reject", "reason", "Too far."))
                        .body())
                .contains("Rejected");
        assertThat(office.read(approval).get(ApprovalType.REASON)).isEqualTo("Too far.");
    }

    @Test
    void whatIsOverOrDelegatedIsNotDecidedByLink() {
        var over = asked("approvers", "person", "person", "nina");
        var link = link(over, "nina");
        office.act(cast.ada(), over, "withdraw");
        assertThat(client().post(link, Map.of("decision", "approve")).statusCode())
                .isEqualTo(410);
        var given = asked("approvers", "person", "person", "nina");
        var old = link(given, "nina");
        office.act(cast.nina(), given, "delegate", "to", "carl");
        assertThat(client().post(old, Map.of("decision", "approve")).statusCode())
                .isEqualTo(410);
        HttpResponse<String> by = client().post(link(given, "carl"), Map.of("decision", "approve"));
        assertThat(by.statusCode()).isEqualTo(200);
        assertThat(office.read(given).get(ApprovalType.DECIDED_FOR))
                .isEqualTo(cast.nina().id());
    }

    @Test
    void anotherSiteDecidesNothing() {
        var approval = asked("approvers", "person", "person", "nina");
        var link = link(approval, "nina");
        assertThat(client().post(link, Map.of("decision", "approve"), "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(office.read(approval).get(ApprovalType.STATE)).isEqualTo(State.REQUESTED);
    }

    @Test
    void lettersLeaveTheOutboxOnce() {
        var approval = asked("approvers", "person", "person", "nina");
        assertThat(queries.unsent(1_000).stream().anyMatch(it -> it.approval().equals(approval.id())))
                .isTrue();
        while (mailing.run()) {}
        assertThat(queries.unsent(1_000).stream().anyMatch(it -> it.approval().equals(approval.id())))
                .isFalse();
        assertThat(clock.instant().plus(Duration.ofDays(29)))
                .isBefore(office.letter(approval).expiresAt());
    }
}
