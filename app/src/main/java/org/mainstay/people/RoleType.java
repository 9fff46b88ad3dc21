package org.mainstay.people;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.util.Set;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Named sets of permissions. A role's number is its code.
public final class RoleType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose());

    /// Codes with blanks between them.
    public static final Attribute<String> PERMISSIONS = Attribute.column("permissions", new Kind.Text(2_000), REQUIRED);

    public static final RecordType<Snapshot> ROLE = RecordType.<Snapshot>named("role", "roles")
            .table("people", "role")
            .label(NAME)
            .attributes(NAME, DESCRIPTION, PERMISSIONS)
            .orders(Order.by(Order.ascending(NAME)))
            .columns(NAME, PERMISSIONS)
            .configuration()
            .deletable()
            .reader(it -> it)
            .build();

    private RoleType() {}

    static Set<String> permissions(Snapshot role) {
        return Permissions.of(role.need(PERMISSIONS));
    }
}
