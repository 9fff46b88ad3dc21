package org.mainstay.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Lists of people who see incidents for several reasons at once.
@MainstayTest
class SeenListTests {

    @Autowired
    Desk desk;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @Test
    void eachIncidentIsListedOnceInEveryOrderAndAnyPage() {
        var made = new HashSet<UUID>();
        for (int i = 0; i < 7; i++) {
            // sam sees his own as caller, reporter, assignee and agent
            var own = desk.report(cast.sam(), "title", "mine " + i, "impact", i % 2 == 0 ? "high" : "low");
            made.add(desk.act(cast.sam(), own, "take").id());
            made.add(desk.report(cast.max(), "title", "of max " + i).id());
        }
        var foreign = desk.report(cast.tim(), "title", "elsewhere");
        // what names an agent and is not their organisation's, or is confidential and not their group's
        var elsewhere = desk.report(cast.ada(), "organisation", cast.two().toString(), "caller", "sam");
        var secret = desk.report(
                cast.ada(),
                "organisation",
                cast.one().toString(),
                "caller",
                "sam",
                "group",
                cast.network().toString(),
                "confidential",
                "true");
        made.addAll(List.of(elsewhere.id(), secret.id()));
        for (Order order : IncidentType.INCIDENT.orders()) {
            var whole = list(cast.sam(), order, 1_000);
            assertThat(whole).doesNotHaveDuplicates().containsAll(made).doesNotContain(foreign.id());
            assertThat(list(cast.sam(), order, 3)).isEqualTo(whole);
            assertThat(list(cast.ada(), order, 500).stream()
                            .filter(whole::contains)
                            .toList())
                    .isEqualTo(whole);
            assertThat(list(cast.max(), order, 2))
                    .doesNotHaveDuplicates()
                    .hasSameElementsAs(list(cast.max(), order, 900));
        }
    }

    private List<UUID> list(Actor actor, Order order, int limit) {
        var found = new ArrayList<UUID>();
        var query = Query.of(Filter.EVERYTHING).sorted(order).limit(limit);
        for (var page = store.list(actor, IncidentType.INCIDENT, query); ; ) {
            page.items().stream().map(Snapshot::id).forEach(found::add);
            if (page.next() == null) {
                return found;
            }
            page = store.list(actor, IncidentType.INCIDENT, query.after(page.next()));
        }
    }
}
