package org.mainstay.cmdb.relation;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.time.Instant;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about relations between configuration items.
public final class Relations {

    public static final Attribute<String> TYPE =
            Attribute.column("type", new Kind.Pick(KnownRelationTypes.LIST), REQUIRED, SET_ONCE);
    public static final Attribute<UUID> FROM =
            Attribute.column("from", new Kind.Reference("configuration_item"), REQUIRED, SET_ONCE);
    public static final Attribute<UUID> TO =
            Attribute.column("to", new Kind.Reference("configuration_item"), REQUIRED, SET_ONCE);

    /// Relations of one *from* and one type with the same word stand in for each other.
    public static final Attribute<String> REDUNDANCY = Attribute.column("redundancy", new Kind.Text(80));

    /// So many of those that stand in for each other have to work.
    public static final Attribute<Long> NEEDED = Attribute.column("needed", new Kind.Whole(1, 1_000));

    public static final Attribute<Instant> VALID_FROM =
            Attribute.column("valid_from", new Kind.Moment(), REQUIRED).derived();
    public static final Attribute<Instant> VALID_TO = Attribute.column("valid_to", new Kind.Moment());

    /// What said so; empty for a person.
    public static final Attribute<String> SOURCE = Attribute.column("source", new Kind.Text(120));

    /// In percent.
    public static final Attribute<Long> CONFIDENCE = Attribute.column("confidence", new Kind.Whole(0, 100));

    public static final Attribute<Long> PORT = Attribute.column("port", new Kind.Whole(0, 65_535));
    public static final Attribute<String> PROTOCOL = Attribute.column("protocol", new Kind.Text(40));

    public static final RecordType<Relation> RELATION = RecordType.<Relation>named("relation", "relations")
            .table("cmdb", "relation")
            .numbered("REL")
            .label(Header.NUMBER)
            .attributes(FROM, TYPE, TO, REDUNDANCY, NEEDED, VALID_FROM, VALID_TO, SOURCE, CONFIDENCE, PORT, PROTOCOL)
            .orders(Order.by(Order.descending(Header.UPDATED_AT)))
            .columns(FROM, TYPE, TO, VALID_FROM, VALID_TO, SOURCE)
            .deletable()
            .reader(Relation::of)
            .build();

    private Relations() {}
}
