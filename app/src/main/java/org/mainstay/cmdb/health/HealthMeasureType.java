package org.mainstay.cmdb.health;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about measures of health. A measure's number is its code.
public final class HealthMeasureType {

    public static final Attribute<String> LABEL = Attribute.column("label", new Kind.Text(120), REQUIRED, SEARCHED);
    public static final Attribute<String> LABEL_DE = Attribute.column("label_de", new Kind.Text(120), SEARCHED);
    public static final Attribute<String> CODE = Attribute.column(
                    "code", new Kind.Text(60), REQUIRED, SET_ONCE, SEARCHED)
            .derived();
    public static final Attribute<Long> WEIGHT =
            Attribute.column("weight", new Kind.Whole(0, 100), REQUIRED).preset(10L);
    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(1_000L);
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<HealthMeasure> HEALTH_MEASURE = RecordType.<HealthMeasure>named(
                    "health_measure", "health-measures")
            .table("cmdb", "health_measure")
            .coded("", CODE)
            .label(LABEL)
            .attributes(LABEL, LABEL_DE, CODE, WEIGHT, POSITION, ACTIVE)
            .orders(Order.by(Order.ascending(POSITION)))
            .columns(LABEL, WEIGHT, POSITION, ACTIVE)
            .configuration()
            .deletable()
            .reader(HealthMeasure::of)
            .build();

    private HealthMeasureType() {}
}
