package org.mainstay.cmdb.reconciliation;

import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mainstay.cmdb.classes.ItemClass;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;

/// What holds for identification rules, and what a preview says of them: which items a rule would take for one thing,
/// and which would be known by nothing without it.
final class IdentificationRuleChecks implements Rule {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final int LOOKED_AT = 1_000;
    private static final int EXAMPLES = 5;

    private final SimulationQueries queries;
    private final ItemClasses classes;

    IdentificationRuleChecks(SimulationQueries queries, ItemClasses classes) {
        this.queries = queries;
        this.classes = classes;
    }

    @Override
    public String type() {
        return IdentificationRuleType.IDENTIFICATION_RULE.code();
    }

    @Override
    public void apply(Draft draft) {
        var kind = draft.get(IdentificationRuleType.IDENTIFIER);
        if (kind == null) {
            return;
        }
        if (!KIND.matcher(kind).matches()) {
            draft.refuse(IdentificationRuleType.IDENTIFIER, "discovery.no_code", kind);
            return;
        }
        boolean changes = draft.created()
                || draft.changes(IdentificationRuleType.IDENTIFIER)
                || draft.changes(IdentificationRuleType.ITEM_CLASS)
                || draft.changes(IdentificationRuleType.ACTIVE);
        if (!changes || draft.plan().asItWas()) {
            return;
        }
        var itemClass = draft.get(IdentificationRuleType.ITEM_CLASS);
        if (Boolean.TRUE.equals(draft.get(IdentificationRuleType.ACTIVE))) {
            same(draft, kind, itemClass == null ? all() : classes.within(itemClass));
        } else if (Boolean.TRUE.equals(draft.old(IdentificationRuleType.ACTIVE))) {
            long lost = queries.only(kind, Objects.requireNonNullElse(itemClass, ""));
            draft.remark("reconciliation.simulation.lost", lost);
        }
    }

    private Collection<String> all() {
        return classes.all().stream().map(ItemClass::code).toList();
    }

    private void same(Draft draft, String kind, Collection<String> within) {
        var shared = queries.shared(kind, within, LOOKED_AT).stream()
                .filter(it -> !new Identifier(kind, it.value(), null).weak()
                        || !it.source().equals(Claim.EVERYWHERE))
                .toList();
        var examples = shared.stream()
                .limit(EXAMPLES)
                .map(it -> String.join(" = ", it.numbers()) + " (" + it.value() + ")")
                .collect(Collectors.joining(", "));
        draft.remark(
                shared.isEmpty() ? "reconciliation.simulation.none" : "reconciliation.simulation.same",
                shared.size(),
                examples);
    }
}
