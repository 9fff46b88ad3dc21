package org.mainstay.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.PostedComment;
import org.mainstay.incident.Incident.HoldReason;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

/// What happens by itself as time goes by.
@MainstayTest
class ClockworkTests {

    @Autowired
    Desk desk;

    @Autowired
    Cast cast;

    @Autowired
    AutoClose autoClose;

    @Autowired
    Reminders reminders;

    @Autowired
    Conversations conversations;

    @Autowired
    Clock clock;

    @Test
    void whatIsResolvedLongEnoughCloses() {
        var old = resolved(daysAgo(6));
        var young = resolved(daysAgo(4));
        assertThat(autoClose.run()).isPositive();
        assertThat(desk.read(cast.system(), old).get(IncidentType.STATE)).isEqualTo(State.CLOSED);
        assertThat(desk.read(cast.system(), old).get(Header.UPDATED_BY)).isEqualTo(AutoClose.MACHINE);
        assertThat(desk.read(cast.system(), young).get(IncidentType.STATE)).isEqualTo(State.RESOLVED);
    }

    @Test
    void whoIsWaitedForIsRemindedTwice() {
        var fresh = waiting(daysAgo(2));
        var once = waiting(daysAgo(4));
        var twice = waiting(daysAgo(7));
        reminders.run();
        assertThat(comments(fresh)).isEmpty();
        assertThat(comments(once)).hasSize(1);
        assertThat(comments(twice)).hasSize(1);
        reminders.run();
        assertThat(comments(once)).hasSize(1);
        assertThat(comments(twice)).hasSize(2).allSatisfy(it -> {
            assertThat(it.internal()).isFalse();
            assertThat(it.by()).isEqualTo(Reminders.MACHINE);
        });
        reminders.run();
        assertThat(comments(twice)).hasSize(2);
        assertThat(desk.read(cast.system(), twice).get(IncidentType.STATE)).isEqualTo(State.ON_HOLD);
        assertThat(desk.read(cast.system(), twice).get(IncidentType.FIRST_RESPONSE_AT))
                .isNull();
    }

    private Instant daysAgo(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    private Snapshot resolved(Instant at) {
        var incident = desk.reported(cast.system(), at.minusSeconds(60), new Values());
        return desk.write(
                cast.system(),
                at,
                incident,
                it -> it.set(IncidentType.STATE, State.RESOLVED)
                        .set(IncidentType.RESOLUTION_CODE, "fixed")
                        .set(IncidentType.RESOLUTION, "Poured water."));
    }

    private Snapshot waiting(Instant at) {
        var incident = desk.reported(
                cast.system(),
                at.minusSeconds(60),
                new Values().set(IncidentType.CALLER, cast.max().id()));
        return desk.write(
                cast.system(),
                at,
                incident,
                it -> it.set(IncidentType.STATE, State.ON_HOLD)
                        .set(IncidentType.HOLD_REASON, HoldReason.AWAITING_CALLER));
    }

    private List<PostedComment> comments(Snapshot incident) {
        return conversations.comments(cast.system(), incident, 50, null).items();
    }
}
