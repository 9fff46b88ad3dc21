package org.mainstay.cmdb;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.time.Instant;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItem.Criticality;
import org.mainstay.cmdb.ConfigurationItem.Environment;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about configuration items. `/services` are those of class
/// `business_service`.
public final class ConfigurationItemType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<String> CLASS =
            Attribute.column("class", new Kind.Pick(ItemClasses.WITH_ITEMS), REQUIRED, SET_ONCE);
    public static final Attribute<Status> STATUS = Attribute.column("status", new Kind.Choice<>(Status.class), REQUIRED)
            .preset(Status.OPERATIONAL);
    public static final Attribute<String> SERIAL_NUMBER =
            Attribute.column("serial_number", new Kind.Text(200), SEARCHED);
    public static final Attribute<String> ASSET_TAG = Attribute.column("asset_tag", new Kind.Text(200), SEARCHED);
    public static final Attribute<String> MANUFACTURER = Attribute.column("manufacturer", new Kind.Text(200));
    public static final Attribute<String> MODEL = Attribute.column("model", new Kind.Text(200));
    public static final Attribute<String> FQDN = Attribute.column("fqdn", new Kind.Text(255), SEARCHED);
    public static final Attribute<UUID> OWNER = Attribute.column("owner", new Kind.Reference("person"));
    public static final Attribute<UUID> SUPPORT_GROUP = Attribute.column("support_group", new Kind.Reference("group"));
    public static final Attribute<Environment> ENVIRONMENT =
            Attribute.column("environment", new Kind.Choice<>(Environment.class));
    public static final Attribute<Criticality> CRITICALITY =
            Attribute.column("criticality", new Kind.Choice<>(Criticality.class));
    public static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose(), SEARCHED);

    /// From when on it is there.
    public static final Attribute<Instant> VALID_FROM =
            Attribute.column("valid_from", new Kind.Moment(), SET_ONCE).derived();

    /// Until when; set when it is retired.
    public static final Attribute<Instant> VALID_TO = Attribute.column("valid_to", new Kind.Moment());

    /// The item that this one turned out to be.
    public static final Attribute<UUID> MERGED_INTO =
            Attribute.column("merged_into", new Kind.Reference("configuration_item"), READ_ONLY);

    /// When somebody last said that it is there; what sources see is kept apart.
    public static final Attribute<Instant> CONFIRMED_AT =
            Attribute.column("confirmed_at", new Kind.Moment(), READ_ONLY);

    /// Since when its people are asked whether it is there.
    public static final Attribute<Instant> ASKED_AT = Attribute.column("asked_at", new Kind.Moment(), READ_ONLY);

    /// Since when it is put away; lists leave it out.
    public static final Attribute<Instant> ARCHIVED_AT = Attribute.column("archived_at", new Kind.Moment(), READ_ONLY);

    public static final RecordType<ConfigurationItem> CONFIGURATION_ITEM = RecordType.<ConfigurationItem>named(
                    "configuration_item", "configuration-items")
            .table("cmdb", "configuration_item")
            .numbered("CI")
            .label(NAME)
            .attributes(
                    NAME,
                    CLASS,
                    STATUS,
                    CRITICALITY,
                    ENVIRONMENT,
                    OWNER,
                    SUPPORT_GROUP,
                    MANUFACTURER,
                    MODEL,
                    SERIAL_NUMBER,
                    ASSET_TAG,
                    FQDN,
                    VALID_FROM,
                    VALID_TO,
                    MERGED_INTO,
                    CONFIRMED_AT,
                    ASKED_AT,
                    ARCHIVED_AT,
                    DESCRIPTION)
            .orders(
                    Order.by(Order.ascending(NAME)),
                    Order.by(Order.ascending(CLASS), Order.ascending(NAME)),
                    Order.by(Order.descending(Header.UPDATED_AT)))
            .section("item", CLASS, STATUS, CRITICALITY, ENVIRONMENT, OWNER, SUPPORT_GROUP)
            .section("identity", MANUFACTURER, MODEL, SERIAL_NUMBER, ASSET_TAG, FQDN)
            .columns(NAME, CLASS, STATUS, CRITICALITY, SUPPORT_GROUP, Header.UPDATED_AT)
            .people(OWNER)
            .actions(new Confirm(), new Reclassify(), new Archive(), new BringBack())
            .finished(STATUS, Status.RETIRED)
            .shelf(ARCHIVED_AT)
            .deletable()
            .alias("services", "class:business_service")
            .reader(ConfigurationItem::of)
            .build();

    private ConfigurationItemType() {}
}
