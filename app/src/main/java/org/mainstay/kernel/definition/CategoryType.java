package org.mainstay.kernel.definition;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.util.UUID;
import java.util.function.Function;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// What work is about, as a tree: "Hardware / Printer".
public final class CategoryType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(160), REQUIRED, SEARCHED);

    /// The category above; filters by a category match everything below it.
    public static final Attribute<UUID> PARENT = Attribute.column("parent", new Kind.Reference("category"));

    public static final Attribute<UUID> OWNER_GROUP = Attribute.column("owner_group", new Kind.Reference("group"));
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<Snapshot> CATEGORY = RecordType.<Snapshot>named("category", "categories")
            .table("kernel", "category")
            .numbered("CAT")
            .label(NAME)
            .attributes(NAME, PARENT, OWNER_GROUP, ACTIVE)
            .orders(Order.by(Order.ascending(NAME)))
            .columns(NAME, PARENT, OWNER_GROUP, ACTIVE)
            .configuration()
            .deletable()
            .reader(Function.identity())
            .build();

    private CategoryType() {}
}
