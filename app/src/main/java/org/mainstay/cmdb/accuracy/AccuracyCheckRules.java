package org.mainstay.cmdb.accuracy;

import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.RecordTypes;

/// A check is about a value that the item has, and made by somebody who knows the item: its owner, its support group or
/// who keeps the items of its organisation.
record AccuracyCheckRules(RecordTypes types) implements Rule {

    private static final int SUMMARY = 200;

    @Override
    public String type() {
        return "accuracy_check";
    }

    @Override
    public void apply(Draft draft) {
        var id = draft.get(AccuracyCheckType.ITEM);
        if (!draft.created() || draft.plan().asItWas() || id == null) {
            return;
        }
        var item = draft.lookup().get(ConfigurationItemType.CONFIGURATION_ITEM, id);
        if (item.isEmpty()) {
            draft.refuse(AccuracyCheckType.ITEM, "kernel.save.no_such_record", id);
            return;
        }
        draft.set(Header.ORGANISATION, item.get().organisation());
        if (!knows(draft.actor(), item.get())) {
            draft.refuse(
                    AccuracyCheckType.ITEM,
                    "cmdb.accuracy.not_known",
                    item.get().number());
        }
        var code = draft.get(AccuracyCheckType.ATTRIBUTE);
        if (code != null) {
            value(draft, item.get(), code);
        }
    }

    private static boolean knows(Actor actor, Snapshot item) {
        return ItemOrganisations.manages(actor, item.organisation()).yes()
                || ItemOrganisations.theirs(
                        actor, item.get(ConfigurationItemType.OWNER), item.get(ConfigurationItemType.SUPPORT_GROUP));
    }

    private void value(Draft draft, Snapshot item, String code) {
        var checked = CheckedValue.of(item, code);
        if (checked.isEmpty()) {
            draft.refuse(AccuracyCheckType.ATTRIBUTE, "cmdb.accuracy.no_value", item.number(), code);
            return;
        }
        var judged = checked.get().judged();
        draft.set(AccuracyCheckType.JUDGED, judged);
        draft.set(AccuracyCheckType.VALUE, text(draft, checked.get()));
        var summary = item.label() + " · " + code;
        draft.set(AccuracyCheckType.SUMMARY, Texts.cut(summary, SUMMARY));
    }

    private String text(Draft draft, CheckedValue checked) {
        return checked.attribute().kind() instanceof Kind.Reference(var type)
                ? draft.lookup()
                        .get(types.need(type), UUID.fromString(checked.judged()))
                        .map(Snapshot::label)
                        .orElse(checked.judged())
                : checked.judged();
    }
}
