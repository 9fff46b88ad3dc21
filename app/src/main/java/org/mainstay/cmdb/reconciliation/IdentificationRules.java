package org.mainstay.cmdb.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mainstay.cmdb.classes.ItemClass;
import org.mainstay.cmdb.classes.ItemClasses;

/// The active identification rules, by class.
public final class IdentificationRules {

    private static final String GENERAL = "";

    private final ItemClasses classes;
    private final Map<String, List<String>> kinds = new HashMap<>();

    /// The rules that items of a class follow.
    ///
    /// @param family the class whose rules they are, empty for the general ones; only items of one family are the
    ///     same
    /// @param kinds of identifiers, the best first
    public record Order(String family, List<String> kinds) {

        public Order {
            kinds = List.copyOf(kinds);
        }

        /// Where the kind stands; the number of kinds for one that identifies nothing.
        int position(String kind) {
            int at = kinds.indexOf(kind);
            return at < 0 ? kinds.size() : at;
        }
    }

    public IdentificationRules(List<IdentificationRule> rules, ItemClasses classes) {
        this.classes = classes;
        rules.stream()
                .sorted(Comparator.comparingLong(IdentificationRule::position).thenComparing(IdentificationRule::id))
                .forEach(it -> {
                    var of = kinds.computeIfAbsent(
                            it.itemClass() == null ? GENERAL : it.itemClass(), _ -> new ArrayList<>());
                    if (!of.contains(it.identifier())) {
                        of.add(it.identifier());
                    }
                });
    }

    /// The rules of the nearest class that has any, else the general ones.
    public Order of(String itemClass) {
        return classes.lineage(itemClass).stream()
                .map(ItemClass::code)
                .filter(kinds::containsKey)
                .findFirst()
                .map(it -> new Order(it, kinds.getOrDefault(it, List.of())))
                .orElseGet(() -> new Order(GENERAL, kinds.getOrDefault(GENERAL, List.of())));
    }
}
