package org.mainstay.change.schedule;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.mainstay.calendar.RecurringWindow;
import org.mainstay.change.ChangeType;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Times in which changes rest: those that affect its items, those of its groups, or all where it names neither.
public final class FreezePeriodType {

    public enum Strictness {
        /// Emergency changes are done all the same.
        FREEZE,
        BLACKOUT
    }

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(160), REQUIRED, SEARCHED);
    public static final Attribute<Strictness> KIND = Attribute.column(
                    "kind", new Kind.Choice<>(Strictness.class), REQUIRED)
            .preset(Strictness.FREEZE);

    /// Of the first one, where it comes again.
    public static final Attribute<Instant> STARTS_AT = Attribute.column("starts_at", new Kind.Moment(), REQUIRED);

    public static final Attribute<Instant> ENDS_AT = Attribute.column("ends_at", new Kind.Moment(), REQUIRED);

    /// See [RecurringWindow].
    public static final Attribute<String> RECURRENCE_RULE =
            Attribute.column("recurrence_rule", new Kind.Text(RecurringWindow.LONGEST));

    /// On whose clock it comes again; without one on the installation's.
    public static final Attribute<String> ZONE = Attribute.column("zone", new Kind.Text(60));

    public static final Attribute<Set<UUID>> ITEMS =
            Attribute.column("items", new Kind.References("configuration_item"));
    public static final Attribute<Set<UUID>> GROUPS = Attribute.column("groups", new Kind.References("group"));
    public static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose(), SEARCHED);
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<Snapshot> FREEZE_PERIOD = RecordType.<Snapshot>named(
                    "freeze_period", "freeze-periods")
            .table("change", "freeze_period")
            .numbered("FRZ")
            .label(NAME)
            .attributes(NAME, KIND, STARTS_AT, ENDS_AT, RECURRENCE_RULE, ZONE, ITEMS, GROUPS, DESCRIPTION, ACTIVE)
            .orders(Order.by(Order.descending(STARTS_AT)))
            .columns(NAME, KIND, STARTS_AT, ENDS_AT, RECURRENCE_RULE, ACTIVE)
            .workedBy(ChangeType.WORK)
            .deletable()
            .reader(it -> it)
            .build();

    private FreezePeriodType() {}
}
