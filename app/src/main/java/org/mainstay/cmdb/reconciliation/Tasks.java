package org.mainstay.cmdb.reconciliation;

import java.util.Locale;
import java.util.UUID;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.reconciliation.ReconciliationTaskType.Sort;
import org.mainstay.cmdb.reconciliation.ReconciliationTaskType.State;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;

/// Opens and ends reconciliation tasks. One that was decided is not brought up again for the same reason.
final class Tasks {

    private static final int SUMMARY = 200;

    private final RecordStore store;
    private final ItemClasses classes;
    private final Messages messages;

    Tasks(RecordStore store, ItemClasses classes, Messages messages) {
        this.store = store;
        this.classes = classes;
        this.messages = messages;
    }

    void reclassify(Delivery delivery, Snapshot item, String itemClass) {
        var known = Filter.all(
                Filter.is(ReconciliationTaskType.ITEM, item.id()),
                Filter.is(ReconciliationTaskType.KIND, Sort.RECLASSIFICATION),
                Filter.is(ReconciliationTaskType.PROPOSED_CLASS, itemClass));
        var values = new Values()
                .set(ReconciliationTaskType.KIND, Sort.RECLASSIFICATION)
                .set(ReconciliationTaskType.ITEM, item.id())
                .set(ReconciliationTaskType.PROPOSED_CLASS, itemClass);
        open(
                delivery,
                known,
                values,
                "reconciliation.task.reclassification",
                item.label(),
                classes.label(itemClass, Locale.ENGLISH));
    }

    void duplicate(Delivery delivery, Snapshot item, Snapshot other) {
        var known = Filter.all(
                Filter.is(ReconciliationTaskType.KIND, Sort.DUPLICATE),
                Filter.is(ReconciliationTaskType.ITEM, item.id(), other.id()),
                Filter.is(ReconciliationTaskType.OTHER_ITEM, item.id(), other.id()));
        var values = new Values()
                .set(ReconciliationTaskType.KIND, Sort.DUPLICATE)
                .set(ReconciliationTaskType.ITEM, item.id())
                .set(ReconciliationTaskType.OTHER_ITEM, other.id());
        open(
                delivery,
                known,
                values,
                "reconciliation.task.duplicate",
                item.number() + " " + item.label(),
                other.number() + " " + other.label());
    }

    private void open(Delivery delivery, Filter known, Values values, String key, Object... arguments) {
        var type = ReconciliationTaskType.RECONCILIATION_TASK;
        if (store.count(delivery.actor(), type, known).value() > 0) {
            return;
        }
        var summary = messages.say(Locale.ENGLISH, key, arguments);
        var plan = delivery.plan();
        var step = plan.create(type);
        values.all().forEach(step.values()::put);
        step.values()
                .set(ReconciliationTaskType.SUMMARY, Texts.cut(summary, SUMMARY))
                .set(ReconciliationTaskType.SOURCE, delivery.source().id())
                .set(Header.ORGANISATION, delivery.source().organisation());
        store.save(delivery.actor(), plan);
    }

    /// Ends the question whether the item is there, because a source saw it.
    void seen(Delivery delivery, UUID item) {
        var open = Filter.all(
                Filter.is(ReconciliationTaskType.ITEM, item),
                Filter.is(ReconciliationTaskType.KIND, Sort.VERIFICATION),
                Filter.is(ReconciliationTaskType.STATE, State.OPEN));
        var type = ReconciliationTaskType.RECONCILIATION_TASK;
        for (var task :
                store.list(delivery.actor(), type, Query.of(open).limit(1)).items()) {
            store.get(delivery.actor(), type, task.id()).ifPresent(it -> {
                var plan = delivery.plan();
                plan.edit(it).set(ReconciliationTaskType.STATE, State.DONE);
                store.save(delivery.actor(), plan);
            });
        }
    }

    /// Ends the open tasks about two items being one.
    void merged(Actor by, UUID survivor, UUID duplicate) {
        var open = Filter.all(
                Filter.is(ReconciliationTaskType.STATE, State.OPEN),
                Filter.is(ReconciliationTaskType.KIND, Sort.DUPLICATE),
                Filter.is(ReconciliationTaskType.ITEM, survivor, duplicate),
                Filter.is(ReconciliationTaskType.OTHER_ITEM, survivor, duplicate));
        for (var task : store.list(
                        by,
                        ReconciliationTaskType.RECONCILIATION_TASK,
                        Query.of(open).limit(50))
                .items()) {
            store.get(by, ReconciliationTaskType.RECONCILIATION_TASK, task.id()).ifPresent(it -> {
                var plan = Plan.of(Cause.action("merge"));
                plan.edit(it).set(ReconciliationTaskType.STATE, State.DONE);
                store.save(by, plan);
            });
        }
    }
}
