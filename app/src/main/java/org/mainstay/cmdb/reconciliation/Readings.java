package org.mainstay.cmdb.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.classes.ItemClass;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.discovery.Discovered;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads discovered things of a delivery.
final class Readings {

    private final ItemClasses classes;
    private final IdentificationRules rules;
    private final ObservedValues values;

    Readings(ItemClasses classes, IdentificationRules rules, ObservedValues values) {
        this.classes = classes;
        this.rules = rules;
        this.values = values;
    }

    /// @param type of items, with the attributes of today
    /// @param refs the items that things before this one are
    Reading read(Delivery delivery, RecordType<?> type, Discovered said, Map<String, UUID> refs) {
        var problems = new ArrayList<Problem>();
        var itemClass = said.itemClass();
        if (classes.find(itemClass).filter(ItemClass::hasItems).isEmpty()) {
            problems.add(new Problem("class", Message.of("reconciliation.no_class", itemClass)));
            return new Reading(said, rules.of(itemClass), List.of(), List.of(), Map.of(), problems, true);
        }
        var read = values.read(delivery.actor(), type, itemClass, said.values());
        problems.addAll(read.problems());
        boolean refused = delivery.strict() && !problems.isEmpty();
        var order = rules.of(itemClass);
        var identifiers = new ArrayList<Identifier>();
        var claims = new ArrayList<Claim>();
        for (var identifier : said.identifiers()) {
            var placed = placed(identifier, itemClass, refs);
            if (placed == null) {
                problems.add(new Problem(
                        "identifiers", Message.of("reconciliation.no_parent", String.valueOf(identifier.scope()))));
                continue;
            }
            identifiers.add(placed);
            if (order.kinds().contains(placed.kind())) {
                claims.add(Claim.of(
                        delivery.source().organisation(),
                        order.family(),
                        placed,
                        delivery.source().id()));
            }
        }
        if (claims.isEmpty()) {
            refused = true;
            problems.add(new Problem("identifiers", Message.of("reconciliation.nothing_identifies", itemClass)));
        }
        return new Reading(said, order, identifiers, claims, named(read.values(), claims), problems, refused);
    }

    private static @Nullable Identifier placed(Identifier identifier, String itemClass, Map<String, UUID> refs) {
        if (!identifier.kind().equals(Identifier.NAME_IN_PARENT)) {
            return identifier;
        }
        var parent = refs.get(identifier.scope());
        return parent == null ? null : new Identifier(identifier.kind(), identifier.value(), parent + "/" + itemClass);
    }

    /// A thing without a name is called by what tells it from others.
    private static Map<String, JsonNode> named(Map<String, JsonNode> values, List<Claim> claims) {
        if (!values.containsKey("name") && !claims.isEmpty()) {
            values.put(
                    "name",
                    JsonNodeFactory.instance.stringNode(claims.getFirst().value()));
        }
        return values;
    }
}
