package org.mainstay.problem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Attachment;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.PostedComment;
import org.mainstay.conversation.Timeline;
import org.mainstay.conversation.Timelines;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;

/// What evidence leads to, as far as a reader sees it: of what they do not see, neither what it is nor the note on it
/// is told.
final class Exhibits {

    private final EvidenceQueries queries;
    private final Supplier<RecordStore> store;
    private final Supplier<RecordTypes> types;
    private final Supplier<Conversations> conversations;
    private final Supplier<Timelines> timelines;

    Exhibits(
            EvidenceQueries queries,
            Supplier<RecordStore> store,
            Supplier<RecordTypes> types,
            Supplier<Conversations> conversations,
            Supplier<Timelines> timelines) {
        this.queries = queries;
        this.store = store;
        this.types = types;
        this.conversations = conversations;
        this.timelines = timelines;
    }

    /// By cause, oldest first.
    ///
    /// @param causes as the actor sees them
    Map<UUID, List<Exhibit>> of(Actor actor, Collection<Snapshot> causes) {
        if (causes.isEmpty()) {
            return Map.of();
        }
        return of(actor, queries.of(causes.stream().map(Snapshot::id).toList())).stream()
                .collect(Collectors.groupingBy(it -> it.evidence().cause(), LinkedHashMap::new, Collectors.toList()));
    }

    boolean sees(Actor actor, Evidence.Source source) {
        var one = new Evidence(actor.id(), actor.id(), source, null, actor.id(), Instant.EPOCH);
        return of(actor, List.of(one)).stream().noneMatch(Exhibit::hidden);
    }

    private List<Exhibit> of(Actor actor, List<Evidence> all) {
        var records = new HashSet<UUID>();
        var within = new HashSet<UUID>();
        all.forEach(it -> {
            var record = it.source().record();
            if (record != null) {
                records.add(record);
                if (it.source().sort() != Evidence.Sort.RECORD) {
                    within.add(record);
                }
            }
        });
        var labels = store.get().labelsOfVisible(actor, records);
        var people = store.get().labelsOf(actor, all.stream().map(Evidence::by).collect(Collectors.toSet()));
        var inside = new Inside(actor, whole(actor, within, labels), all);
        var exhibits = all.stream()
                .map(it -> exhibit(it, labels, people.get(it.by()), inside))
                .toList();
        var names = store.get()
                .labelsOf(
                        actor,
                        exhibits.stream()
                                .map(Exhibits::who)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
        return exhibits.stream()
                .map(it -> {
                    var who = who(it);
                    return who == null ? it : it.by(names.get(who));
                })
                .toList();
    }

    private static @Nullable UUID who(Exhibit exhibit) {
        if (exhibit.comment() != null) {
            return exhibit.comment().by();
        }
        if (exhibit.attachment() != null) {
            return exhibit.attachment().by();
        }
        return exhibit.entry() == null
                ? null
                : exhibit.entry().items().getFirst().by();
    }

    private static Exhibit exhibit(Evidence it, Map<UUID, Label> labels, @Nullable Label by, Inside inside) {
        var source = it.source();
        var record = source.record() == null ? null : labels.get(source.record());
        var whole = source.record() == null ? null : inside.records.get(source.record());
        var comment = source.comment() == null ? null : inside.comments.get(source.comment());
        var attachment = source.attachment() == null ? null : inside.attachment(whole, source.attachment());
        var entry = source.version() == null || whole == null ? null : inside.entry(whole, source.version());
        boolean seen = switch (source.sort()) {
            case ADDRESS -> true;
            case RECORD -> record != null;
            case COMMENT -> comment != null && comment.record().equals(source.record());
            case ATTACHMENT -> attachment != null;
            case HISTORY -> entry != null;
        };
        return new Exhibit(
                it,
                seen ? record : null,
                seen ? whole : null,
                seen ? comment : null,
                attachment,
                entry,
                !seen,
                by,
                null);
    }

    /// The records in which something is meant, as the actor sees them.
    private Map<UUID, Snapshot> whole(Actor actor, Set<UUID> ids, Map<UUID, Label> labels) {
        var byType = ids.stream()
                .map(labels::get)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Label::type, Collectors.mapping(Label::id, Collectors.toList())));
        var records = new HashMap<UUID, Snapshot>();
        byType.forEach((type, of) -> types.get()
                .byCode(type)
                .ifPresent(it -> store.get().get(actor, it, of).forEach(one -> records.put(one.id(), one))));
        return records;
    }

    /// What is within records, as one actor sees it.
    private final class Inside {

        private final Actor actor;
        private final Map<UUID, Snapshot> records;
        private final Map<UUID, PostedComment> comments;
        private final Map<UUID, List<Attachment>> attachments = new HashMap<>();

        Inside(Actor actor, Map<UUID, Snapshot> records, List<Evidence> all) {
            this.actor = actor;
            this.records = records;
            var said = new HashSet<UUID>();
            all.forEach(it -> {
                var comment = it.source().comment();
                if (comment != null) {
                    said.add(comment);
                }
            });
            comments = conversations.get().comments(actor, records.values(), said);
        }

        @Nullable
        Attachment attachment(@Nullable Snapshot whole, UUID id) {
            if (whole == null) {
                return null;
            }
            return attachments
                    .computeIfAbsent(
                            whole.id(), _ -> new ArrayList<>(conversations.get().attachments(actor, whole)))
                    .stream()
                    .filter(it -> it.id().equals(id))
                    .findFirst()
                    .orElse(null);
        }

        @Nullable
        Timeline entry(Snapshot whole, long version) {
            return timelines
                    .get()
                    .from(actor, whole, version)
                    .map(cursor -> timelines.get().of(actor, whole, 1, cursor))
                    .filter(it -> it.items().stream().anyMatch(one -> one.version() == version))
                    .orElse(null);
        }
    }
}
