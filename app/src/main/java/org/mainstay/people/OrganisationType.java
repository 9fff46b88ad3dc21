package org.mainstay.people;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Customers and legal entities inside one installation. An organisation belongs to itself.
public final class OrganisationType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose());

    public static final RecordType<Snapshot> ORGANISATION = RecordType.<Snapshot>named("organisation", "organisations")
            .table("people", "organisation")
            .numbered("ORG")
            .label(NAME)
            .attributes(NAME, DESCRIPTION)
            .orders(Order.by(Order.ascending(NAME)))
            .columns(NAME, Header.CREATED_AT)
            .reader(it -> it)
            .build();

    private OrganisationType() {}
}
