package org.mainstay.cmdb;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItem.Criticality;
import org.mainstay.cmdb.ConfigurationItem.Environment;
import org.mainstay.cmdb.ConfigurationItem.ItemClass;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about configuration items. `/services` are those of class
/// `business_service`.
public final class ConfigurationItemType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<ItemClass> CLASS = Attribute.column(
                    "class", new Kind.Choice<>(ItemClass.class), REQUIRED, SET_ONCE)
            .preset(ItemClass.BUSINESS_SERVICE);
    public static final Attribute<Status> STATUS = Attribute.column("status", new Kind.Choice<>(Status.class), REQUIRED)
            .preset(Status.OPERATIONAL);
    public static final Attribute<UUID> OWNER = Attribute.column("owner", new Kind.Reference("person"));
    public static final Attribute<UUID> SUPPORT_GROUP = Attribute.column("support_group", new Kind.Reference("group"));
    public static final Attribute<Environment> ENVIRONMENT =
            Attribute.column("environment", new Kind.Choice<>(Environment.class));
    public static final Attribute<Criticality> CRITICALITY =
            Attribute.column("criticality", new Kind.Choice<>(Criticality.class));
    public static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose(), SEARCHED);

    public static final RecordType<ConfigurationItem> CONFIGURATION_ITEM = RecordType.<ConfigurationItem>named(
                    "configuration_item", "configuration-items")
            .table("cmdb", "configuration_item")
            .numbered("CI")
            .label(NAME)
            .attributes(NAME, CLASS, STATUS, CRITICALITY, ENVIRONMENT, OWNER, SUPPORT_GROUP, DESCRIPTION)
            .orders(
                    Order.by(Order.ascending(NAME)),
                    Order.by(Order.ascending(CLASS), Order.ascending(NAME)),
                    Order.by(Order.descending(Header.UPDATED_AT)))
            .columns(NAME, CLASS, STATUS, CRITICALITY, SUPPORT_GROUP, Header.UPDATED_AT)
            .deletable()
            .alias("services", "class:business_service")
            .reader(ConfigurationItem::of)
            .build();

    private ConfigurationItemType() {}
}
