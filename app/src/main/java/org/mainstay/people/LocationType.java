package org.mainstay.people;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Sites, buildings and rooms.
public final class LocationType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<UUID> PARENT = Attribute.column("parent", new Kind.Reference("location"));
    public static final Attribute<String> ADDRESS = Attribute.column("address", new Kind.Text(400), SEARCHED);
    public static final Attribute<String> CITY = Attribute.column("city", new Kind.Text(120), SEARCHED);
    public static final Attribute<String> COUNTRY = Attribute.column("country", new Kind.Text(120));

    public static final RecordType<Snapshot> LOCATION = RecordType.<Snapshot>named("location", "locations")
            .table("people", "location")
            .numbered("LOC")
            .label(NAME)
            .attributes(NAME, PARENT, ADDRESS, CITY, COUNTRY)
            .orders(
                    Order.by(Order.ascending(NAME)),
                    Order.by(Order.ascending(COUNTRY), Order.ascending(CITY), Order.ascending(NAME)))
            .columns(NAME, CITY, COUNTRY, PARENT)
            .deletable()
            .reader(it -> it)
            .build();

    private LocationType() {}
}
