package org.mainstay.request;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.util.UUID;
import java.util.function.Function;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// A task that every order of an item makes. In the order of their positions one begins when the one before has ended.
public final class CatalogTaskTemplateType {

    public static final Attribute<String> TITLE = Attribute.column("title", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<String> TITLE_DE = Attribute.column("title_de", new Kind.Text(200));
    public static final Attribute<UUID> ITEM = Attribute.column("item", new Kind.Reference("catalog_item"), REQUIRED);
    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(100L);

    /// Empty for the item's own.
    public static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"));

    public static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose());

    public static final RecordType<Snapshot> CATALOG_TASK_TEMPLATE = RecordType.<Snapshot>named(
                    "catalog_task_template", "catalog-task-templates")
            .table("request", "catalog_task_template")
            .numbered("CTT")
            .label(TITLE)
            .attributes(TITLE, TITLE_DE, ITEM, POSITION, GROUP, DESCRIPTION)
            .orders(Order.by(Order.ascending(POSITION)))
            .columns(TITLE, ITEM, POSITION, GROUP)
            .configuration()
            .deletable()
            .reader(Function.identity())
            .build();

    private CatalogTaskTemplateType() {}
}
