package org.mainstay.people;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.util.Set;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Groups that work is given to. Grants to a group are its members' alone, not those of groups below it.
public final class GroupType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose());
    public static final Attribute<UUID> MANAGER = Attribute.column("manager", new Kind.Reference("person"));
    public static final Attribute<UUID> PARENT = Attribute.column("parent", new Kind.Reference("group"));
    public static final Attribute<Set<UUID>> MEMBERS = Attribute.column("members", new Kind.References("person"));
    public static final Attribute<String> EMAIL = Attribute.column("email", new Kind.Text(254));
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<Snapshot> GROUP = RecordType.<Snapshot>named("group", "groups")
            .table("people", "group")
            .numbered("GRP")
            .label(NAME)
            .attributes(NAME, DESCRIPTION, MANAGER, PARENT, MEMBERS, EMAIL, ACTIVE)
            .orders(Order.by(Order.ascending(NAME)))
            .columns(NAME, MANAGER, PARENT, ACTIVE)
            .deletable()
            .reader(it -> it)
            .build();

    private GroupType() {}
}
