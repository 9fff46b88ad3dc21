package org.mainstay.cmdb.health;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.util.UUID;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about policies for items that nobody confirms any more. All terms are days since
/// somebody last did.
public final class StalenessPolicyType {

    private static final Kind<Long> DAYS = new Kind.Whole(1, 3_650);

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<String> ITEM_CLASS = Attribute.column("ci_class", new Kind.Pick(ItemClasses.ANY));
    public static final Attribute<UUID> SOURCE = Attribute.column("source", new Kind.Reference("discovery_source"));
    public static final Attribute<Long> VERIFY_AFTER =
            Attribute.column("verify_after", DAYS, REQUIRED).preset(60L);
    public static final Attribute<Boolean> RETIRES =
            Attribute.column("retires", new Kind.YesNo(), REQUIRED).preset(false);
    public static final Attribute<Long> RETIRE_AFTER = Attribute.column("retire_after", DAYS);
    public static final Attribute<Boolean> ARCHIVES =
            Attribute.column("archives", new Kind.YesNo(), REQUIRED).preset(false);
    public static final Attribute<Long> ARCHIVE_AFTER = Attribute.column("archive_after", DAYS);
    public static final Attribute<Long> AT_MOST =
            Attribute.column("at_most", new Kind.Whole(1, 10_000), REQUIRED).preset(200L);
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<StalenessPolicy> STALENESS_POLICY = RecordType.<StalenessPolicy>named(
                    "staleness_policy", "staleness-policies")
            .table("cmdb", "staleness_policy")
            .numbered("SPO")
            .label(NAME)
            .attributes(
                    NAME,
                    ITEM_CLASS,
                    SOURCE,
                    VERIFY_AFTER,
                    RETIRES,
                    RETIRE_AFTER,
                    ARCHIVES,
                    ARCHIVE_AFTER,
                    AT_MOST,
                    ACTIVE)
            .orders(Order.by(Order.ascending(NAME)))
            .columns(NAME, ITEM_CLASS, VERIFY_AFTER, RETIRES, RETIRE_AFTER, ARCHIVES, ARCHIVE_AFTER, ACTIVE)
            .configuration()
            .deletable()
            .reader(StalenessPolicy::of)
            .build();

    private StalenessPolicyType() {}
}
