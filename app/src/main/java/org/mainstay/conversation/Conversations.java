package org.mainstay.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.ConversationQueries.End;
import org.mainstay.conversation.ConversationQueries.Position;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Cursors;
import org.mainstay.kernel.store.RecordStore;

/// Reads what hangs on a record, as an actor who sees it: a [Snapshot] that the store gave to this actor
/// is the proof. To write, add a [Comment], [Attach], [Unattach], [Link], [Unlink], [Watch] or [Unwatch]
/// to a plan, or to a record by `Acts.add`.
public final class Conversations {

    private final ConversationQueries queries;
    private final Supplier<RecordStore> store;
    private final Blobs blobs;
    private final Cursors cursors;

    Conversations(ConversationQueries queries, Supplier<RecordStore> store, Blobs blobs, Cursors cursors) {
        this.queries = queries;
        this.store = store;
        this.blobs = blobs;
        this.cursors = cursors;
    }

    /// Oldest first; work notes only for those who work on the record.
    ///
    /// @throws org.mainstay.kernel.store.BadQuery for a cursor that is none
    public Slice<PostedComment> comments(Actor actor, Snapshot record, int limit, @Nullable String cursor) {
        var scope = actor.id() + "|comments|" + record.id();
        var after = cursor == null ? null : position(cursors.open(scope, cursor, 2));
        var rows = queries.comments(record.id(), Histories.works(actor, record), after, limit + 1);
        if (rows.size() <= limit) {
            return new Slice<>(rows, null);
        }
        var page = rows.subList(0, limit);
        var last = page.getLast();
        return new Slice<>(
                page,
                cursors.seal(scope, List.of(last.at().toString(), last.id().toString())));
    }

    private static Position position(List<@Nullable String> sealed) {
        return new Position(
                Instant.parse(String.valueOf(sealed.getFirst())), UUID.fromString(String.valueOf(sealed.getLast())));
    }

    public Optional<PostedComment> comment(Actor actor, Snapshot record, UUID id) {
        return queries.comment(record.id(), id, Histories.works(actor, record));
    }

    /// Single comments on any of the records, by id; work notes only for those who work on theirs.
    public Map<UUID, PostedComment> comments(Actor actor, Collection<Snapshot> records, Set<UUID> ids) {
        var works = new HashMap<UUID, Boolean>();
        records.forEach(it -> works.put(it.id(), Histories.works(actor, it)));
        var comments = new HashMap<UUID, PostedComment>();
        if (!ids.isEmpty()) {
            queries.comments(ids).forEach(it -> {
                var working = works.get(it.record());
                if (working != null && (working || !it.internal())) {
                    comments.put(it.id(), it);
                }
            });
        }
        return comments;
    }

    /// Oldest first, without removed ones.
    public List<Attachment> attachments(Actor actor, Snapshot record) {
        return queries.attachments(record.id(), Histories.works(actor, record));
    }

    public Optional<Attachment> attachment(Actor actor, Snapshot record, UUID id) {
        return queries.attachment(record.id(), id, Histories.works(actor, record));
    }

    public Optional<AttachmentContent> content(Actor actor, Snapshot record, UUID id) {
        var internal = Histories.works(actor, record);
        return queries.attachment(record.id(), id, internal)
                .flatMap(attachment -> queries.blob(record.id(), id, internal)
                        .map(blob -> new AttachmentContent(attachment, blob, blobs)));
    }

    /// From both sides, oldest first; only those to records the actor sees.
    public List<RecordLink> links(Actor actor, Snapshot record) {
        return visible(actor, queries.links(record.id()));
    }

    public Optional<RecordLink> link(Actor actor, Snapshot record, UUID id) {
        return visible(actor, queries.link(record.id(), id).stream().toList()).stream()
                .findFirst();
    }

    private List<RecordLink> visible(Actor actor, List<End> ends) {
        var others = new HashSet<UUID>();
        ends.forEach(it -> others.add(it.other()));
        var labels = store.get().labelsOf(actor, others);
        var links = new ArrayList<RecordLink>();
        for (End end : ends) {
            var label = labels.get(end.other());
            if (label != null) {
                links.add(new RecordLink(end.id(), end.type(), label, end.by(), end.at()));
            }
        }
        return links;
    }

    /// In the order they began to watch.
    public List<Watcher> watchers(Actor actor, Snapshot record) {
        return queries.watchers(record.id());
    }

    /// Who watches each of the records.
    ///
    /// @param most of a record, those who began first
    public Map<UUID, List<UUID>> watchers(Actor actor, Collection<Snapshot> records, int most) {
        return queries.watchers(records.stream().map(Snapshot::id).toList(), most);
    }

    /// Gives up the content of files that were taken off their record before the instant; the blobs'
    /// sweep frees it.
    ///
    /// @return how many
    public int release(Instant removedBefore) {
        return queries.release(removedBefore);
    }
}
