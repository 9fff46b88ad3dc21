package org.mainstay.cmdb.health;

import java.util.Objects;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.reconciliation.ReconciliationQueries;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Rule;

/// Says in an item's history which policy asked, retired or archived, and after how many days.
record UpkeepReasons(HealthDefinitions definitions) implements Rule {

    @Override
    public String type() {
        return ConfigurationItemType.CONFIGURATION_ITEM.code();
    }

    @Override
    public void apply(Draft draft) {
        var cause = draft.plan().cause();
        if (cause.kind() != Cause.Sort.RULE || !cause.name().equals(ReconciliationQueries.POLICY)) {
            return;
        }
        definitions.policies().stream()
                .filter(it -> it.id().toString().equals(cause.id()))
                .findFirst()
                .ifPresent(it -> {
                    explain(draft, ConfigurationItemType.ASKED_AT, it, it.verifyAfter());
                    explain(
                            draft,
                            ConfigurationItemType.STATUS,
                            it,
                            Objects.requireNonNullElse(it.retireAfter(), it.verifyAfter()));
                    explain(
                            draft,
                            ConfigurationItemType.ARCHIVED_AT,
                            it,
                            Objects.requireNonNullElse(it.archiveAfter(), it.verifyAfter()));
                });
    }

    private static <T> void explain(Draft draft, Attribute<T> attribute, StalenessPolicy policy, long days) {
        T value = draft.get(attribute);
        if (draft.changes(attribute) && value != null) {
            UUID rule = policy.id();
            draft.set(attribute, value, Message.of("staleness.because." + attribute.code(), policy.name(), days), rule);
        }
    }
}
