package org.mainstay.cmdb.reconciliation;

import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.store.RecordTypes;

/// Makes what takes a part of a delivery, with the rules and sources of the moment.
final class Batches {

    private final ReconciliationQueries queries;
    private final ObservedValues values;
    private final Merging merging;
    private final ItemWriter writer;
    private final RelationBatch relations;
    private final ItemClasses classes;
    private final RecordTypes types;
    private final ReconciliationRules rules;
    private final Classification classification;

    Batches(
            ReconciliationQueries queries,
            ObservedValues values,
            Merging merging,
            ItemWriter writer,
            RelationBatch relations,
            ItemClasses classes,
            RecordTypes types,
            ReconciliationRules rules,
            Classification classification) {
        this.queries = queries;
        this.values = values;
        this.merging = merging;
        this.writer = writer;
        this.relations = relations;
        this.classes = classes;
        this.types = types;
        this.rules = rules;
        this.classification = classification;
    }

    ItemBatch items(Delivery delivery) {
        var settlement = new Settlement(queries, rules.precedence(), classes, types, classification);
        return new ItemBatch(
                delivery, new Readings(classes, rules.identification(), values), queries, settlement, merging, writer);
    }

    RelationBatch relations() {
        return relations;
    }
}
