package org.mainstay.request;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.util.function.Function;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// A catalogue: what belongs together and is shown to the same people.
public final class CatalogType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(160), REQUIRED, SEARCHED);
    public static final Attribute<String> NAME_DE = Attribute.column("name_de", new Kind.Text(160), SEARCHED);

    /// A filter over persons; blank for everybody.
    public static final Attribute<String> SEEN_BY = Attribute.column("seen_by", new Kind.Text(2_000));

    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(100L);
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<Snapshot> CATALOG = RecordType.<Snapshot>named("catalog", "catalogs")
            .table("request", "catalog")
            .numbered("CTG")
            .label(NAME)
            .attributes(NAME, NAME_DE, SEEN_BY, POSITION, ACTIVE)
            .orders(Order.by(Order.ascending(POSITION)))
            .columns(NAME, SEEN_BY, POSITION, ACTIVE)
            .configuration()
            .deletable()
            .reader(Function.identity())
            .build();

    private CatalogType() {}
}
