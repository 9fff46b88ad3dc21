package org.mainstay.change;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import org.mainstay.change.Change.Type;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Everything the platform knows about change models, which administrators own.
public final class ChangeModelType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(120), REQUIRED, SEARCHED);
    public static final Attribute<Type> TYPE = Attribute.column("type", new Kind.Choice<>(Type.class), REQUIRED);

    /// The first active one of a type, by position, is that of changes that name none.
    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(1_000L);

    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    /// See [ChangeModel#states].
    public static final Attribute<String> STATES = Attribute.column("states", new Kind.Text(200), REQUIRED)
            .preset("new, assess, authorize, scheduled, implement, review, closed");

    /// See [ChangeModel#demands].
    public static final Attribute<String> DEMANDS = Attribute.column("demands", new Kind.Prose(5_000));

    /// See [ChangeModel#tasks].
    public static final Attribute<String> TASKS = Attribute.column("tasks", new Kind.Prose(15_000));

    public static final RecordType<Snapshot> CHANGE_MODEL = RecordType.<Snapshot>named("change_model", "change-models")
            .table("change", "change_model")
            .numbered("CHM")
            .label(NAME)
            .attributes(NAME, TYPE, POSITION, ACTIVE, STATES, DEMANDS, TASKS)
            .orders(Order.by(Order.ascending(TYPE), Order.ascending(POSITION)))
            .columns(NAME, TYPE, POSITION, ACTIVE, STATES)
            .configuration()
            .deletable()
            .reader(it -> it)
            .build();

    private ChangeModelType() {}
}
