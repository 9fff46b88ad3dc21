package org.mainstay.cmdb.graph;

import java.util.Random;
import java.util.function.Consumer;

/// One thing that a graph is told.
sealed interface Change {

    void tell(Consumer<Item> items, Consumer<Relation> relations);

    /// Something else of the same number.
    void wrong(Random random, Consumer<Item> items, Consumer<Relation> relations);

    void forget(ServiceGraph graph);

    record OfItem(Item item) implements Change {

        @Override
        public void tell(Consumer<Item> items, Consumer<Relation> relations) {
            items.accept(item);
        }

        @Override
        public void wrong(Random random, Consumer<Item> items, Consumer<Relation> relations) {
            items.accept(Facts.item(random, item.number()));
        }

        @Override
        public void forget(ServiceGraph graph) {
            graph.removeItem(item.number());
        }
    }

    record OfRelation(Relation relation) implements Change {

        @Override
        public void tell(Consumer<Item> items, Consumer<Relation> relations) {
            relations.accept(relation);
        }

        @Override
        public void wrong(Random random, Consumer<Item> items, Consumer<Relation> relations) {
            relations.accept(Facts.relation(random, relation.number(), 12));
        }

        @Override
        public void forget(ServiceGraph graph) {
            graph.removeRelation(relation.number());
        }
    }
}
