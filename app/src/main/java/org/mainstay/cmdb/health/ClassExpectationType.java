package org.mainstay.cmdb.health;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.health.ClassExpectation.Related;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about what is expected of items.
public final class ClassExpectationType {

    public static final Attribute<String> ITEM_CLASS =
            Attribute.column("ci_class", new Kind.Pick(ItemClasses.ANY), SET_ONCE);

    /// Codes of attributes, with blanks or commas between them.
    public static final Attribute<String> ATTRIBUTES = Attribute.column("attributes", new Kind.Text(2_000), SEARCHED);

    public static final Attribute<Related> RELATED = Attribute.column("related", new Kind.Choice<>(Related.class));
    public static final Attribute<Boolean> UNIQUE_NAMES = Attribute.column("unique_names", new Kind.YesNo());
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(200), REQUIRED, SEARCHED);

    public static final RecordType<ClassExpectation> CLASS_EXPECTATION = RecordType.<ClassExpectation>named(
                    "class_expectation", "class-expectations")
            .table("cmdb", "class_expectation")
            .numbered("CEX")
            .label(NAME)
            .attributes(NAME, ITEM_CLASS, ATTRIBUTES, RELATED, UNIQUE_NAMES, ACTIVE)
            .orders(Order.by(Order.ascending(NAME)))
            .columns(NAME, ITEM_CLASS, ATTRIBUTES, RELATED, UNIQUE_NAMES, ACTIVE)
            .configuration()
            .deletable()
            .reader(ClassExpectation::of)
            .build();

    private ClassExpectationType() {}
}
