package org.mainstay.cmdb.mapping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.discovery.Discovered;
import org.mainstay.cmdb.discovery.Mention;

/// What the items of a file are called and told by. Where a file is tried part by part, and nothing is kept of a part,
/// the other end of a relation may be in another one.
final class Ends {

    private final ItemClasses classes;
    private final Map<String, Set<String>> classesByKey = new HashMap<>();

    Ends(ItemClasses classes) {
        this.classes = classes;
    }

    void add(Discovered item) {
        if (item.values().get("name") instanceof String name) {
            add("name " + name, item);
        }
        item.identifiers().forEach(it -> add(it.kind() + " " + it.value(), item));
    }

    private void add(String key, Discovered item) {
        classesByKey.computeIfAbsent(key, _ -> new HashSet<>(2)).add(item.itemClass());
    }

    boolean has(Mention mention) {
        return mention.name() != null && has("name " + mention.name(), mention)
                || mention.identifiers().stream().anyMatch(it -> has(it.kind() + " " + it.value(), mention));
    }

    private boolean has(String key, Mention mention) {
        var of = classesByKey.getOrDefault(key, Set.of());
        var itemClass = mention.itemClass();
        return itemClass == null
                ? !of.isEmpty()
                : classes.within(itemClass).stream().anyMatch(of::contains);
    }
}
