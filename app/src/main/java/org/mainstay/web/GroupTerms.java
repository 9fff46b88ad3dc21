package org.mainstay.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterText;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;

/// Names the groups that statistics make of records: whose they are, and the term of the filter language that
/// means just the records of one.
public final class GroupTerms {

    private final RecordStore store;
    private final RecordTypes types;

    GroupTerms(RecordStore store, RecordTypes types) {
        this.store = store;
        this.types = types;
    }

    /// The groups by one attribute as somebody may know them.
    ///
    /// @param labels of the records that the groups are by, as far as their names may be read
    /// @param named those that the reader can name in a filter
    /// @param below for trees: the numbers of what stands right below a value and makes a group of its own
    public record Named(
            Attribute<?> attribute, Map<UUID, Label> labels, Set<UUID> named, Map<UUID, Set<String>> below) {

        /// @param key as statistics give it, or as its kind has it; null for records without a value
        /// @return empty where the name may be read and the record not be seen
        public String term(@Nullable Object key) {
            return switch (key) {
                case null -> attribute.code() + ":empty";
                case UUID id -> named.contains(id) ? term(id) : "";
                case Enum<?> option -> attribute.code() + ":" + Codes.of(option);
                case Boolean yes -> attribute.code() + ":" + (yes ? "yes" : "no");
                default -> attribute.code() + ":" + FilterText.quoted(key.toString());
            };
        }

        /// A filter that names a node of a tree means what is below it, too, and statistics do not.
        private String term(UUID id) {
            var term = attribute.code() + ":" + FilterText.quoted(label(id).number());
            var under = below.getOrDefault(id, Set.of());
            return under.isEmpty()
                    ? term
                    : term + " -" + attribute.code() + ":"
                            + under.stream().map(FilterText::quoted).collect(Collectors.joining(","));
        }

        private Label label(UUID id) {
            return Objects.requireNonNull(labels.get(id));
        }
    }

    public Named of(Actor actor, Attribute<?> attribute, Collection<? extends @Nullable Object> keys) {
        var ids = new HashSet<UUID>();
        for (var key : keys) {
            if (key instanceof UUID id) {
                ids.add(id);
            }
        }
        return new Named(
                attribute,
                store.labelsOf(actor, ids),
                store.labelsOfVisible(actor, ids).keySet(),
                below(actor, attribute.kind(), ids));
    }

    private Map<UUID, Set<String>> below(Actor actor, Kind<?> kind, Set<UUID> ids) {
        var below = new HashMap<UUID, Set<String>>();
        if (kind instanceof Kind.TreePick(var code) && !ids.isEmpty()) {
            var type = types.need(code);
            type.attribute("parent").ifPresent(parent -> {
                var children = store.list(
                        actor,
                        type,
                        Query.of(Filter.is(parent, ids.toArray()))
                                .reading(List.of(Header.NUMBER, parent))
                                .limit(Query.MOST));
                children.items()
                        .forEach(it -> below.computeIfAbsent((UUID) it.need(parent), _ -> new TreeSet<>())
                                .add(it.number()));
            });
        }
        return below;
    }

    /// A key as its attribute's kind has it: statistics give the codes of choices.
    public static @Nullable Object value(Attribute<?> attribute, @Nullable Object key) {
        return key instanceof String text ? attribute.kind().parse(text) : key;
    }
}
