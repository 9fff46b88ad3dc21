package org.mainstay.cmdb.mapping;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.util.UUID;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.mapping.DiscoveryMapping.Charset;
import org.mainstay.cmdb.mapping.DiscoveryMapping.Format;
import org.mainstay.cmdb.mapping.DiscoveryMapping.Separator;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about mappings of discovery.
public final class DiscoveryMappingType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<UUID> SOURCE =
            Attribute.column("source", new Kind.Reference("discovery_source"), REQUIRED);
    public static final Attribute<Format> FORMAT =
            Attribute.column("format", new Kind.Choice<>(Format.class), REQUIRED);

    /// Of everything that no line says the class of.
    public static final Attribute<String> ITEM_CLASS =
            Attribute.column("ci_class", new Kind.Pick(ItemClasses.WITH_ITEMS));

    /// Where the records are in JSON.
    public static final Attribute<String> RECORDS = Attribute.column("records", new Kind.Text(500));

    public static final Attribute<Charset> CHARSET = Attribute.column("charset", new Kind.Choice<>(Charset.class));
    public static final Attribute<Separator> SEPARATOR =
            Attribute.column("separator", new Kind.Choice<>(Separator.class));
    public static final Attribute<Boolean> HEADER =
            Attribute.column("header", new Kind.YesNo(), REQUIRED).preset(true);

    /// As [MappingLines] writes them.
    public static final Attribute<String> LINES = Attribute.column("lines", new Kind.Prose(200_000), REQUIRED);

    public static final RecordType<DiscoveryMapping> DISCOVERY_MAPPING = RecordType.<DiscoveryMapping>named(
                    "discovery_mapping", "discovery-mappings")
            .table("cmdb", "discovery_mapping")
            .numbered("DMP")
            .label(NAME)
            .attributes(NAME, SOURCE, FORMAT, ITEM_CLASS, RECORDS, CHARSET, SEPARATOR, HEADER, LINES)
            .orders(Order.by(Order.ascending(NAME)))
            .columns(NAME, SOURCE, FORMAT, ITEM_CLASS, Header.UPDATED_AT)
            .deletable()
            .reader(DiscoveryMapping::of)
            .build();

    private DiscoveryMappingType() {}
}
