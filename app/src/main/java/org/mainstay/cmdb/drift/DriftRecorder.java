package org.mainstay.cmdb.drift;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemAttribute;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.drift.DriftLine.Sort;
import org.mainstay.cmdb.reconciliation.Delivery;
import org.mainstay.cmdb.reconciliation.DeliveryFollower;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Notes as drift what a delivery changed of watched items on which no change is open.
///
/// What fills a gap is not drift but enrichment: a value where there was none, a narrower class, a new item, and the
/// first relations of a sort that the source tells of for an item. Neither is what happens to retired items.
final class DriftRecorder implements DeliveryFollower {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ItemClasses classes;
    private final DriftQueries queries;
    private final DriftWriter writer;
    private final List<PlannedChanges> planned;

    DriftRecorder(ItemClasses classes, DriftQueries queries, DriftWriter writer, List<PlannedChanges> planned) {
        this.classes = classes;
        this.queries = queries;
        this.writer = writer;
        this.planned = planned;
    }

    @Override
    public void follow(Delivery delivery, List<ItemChange> items, List<RelationChange> relations) {
        var found = new ArrayList<Found>();
        values(items, found);
        relations(delivery, relations, found);
        if (found.isEmpty()) {
            return;
        }
        var at = delivery.at().truncatedTo(ChronoUnit.MICROS);
        var about = found.stream().map(Found::item).collect(Collectors.toCollection(LinkedHashSet::new));
        for (var changes : planned) {
            about.removeAll(changes.open(Set.copyOf(about), at));
        }
        found.removeIf(it -> !about.contains(it.item()));
        if (found.isEmpty()) {
            return;
        }
        var book = new DriftBook(delivery.source().id(), at);
        queries.hold(about);
        queries.open(about, at, book);
        found.forEach(book::note);
        var before = new HashMap<UUID, Snapshot>();
        items.forEach(it -> before.put(it.before().id(), it.before()));
        writer.write(delivery, book, before);
    }

    private void values(List<ItemChange> items, List<Found> found) {
        var fleeting = new HashMap<String, Set<String>>();
        for (var item : items) {
            var before = item.before();
            var itemClass = before.need(ConfigurationItemType.CLASS);
            if (!classes.watched(itemClass) || retired(item)) {
                continue;
            }
            var passing = fleeting.computeIfAbsent(itemClass, this::fleeting);
            item.values().all().forEach((attribute, value) -> {
                if (attribute != ConfigurationItemType.CLASS && !passing.contains(attribute.code())) {
                    value(before, attribute, value).ifPresent(found::add);
                }
            });
        }
    }

    private static boolean retired(ItemChange item) {
        return item.before().need(ConfigurationItemType.STATUS) == Status.RETIRED
                && !item.values().sets(ConfigurationItemType.STATUS);
    }

    private Set<String> fleeting(String itemClass) {
        return classes.attributes(itemClass).stream()
                .filter(ItemAttribute::fleeting)
                .map(ItemAttribute::code)
                .collect(Collectors.toSet());
    }

    private static <T> Optional<Found> value(Snapshot item, Attribute<T> attribute, @Nullable Object now) {
        var was = item.get(attribute);
        if (was == null) {
            return Optional.empty();
        }
        var before = attribute.kind().json(was);
        var after = now == null ? NODES.nullNode() : json(attribute, now);
        return DriftLine.same(before, after)
                ? Optional.empty()
                : Optional.of(new Found(
                        item.id(),
                        attribute.code(),
                        Sort.ATTRIBUTE,
                        attribute.code(),
                        null,
                        true,
                        before,
                        after,
                        item.id()));
    }

    @SuppressWarnings("unchecked") // values stand under an attribute of their type
    private static <T> JsonNode json(Attribute<T> attribute, Object value) {
        return attribute.kind().json((T) value);
    }

    private void relations(Delivery delivery, List<RelationChange> relations, List<Found> found) {
        var begun = new HashMap<RelationChange, DriftQueries.Side>();
        var mattering = new ArrayList<RelationChange>();
        for (var relation : relations) {
            boolean outward = classes.watched(relation.fromClass());
            if (outward || classes.watched(relation.toClass())) {
                mattering.add(relation);
                var item = outward ? relation.from() : relation.to();
                if (relation.begun()) {
                    begun.put(relation, new DriftQueries.Side(item, relation.type(), outward));
                }
            }
        }
        Set<DriftQueries.Side> told = begun.isEmpty()
                ? Set.of()
                : queries.told(delivery.source().id(), Set.copyOf(begun.values()), delivery.at());
        for (var relation : mattering) {
            var side = begun.get(relation);
            if (side == null || told.contains(side)) {
                found.add(relation(relation, classes.watched(relation.fromClass())));
            }
        }
    }

    private static Found relation(RelationChange relation, boolean outward) {
        var other = outward ? relation.to() : relation.from();
        return new Found(
                outward ? relation.from() : relation.to(),
                relation.type() + (outward ? ">" : "<") + other,
                Sort.RELATION,
                relation.type(),
                other,
                outward,
                NODES.booleanNode(!relation.begun()),
                NODES.booleanNode(relation.begun()),
                relation.id());
    }
}
