package org.mainstay.conversation;

import static org.mainstay.db.conversation.Tables.WATCHER;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.PartWriter;
import org.mainstay.kernel.store.RecordStore;

/// Everybody may watch what they see; making others watch is for those who work on the record.
final class WatchWriter implements PartWriter<Watch> {

    private final Supplier<RecordStore> store;

    WatchWriter(Supplier<RecordStore> store) {
        this.store = store;
    }

    @Override
    public Class<Watch> part() {
        return Watch.class;
    }

    @Override
    public Decision permits(Watch part, Snapshot subject, Actor actor) {
        return permits(part.person(), subject, actor);
    }

    static Decision permits(UUID person, Snapshot subject, Actor actor) {
        if (person.equals(actor.id())) {
            return Decision.allowed("conversation.access.visible");
        }
        return Histories.works(actor, subject)
                ? Decision.allowed("conversation.access.works")
                : Decision.denied("conversation.access.other_watcher");
    }

    @Override
    public List<Problem> problems(Watch part, UUID record, Actor actor) {
        var label = store.get().labelsOfVisible(actor, Set.of(part.person())).get(part.person());
        return label != null && label.type().equals("person")
                ? List.of()
                : List.of(new Problem(
                        "person", Problem.of("conversation.watch.unknown").reason()));
    }

    @Override
    public List<RowCountQuery> statements(Watch part, UUID record, long version, Instant at, UUID by) {
        return List.of(DSL.insertInto(WATCHER)
                .set(WATCHER.RECORD, record)
                .set(WATCHER.PERSON, part.person())
                .set(WATCHER.BY, by)
                .set(WATCHER.AT, at)
                .onConflictDoNothing());
    }

    @Override
    public List<RowCountQuery> purge(Collection<UUID> records) {
        return List.of(
                DSL.deleteFrom(WATCHER).where(WATCHER.RECORD.in(records)),
                DSL.deleteFrom(WATCHER).where(WATCHER.PERSON.in(records)));
    }
}
