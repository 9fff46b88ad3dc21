package org.mainstay.cmdb.reconciliation;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about sources of discovery.
public final class DiscoverySourceType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<DiscoverySource.Sort> KIND =
            Attribute.column("kind", new Kind.Choice<>(DiscoverySource.Sort.class), REQUIRED);

    /// The lower, the rather it is believed.
    public static final Attribute<Long> RANK =
            Attribute.column("rank", new Kind.Whole(1, 10_000), REQUIRED).derived();

    public static final Attribute<Long> FRESH_DAYS = Attribute.column("fresh_days", new Kind.Whole(1, 3_650));
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<DiscoverySource> DISCOVERY_SOURCE = RecordType.<DiscoverySource>named(
                    "discovery_source", "discovery-sources")
            .table("cmdb", "discovery_source")
            .numbered("SRC")
            .label(NAME)
            .attributes(NAME, KIND, RANK, FRESH_DAYS, ACTIVE)
            .orders(Order.by(Order.ascending(NAME)))
            .columns(NAME, KIND, RANK, FRESH_DAYS, ACTIVE, Header.UPDATED_AT)
            .deletable()
            .reader(DiscoverySource::of)
            .build();

    private DiscoverySourceType() {}
}
