package org.mainstay.web.live;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.history.Committed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.OpenPages;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/// Knows which records are looked at on this node and wakes whoever waits when one of them changes, wherever
/// it was changed. However many look, a commit costs one statement for each record type among them.
final class Live {

    private final RecordStore store;
    private final RecordTypes types;
    private final OpenPages<Looked> pages = new OpenPages<>("live-pages");

    record Looked(String type, UUID id) {}

    Live(RecordStore store, RecordTypes types) {
        this.store = store;
        this.types = types;
    }

    /// A page of the record.
    ///
    /// @return empty where too much is looked at already
    Optional<OpenPages<Looked>.Page> at(RecordType<?> type, UUID record, Actor actor) {
        return pages.open(actor.id(), new Looked(type.code(), record));
    }

    /// The record is at this version now, as somebody read it.
    void knows(RecordType<?> type, UUID record, long version) {
        pages.tell(new Looked(type.code(), record), version);
    }

    @EventListener
    void on(ContextClosedEvent stopping) {
        pages.end();
    }

    /// Returns at once, because who says it wakes others, too.
    @EventListener
    void on(Committed committed) {
        pages.look(this::read);
    }

    private void read() {
        var byType = pages.subjects().stream()
                .collect(Collectors.groupingBy(Looked::type, Collectors.mapping(Looked::id, Collectors.toList())));
        byType.forEach((code, ids) -> {
            var query = Query.of(new Filter.Identity(ids))
                    .reading(List.of(Header.VERSION))
                    .limit(Query.MOST);
            store.list(Installation.ITSELF, types.need(code), query)
                    .items()
                    .forEach(it -> pages.tell(new Looked(code, it.id()), it.version()));
        });
    }
}
