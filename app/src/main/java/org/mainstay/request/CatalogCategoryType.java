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

/// What the items of a catalogue are for, as a tree.
public final class CatalogCategoryType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(160), REQUIRED, SEARCHED);
    public static final Attribute<String> NAME_DE = Attribute.column("name_de", new Kind.Text(160), SEARCHED);

    /// That of the category above, where there is one.
    public static final Attribute<UUID> CATALOG =
            Attribute.column("catalog", new Kind.Reference("catalog"), REQUIRED).derived();

    public static final Attribute<UUID> PARENT = Attribute.column("parent", new Kind.Reference("catalog_category"));
    public static final Attribute<Icon> ICON = Attribute.column("icon", new Kind.Choice<>(Icon.class));
    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(100L);
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<Snapshot> CATALOG_CATEGORY = RecordType.<Snapshot>named(
                    "catalog_category", "catalog-categories")
            .table("request", "catalog_category")
            .numbered("CTC")
            .label(NAME)
            .attributes(NAME, NAME_DE, CATALOG, PARENT, ICON, POSITION, ACTIVE)
            .orders(Order.by(Order.ascending(POSITION)), Order.by(Order.ascending(NAME)))
            .columns(NAME, CATALOG, PARENT, POSITION, ACTIVE)
            .configuration()
            .deletable()
            .reader(Function.identity())
            .build();

    private CatalogCategoryType() {}
}
