package org.mainstay.cmdb.relation;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import org.mainstay.cmdb.relation.RelationType.Failure;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about types of relation; their number is their code. Named so because a relation
/// type is a thing of the field itself.
public final class RelationTypes {

    public static final Attribute<String> LABEL = Attribute.column("label", new Kind.Text(120), REQUIRED, SEARCHED);
    public static final Attribute<String> LABEL_DE = Attribute.column("label_de", new Kind.Text(120), SEARCHED);
    public static final Attribute<String> REVERSE_LABEL =
            Attribute.column("reverse_label", new Kind.Text(120), REQUIRED, SEARCHED);
    public static final Attribute<String> REVERSE_LABEL_DE =
            Attribute.column("reverse_label_de", new Kind.Text(120), SEARCHED);
    public static final Attribute<String> CODE = Attribute.column(
                    "code", new Kind.Text(60), REQUIRED, SET_ONCE, SEARCHED)
            .derived();
    public static final Attribute<Failure> FAILURE = Attribute.column(
                    "failure", new Kind.Choice<>(Failure.class), REQUIRED)
            .preset(Failure.NONE);
    public static final Attribute<Boolean> CONTAINMENT = Attribute.column(
                    "containment", new Kind.YesNo(), REQUIRED, SET_ONCE)
            .preset(false);

    /// `class > class`, one pair a line; `*` is any class.
    public static final Attribute<String> PAIRS = Attribute.column("pairs", new Kind.Prose(4_000));

    public static final Attribute<Long> TO_AT_MOST = Attribute.column("to_at_most", new Kind.Whole(1, 1_000_000));
    public static final Attribute<Long> FROM_AT_MOST = Attribute.column("from_at_most", new Kind.Whole(1, 1_000_000));
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<RelationType> RELATION_TYPE = RecordType.<RelationType>named(
                    "relation_type", "relation-types")
            .table("cmdb", "relation_type")
            .coded("", CODE)
            .label(LABEL)
            .attributes(
                    LABEL,
                    LABEL_DE,
                    REVERSE_LABEL,
                    REVERSE_LABEL_DE,
                    CODE,
                    FAILURE,
                    CONTAINMENT,
                    PAIRS,
                    TO_AT_MOST,
                    FROM_AT_MOST,
                    ACTIVE)
            .orders(Order.by(Order.ascending(LABEL)), Order.by(Order.ascending(Header.NUMBER)))
            .columns(LABEL, REVERSE_LABEL, CODE, FAILURE, CONTAINMENT, ACTIVE)
            .configuration()
            .deletable()
            .reader(RelationType::of)
            .build();

    private RelationTypes() {}
}
