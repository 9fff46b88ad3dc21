package org.mainstay.cmdb.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mainstay.cmdb.classes.ItemClass;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.discovery.Mention;
import org.mainstay.cmdb.reconciliation.MentionQueries.Hit;
import org.mainstay.kernel.record.Message;

/// Finds the items that a delivery names and tells nothing of. One that is not found, or that may be several, ends no
/// relation.
final class Mentions {

    private final MentionQueries queries;
    private final ItemClasses classes;

    Mentions(MentionQueries queries, ItemClasses classes) {
        this.queries = queries;
        this.classes = classes;
    }

    /// @param items by the ref of the mention
    /// @param classes of these items
    /// @param unknown why a mention is no item, by its ref
    record Found(Map<String, UUID> items, Map<UUID, String> classes, Map<String, Message> unknown) {}

    Found find(Delivery delivery, List<Mention> mentions) {
        var found = new Found(new HashMap<>(), new HashMap<>(), new HashMap<>());
        if (mentions.isEmpty()) {
            return found;
        }
        var byClass = mentions.stream()
                .collect(Collectors.groupingBy(
                        it -> it.itemClass() == null ? "" : it.itemClass(), LinkedHashMap::new, Collectors.toList()));
        byClass.forEach((itemClass, some) -> find(delivery, itemClass, some, found));
        return found;
    }

    private void find(Delivery delivery, String itemClass, List<Mention> mentions, Found found) {
        var within = itemClass.isEmpty()
                ? classes.all().stream().map(ItemClass::code).toList()
                : classes.within(itemClass);
        var organisation = delivery.source().organisation();
        var names = mentions.stream()
                .flatMap(it -> it.name() == null ? Stream.empty() : Stream.of(it.name()))
                .distinct()
                .toList();
        var identifiers = mentions.stream()
                .flatMap(it -> it.identifiers().stream())
                .distinct()
                .toList();
        var named = byKey(names.isEmpty() ? List.of() : queries.named(organisation, names, within));
        var identified = byKey(
                identifiers.isEmpty()
                        ? List.of()
                        : queries.identified(organisation, delivery.source().id(), identifiers).stream()
                                .filter(it -> within.contains(it.itemClass()))
                                .toList());
        for (var mention : mentions) {
            var tellings = new ArrayList<Set<Hit>>();
            if (mention.name() != null) {
                tellings.add(named.getOrDefault(mention.name(), Set.of()));
            }
            mention.identifiers()
                    .forEach(it -> tellings.add(identified.getOrDefault(MentionQueries.key(it), Set.of())));
            note(mention, tellings, found);
        }
    }

    private static Map<String, Set<Hit>> byKey(Collection<Hit> hits) {
        return hits.stream().collect(Collectors.groupingBy(Hit::key, Collectors.toSet()));
    }

    /// The first name or identifier that one item has, and no other, tells it.
    private static void note(Mention mention, List<Set<Hit>> tellings, Found found) {
        var one = tellings.stream().filter(it -> it.size() == 1).findFirst();
        if (one.isPresent()) {
            var hit = one.get().iterator().next();
            found.items.put(mention.ref(), hit.item());
            found.classes.put(hit.item(), hit.itemClass());
        } else {
            boolean none = tellings.stream().allMatch(Set::isEmpty);
            found.unknown.put(
                    mention.ref(),
                    Message.of(none ? "reconciliation.mention.none" : "reconciliation.mention.many", mention.ref()));
        }
    }
}
