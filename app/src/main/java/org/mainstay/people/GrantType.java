package org.mainstay.people;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// A role given to one person or one group. A grant is not changed but taken away and given anew.
public final class GrantType {

    public static final Attribute<UUID> PERSON = Attribute.column("person", new Kind.Reference("person"), SET_ONCE);
    public static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"), SET_ONCE);
    public static final Attribute<UUID> ROLE = Attribute.column("role", new Kind.Reference("role"), REQUIRED, SET_ONCE);

    /// Where it holds; empty for everywhere.
    public static final Attribute<UUID> FOR_ORGANISATION =
            Attribute.column("for_organisation", new Kind.Reference("organisation"), SET_ONCE);

    public static final RecordType<Snapshot> GRANT = RecordType.<Snapshot>named("grant", "grants")
            .table("people", "grant")
            .numbered("GRA")
            .label(Header.NUMBER)
            .attributes(PERSON, GROUP, ROLE, FOR_ORGANISATION)
            .orders(Order.by(Order.descending(Header.CREATED_AT)))
            .columns(PERSON, GROUP, ROLE, FOR_ORGANISATION, Header.CREATED_AT)
            .deletable()
            .reader(it -> it)
            .build();

    private GrantType() {}
}
