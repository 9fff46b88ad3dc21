package org.mainstay.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.conversation.Comment;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.Unwatch;
import org.mainstay.conversation.Watch;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.history.Committed;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.history.Feed;
import org.mainstay.kernel.history.FeedConsumer;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.notification.Notification.Sort;
import org.mainstay.people.GroupType;
import org.mainstay.people.ShippedRole;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Who is told what of a record, and who is not.
@MainstayTest
class NotificationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    Cast cast;

    @Autowired
    Acts acts;

    @Autowired
    RecordStore store;

    @Autowired
    Feed feed;

    @Autowired
    FeedConsumer notifying;

    @Autowired
    Notifications notifications;

    @Autowired
    NotificationQueries queries;

    @Autowired
    Addresses addresses;

    @Autowired
    Entries history;

    @Autowired
    Conversations conversations;

    private Actor.Person sam;
    private Actor.Person nina;
    private Actor.Person max;

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
        sam = cast.sam();
        nina = cast.nina();
        max = cast.max();
    }

    @Test
    void whoIsMentionedIsToldAndWhoMentionedThemIsNot() {
        var incident = reported();
        comment(sam, incident, "Over to you, @nina and @sam. What about @nobody.there?");
        assertThat(told(nina, incident)).containsExactly("mentioned");
        assertThat(told(sam, incident)).isEmpty();
    }

    @Test
    void whoeverGetsARecordToWorkOnIsToldUnlessTheyTookIt() {
        var incident = reported();
        act(sam, incident, "assign", "assignee", "nina", "group", group(cast.network()));
        assertThat(told(nina, incident)).containsExactly("assigned");
        var taken = reported();
        act(nina, taken, "take");
        assertThat(told(nina, taken)).isEmpty();
    }

    @Test
    void theMembersOfAGroupAreToldWhileNobodyWorksOnIt() {
        var incident = reported();
        act(sam, incident, "assign", "group", group(cast.network()));
        assertThat(told(nina, incident)).containsExactly("group_assigned");
        assertThat(told(cast.otto(), incident)).isEmpty();
    }

    @Test
    void thoseWhomItConcernsHearOfCommentsAndStates() {
        var incident = reported();
        var watching = cast.newcomer(ShippedRole.AGENT);
        done(acts.add(sam, IncidentType.INCIDENT, incident.id(), new Watch(watching.id())));
        comment(sam, incident, "Have you tried turning it off?");
        act(sam, incident, "take");
        act(sam, incident, "start");
        assertThat(told(max, incident)).startsWith("changed").contains("replied");
        assertThat(told(watching, incident)).startsWith("changed").contains("replied");
        comment(max, incident, "Yes, twice.");
        assertThat(told(sam, incident)).containsExactly("replied");
        assertThat(told(cast.eve(), incident)).isEmpty();
    }

    @Test
    void aWorkNoteIsNewsOnlyToThoseWhoMayReadIt() {
        var incident = reported();
        act(sam, incident, "take");
        done(acts.add(nina, IncidentType.INCIDENT, incident.id(), new Comment("@max must not know", true)));
        assertThat(told(sam, incident)).containsExactly("replied");
        assertThat(told(max, incident)).doesNotContain("mentioned", "replied");
    }

    @Test
    void somebodyOfAnotherOrganisationIsNotToldOfWhatTheyDoNotSee() {
        var incident = reported();
        comment(sam, incident, "@olga @tim @eve have a look");
        assertThat(told(cast.olga(), incident)).isEmpty();
        assertThat(told(cast.tim(), incident)).isEmpty();
        assertThat(told(cast.eve(), incident)).isEmpty();
    }

    @Test
    void whatOneDoesNotSeeAnyMoreIsNotShownAny() {
        var incident = reported();
        var watching = cast.newcomer();
        done(acts.add(sam, IncidentType.INCIDENT, incident.id(), new Watch(watching.id())));
        comment(sam, incident, "@" + cast.userName(watching) + " hello");
        assertThat(told(watching, incident)).containsExactly("mentioned");
        var id = notifications
                .of(watching, true, null, 10)
                .items()
                .getFirst()
                .notification()
                .id();
        done(acts.add(sam, IncidentType.INCIDENT, incident.id(), new Unwatch(watching.id())));
        assertThat(notifications.of(watching, false, null, 10).items()).isEmpty();
        assertThat(notifications.unread(watching)).isZero();
        assertThat(notifications.one(watching, id)).isEmpty();
    }

    @Test
    void whatIsImportedIsNoNews() {
        var incident = reported();
        var plan = new Plan(new Cause(Cause.Sort.IMPORT, "log", null), Plan.newId(), null, true, new ArrayList<>());
        plan.edit(store.get(cast.system(), IncidentType.INCIDENT, incident.id()).orElseThrow())
                .set(IncidentType.ASSIGNEE, nina.id());
        assertThat(store.save(cast.system(), plan)).isInstanceOf(Saved.Done.class);
        assertThat(told(nina, incident)).isEmpty();
    }

    @Test
    void nobodyHearsWhatTheyDoNotWantToHearOf() {
        var somebody = cast.newcomer(ShippedRole.AGENT);
        notifications.mute(somebody, EnumSet.of(Sort.MENTIONED));
        var incident = reported();
        comment(sam, incident, "@" + cast.userName(somebody));
        assertThat(told(somebody, incident)).isEmpty();
        done(acts.add(sam, IncidentType.INCIDENT, incident.id(), new Watch(somebody.id())));
        comment(sam, incident, "@" + cast.userName(somebody) + ", who hears of replies all the same");
        assertThat(told(somebody, incident)).containsExactly("replied");
        notifications.mute(somebody, Set.of());
        assertThat(notifications.muted(somebody)).isEmpty();
    }

    @Test
    void aGreatGroupIsToldWithinBounds() {
        var recipients = new Recipients(store, conversations, new Concerns(List.of(concern())), List.of(), 2);
        var members = cast.newcomer(ShippedRole.AGENT).id();
        var group = newGroup(members, sam.id(), nina.id());
        var incident = reported();
        act(sam, incident, "assign", "group", group(group));
        var now = store.get(cast.system(), IncidentType.INCIDENT, incident.id()).orElseThrow();
        var due = recipients
                .of(List.of(entries(incident).getLast()), Map.of(now.id(), now))
                .getFirst();
        assertThat(due.recipients().size()).isBetween(1, 2);
    }

    @Test
    void eachRowIsToldOnceHoweverOftenItIsHeard() {
        var incident = reported();
        comment(sam, incident, "@nina");
        assertThat(told(nina, incident)).hasSize(1);
        notifying.accept(entries(incident));
        assertThat(told(nina, incident)).hasSize(1);
    }

    @Test
    void readIsReadUntilSomethingNewComes() {
        var incident = reported();
        comment(sam, incident, "@nina one");
        comment(sam, incident, "@nina two");
        assertThat(told(nina, incident)).hasSize(2);
        notifications.read(nina, incident.id(), notifications.newest(nina));
        assertThat(unread(nina, incident)).isZero();
        comment(sam, incident, "@nina three");
        assertThat(told(nina, incident)).hasSize(3);
        assertThat(unread(nina, incident)).isEqualTo(1);
        notifications.readAll(nina, notifications.newest(nina));
        assertThat(notifications.unread(nina)).isZero();
    }

    @Test
    void whatOneMayNotReadIsNotInTheWayOfWhatOneMay() {
        var somebody = cast.newcomer();
        var incident = reported();
        done(acts.add(sam, IncidentType.INCIDENT, incident.id(), new Watch(somebody.id())));
        comment(sam, incident, "Hello");
        assertThat(told(somebody, incident)).containsExactly("replied");
        var hidden = reported();
        queries.add(Map.of(
                somebody.id(),
                IntStream.range(1, 250).mapToObj(it -> changed(hidden, it)).toList()));
        assertThat(notifications.of(somebody, true, null, 5).next()).isPositive();
        var page = notifications.of(somebody, true, null, 50);
        assertThat(page.items()).hasSize(1);
        assertThat(page.next()).isZero();
        assertThat(notifications.unread(somebody)).isEqualTo(1);
        assertThat(queries.of(somebody.id(), true, Long.MAX_VALUE, 1_000)).hasSize(1);
    }

    private Notification changed(Snapshot incident, long version) {
        return new Notification(
                Plan.newId(),
                0,
                incident.id(),
                "incident",
                version,
                Sort.CHANGED,
                sam.id(),
                incident.need(Header.UPDATED_AT),
                false,
                null,
                "resolved",
                false);
    }

    @Test
    void thoseWhoAskAreLedToWhereTheyFollowIt() {
        var incident = reported();
        var number = incident.number();
        assertThat(addresses.of(incident, max)).isEqualTo("/portal/incidents/" + number);
        assertThat(addresses.of(incident, cast.newcomer())).isEqualTo("/incidents/" + number);
        assertThat(addresses.of(incident, sam)).isEqualTo("/incidents/" + number);
    }

    @Test
    void whicheverWayARecordIsLookedAtItIsThatRecord() {
        var incident = reported();
        for (String address : List.of(
                "http://localhost:8080/incidents/" + incident.number() + "?show=notes#v3",
                "https://desk.example/portal/incidents/" + incident.number(),
                "/incidents/" + incident.id(),
                "/incidents/" + incident.number().toLowerCase(Locale.ROOT))) {
            assertThat(addresses.record(address, max).map(Snapshot::id))
                    .as(address)
                    .contains(incident.id());
            assertThat(addresses.record(address, cast.eve())).as(address).isEmpty();
        }
        for (String address :
                List.of("", "/", "/incidents", "/incidents/", "/incidents/%zz", "/incidents/%00", "/x/y")) {
            assertThat(addresses.record(address, max)).as(address).isEmpty();
        }
    }

    @Test
    void theFirstNewsAfterTheStartIsHeardByAllWhoWait() throws InterruptedException {
        heard();
        var bells = new Bells(queries);
        try (var ninas = bells.of(nina.id()).orElseThrow();
                var sams = bells.of(sam.id()).orElseThrow()) {
            bells.tell(nina.id());
            bells.tell(sam.id());
            long before = queries.newest();
            comment(max, reported(), "@nina and @sam, please");
            heard();
            bells.on(new Committed());
            assertThat(ninas.newer(before, PATIENCE)).isPresent();
            assertThat(sams.newer(before, PATIENCE)).isPresent();
        }
    }

    private static Concern concern() {
        return new Concern(
                "incident",
                IncidentType.ASSIGNEE,
                IncidentType.GROUP,
                List.of(IncidentType.CALLER),
                IncidentType.STATE);
    }

    private List<Entry> entries(Snapshot incident) {
        return history.of(incident.id());
    }

    private long unread(Actor actor, Snapshot incident) {
        return notifications.of(actor, true, null, 200).items().stream()
                .filter(it -> it.record().id().equals(incident.id()))
                .count();
    }

    /// What the person was told of the record, newest first, once the feed has told everything.
    private List<String> told(Actor actor, Snapshot incident) {
        heard();
        return notifications.of(actor, false, null, 200).items().stream()
                .filter(it -> it.record().id().equals(incident.id()))
                .map(it -> Codes.of(it.notification().sort()))
                .toList();
    }

    /// Waits until a comment made now was told of, and with it everything before.
    private void heard() {
        var mark = reported();
        comment(sam, mark, "@mia");
        await().until(() -> {
            feed.advance(notifying);
            return notifications.of(cast.mia(), true, null, 200).items().stream()
                    .anyMatch(it -> it.record().id().equals(mark.id()));
        });
    }

    private Snapshot reported() {
        return done(acts.create(
                cast.max(), IncidentType.INCIDENT, Input.texts(Map.of("title", "Nobody can print")), List.of(), false));
    }

    private UUID newGroup(UUID... members) {
        var plan = Plan.of(Cause.CREATED);
        var group = plan.create(GroupType.GROUP);
        group.values()
                .set(GroupType.NAME, "Crowd " + Plan.newId())
                .set(GroupType.MEMBERS, Set.copyOf(Arrays.asList(members)));
        assertThat(store.save(cast.system(), plan)).isInstanceOf(Saved.Done.class);
        return group.id();
    }

    private String group(UUID id) {
        return id.toString();
    }

    private void comment(Actor actor, Snapshot incident, String text) {
        done(acts.add(actor, IncidentType.INCIDENT, incident.id(), new Comment(text, false)));
    }

    private void act(Actor actor, Snapshot incident, String action, String... answers) {
        var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < answers.length; i += 2) {
            texts.put(answers[i], answers[i + 1]);
        }
        done(acts.act(actor, IncidentType.INCIDENT, incident.id(), action, Input.texts(texts), null, false));
    }

    private static Snapshot done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).record();
    }
}
