package org.mainstay.change;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// What somebody said about an item and a change, beside what the graph says: that it is affected though nothing leads
/// there, or that it is not though something does.
public final class AffectedItemType {

    /// The number of the change: an item's own name is not told to those who do not see the item.
    public static final Attribute<String> NAME =
            Attribute.column("name", new Kind.Text(40), REQUIRED).derived();

    public static final Attribute<UUID> CHANGE =
            Attribute.column("change", new Kind.Reference("change"), REQUIRED, SET_ONCE);
    public static final Attribute<UUID> ITEM =
            Attribute.column("item", new Kind.Reference("configuration_item"), REQUIRED, SET_ONCE);

    /// Not affected, whatever the graph says.
    public static final Attribute<Boolean> EXCLUDED =
            Attribute.column("excluded", new Kind.YesNo(), REQUIRED).preset(false);

    public static final Attribute<String> REASON = Attribute.column("reason", new Kind.Text(2_000));

    public static final RecordType<Snapshot> AFFECTED_ITEM = RecordType.<Snapshot>named(
                    "affected_item", "affected-items")
            .table("change", "affected_item")
            .numbered("AFI")
            .label(NAME)
            .attributes(NAME, CHANGE, ITEM, EXCLUDED, REASON)
            .orders(Order.by(Order.descending(Header.UPDATED_AT)))
            .columns(NAME, ITEM, EXCLUDED, REASON)
            .workedBy(ChangeType.WORK)
            .deletable()
            .reader(it -> it)
            .build();

    private AffectedItemType() {}
}
