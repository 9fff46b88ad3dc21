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

    /// Whether who ordered does not cancel any more once somebody has begun with it.
    public static final Attribute<Boolean> NO_RETURN =
            Attribute.column("no_return", new Kind.YesNo(), REQUIRED).preset(false);

    /// The task that undoes it where the item is cancelled after it was done; empty where nothing has to be undone.
    public static final Attribute<String> COMPENSATION = Attribute.column("compensation", new Kind.Text(200));

    public static final Attribute<String> COMPENSATION_DE = Attribute.column("compensation_de", new Kind.Text(200));

    /// Empty for that of the task.
    public static final Attribute<UUID> COMPENSATION_GROUP =
            Attribute.column("compensation_group", new Kind.Reference("group"));

    public static final RecordType<Snapshot> CATALOG_TASK_TEMPLATE = RecordType.<Snapshot>named(
                    "catalog_task_template", "catalog-task-templates")
            .table("request", "catalog_task_template")
            .numbered("CTT")
            .label(TITLE)
            .attributes(
                    TITLE,
                    TITLE_DE,
                    ITEM,
                    POSITION,
                    GROUP,
                    DESCRIPTION,
                    NO_RETURN,
                    COMPENSATION,
                    COMPENSATION_DE,
                    COMPENSATION_GROUP)
            .orders(Order.by(Order.ascending(POSITION)))
            .columns(TITLE, ITEM, POSITION, GROUP)
            .section("about", TITLE_DE, ITEM, POSITION, GROUP)
            .section("cancelling", NO_RETURN, COMPENSATION, COMPENSATION_DE, COMPENSATION_GROUP)
            .configuration()
            .deletable()
            .reader(Function.identity())
            .build();

    private CatalogTaskTemplateType() {}
}
