package org.mainstay.cmdb.relation;

import org.mainstay.cmdb.classes.ItemClass;
import org.mainstay.cmdb.classes.ItemClasses;

/// Which classes a type of relation may join.
record ClassPairs(ItemClasses classes) {

    boolean allowed(RelationType type, String from, String to) {
        return listed(type, from, to)
                && (type.failure() == RelationType.Failure.NONE || (!plannedWith(from) && !plannedWith(to)));
    }

    /// Whether the type joins any classes, or these.
    boolean listed(RelationType type, String from, String to) {
        return type.pairs().isEmpty()
                || type.pairs().stream().anyMatch(it -> within(it.from(), from) && within(it.to(), to));
    }

    private boolean within(String itemClass, String code) {
        return itemClass.equals(RelationType.Pair.ANY)
                || classes.within(itemClass).contains(code);
    }

    /// Whether it is a class of design time, of which nothing fails.
    boolean plannedWith(String itemClass) {
        return classes.find(itemClass)
                .filter(it -> it.phase() == ItemClass.Phase.DESIGN_TIME)
                .isPresent();
    }
}
