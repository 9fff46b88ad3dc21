package org.mainstay.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.Request.State;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What happens by itself as time goes by.
@MainstayTest
class UpkeepTests {

    @LocalServerPort
    int port;

    @Autowired
    RecordStore store;

    @Autowired
    Course course;

    @Autowired
    Upkeep upkeep;

    @Autowired
    Cast cast;

    @Autowired
    Clock clock;

    @Test
    void whatWasDeliveredLongEnoughAgoCloses() {
        cast.everybody();
        var shop = new Shop(new Api(port, "ada"));
        var item = read(CatalogItemType.CATALOG_ITEM, shop.draft("Clock", "")).id();
        var old = delivered(item, 8);
        var young = delivered(item, 6);
        upkeep.close();
        assertThat(state(old)).isEqualTo(List.of(State.CLOSED, State.CLOSED, State.CANCELLED));
        assertThat(state(young)).isEqualTo(List.of(State.FULFILLED, State.FULFILLED, State.CANCELLED));
        assertThat(store.get(cast.system(), RequestType.REQUEST, old)
                        .orElseThrow()
                        .get(Header.UPDATED_BY))
                .isEqualTo(Upkeep.MACHINE);
    }

    /// One item delivered, another one cancelled.
    private UUID delivered(UUID catalogItem, int daysAgo) {
        var plan = Plan.of(Cause.CREATED).at(clock.instant().minus(Duration.ofDays(daysAgo)));
        var request = plan.create(RequestType.REQUEST);
        request.values()
                .set(RequestType.TITLE, "Clocks")
                .set(RequestType.REQUESTER, cast.max().id())
                .set(RequestType.STATE, State.FULFILLED);
        for (var state : List.of(State.FULFILLED, State.CANCELLED)) {
            plan.create(RequestItemType.REQUEST_ITEM)
                    .values()
                    .set(RequestItemType.TITLE, "Clock")
                    .set(RequestItemType.REQUEST, request.id())
                    .set(RequestItemType.ITEM, catalogItem)
                    .set(RequestItemType.STATE, state);
        }
        assertThat(store.save(cast.system(), plan)).isInstanceOf(Saved.Done.class);
        return request.id();
    }

    private List<State> state(UUID request) {
        var states = new ArrayList<State>();
        states.add(store.get(cast.system(), RequestType.REQUEST, request)
                .orElseThrow()
                .need(RequestType.STATE));
        course.items(request).stream()
                .sorted((a, b) -> a.number().compareTo(b.number()))
                .forEach(it -> states.add(it.need(RequestItemType.STATE)));
        return states;
    }

    private Snapshot read(RecordType<?> type, String number) {
        return store.find(cast.system(), type, number).orElseThrow();
    }
}
