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

/// An item that a bundle may order: when its condition holds for what the bundle was answered. Publishing the bundle
/// keeps it as [BundledItems].
public final class BundleItemType {

    /// The item's own where nothing else is said.
    public static final Attribute<String> NAME =
            Attribute.column("name", new Kind.Text(160), REQUIRED, SEARCHED).derived();

    public static final Attribute<UUID> BUNDLE =
            Attribute.column("bundle", new Kind.Reference("catalog_item"), REQUIRED);
    public static final Attribute<UUID> ITEM = Attribute.column("item", new Kind.Reference("catalog_item"), REQUIRED);

    /// Over the answers to the bundle's questions and the facts that forms know; empty for always.
    public static final Attribute<String> CONDITION = Attribute.column("condition", new Kind.Text(2_000));

    /// For each of the bundle.
    public static final Attribute<Long> QUANTITY =
            Attribute.column("quantity", new Kind.Whole(1, 1_000), REQUIRED).preset(1L);

    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(100L);

    /// Another item of the bundle, which is delivered before the work on this one begins.
    public static final Attribute<UUID> DEPENDS_ON = Attribute.column("depends_on", new Kind.Reference("bundle_item"));

    /// What its questions are answered, as [BundledItems#answers] reads it. Questions that are called and asked as one
    /// of the bundle's take that answer, without being named here.
    public static final Attribute<String> ANSWERS = Attribute.column("answers", new Kind.Prose(20_000));

    public static final RecordType<Snapshot> BUNDLE_ITEM = RecordType.<Snapshot>named("bundle_item", "bundle-items")
            .table("request", "bundle_item")
            .numbered("BDI")
            .label(NAME)
            .attributes(NAME, BUNDLE, ITEM, CONDITION, QUANTITY, POSITION, DEPENDS_ON, ANSWERS)
            .orders(Order.by(Order.ascending(POSITION)))
            .columns(NAME, BUNDLE, CONDITION, QUANTITY, POSITION, DEPENDS_ON)
            .configuration()
            .deletable()
            .reader(Function.identity())
            .build();

    private BundleItemType() {}
}
