package org.mainstay.cmdb;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import java.util.List;
import java.util.Objects;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;

/// Gives the item another class. Values that the class has no attribute for are emptied, and stay in history; rules
/// say what stands against it.
record Reclassify() implements Action<ConfigurationItem> {

    private static final Attribute<String> CLASS =
            Attribute.column("class", ConfigurationItemType.CLASS.kind(), REQUIRED);

    @Override
    public String name() {
        return "reclassify";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(CLASS);
    }

    @Override
    public Decision permits(ConfigurationItem item, Acting acting) {
        return ItemOrganisations.manages(acting.actor(), acting.subject().organisation());
    }

    @Override
    public Plan apply(ConfigurationItem item, Acting acting) throws Refusal {
        var itemClass = Objects.requireNonNull(acting.answer(CLASS));
        if (itemClass.equals(item.itemClass())) {
            throw new Refusal(Problem.at(CLASS, "cmdb.reclassify.same"));
        }
        var plan = acting.plan(this);
        plan.edit(acting.subject()).set(ConfigurationItemType.CLASS, itemClass);
        return plan;
    }

    @Override
    public int rank() {
        return RARE;
    }
}
