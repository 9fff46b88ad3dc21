package org.mainstay.cmdb.drift;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.time.Instant;
import java.util.UUID;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.drift.Drift.State;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about drift. What is otherwise, attribute by attribute, are its lines, see
/// [DriftLine].
public final class DriftType {

    static final int SUMMARY_LENGTH = 200;

    public static final Attribute<String> SUMMARY =
            Attribute.column("summary", new Kind.Text(SUMMARY_LENGTH), REQUIRED, SET_ONCE, SEARCHED);
    public static final Attribute<UUID> ITEM =
            Attribute.column("item", new Kind.Reference("configuration_item"), REQUIRED, SET_ONCE);
    public static final Attribute<String> CLASS = Attribute.column(
                    "class", new Kind.Pick(ItemClasses.WITH_ITEMS), REQUIRED, SET_ONCE)
            .derived();
    public static final Attribute<State> STATE = Attribute.column(
                    "state", new Kind.Choice<>(State.class), REQUIRED, READ_ONLY)
            .preset(State.OPEN);

    /// Whether all that is left of it comes and goes.
    public static final Attribute<Boolean> FLAPPING =
            Attribute.column("flapping", new Kind.YesNo(), REQUIRED, READ_ONLY).preset(false);

    public static final Attribute<UUID> SOURCE =
            Attribute.column("source", new Kind.Reference("discovery_source"), SET_ONCE);
    public static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"));

    /// How many attributes and relations are otherwise, without those that flap.
    public static final Attribute<Long> CHANGES =
            Attribute.column("changes", new Kind.Whole(), REQUIRED, READ_ONLY).preset(0L);

    public static final Attribute<Instant> FIRST_SEEN = Attribute.column(
                    "first_seen", new Kind.Moment(), REQUIRED, SET_ONCE)
            .derived();
    public static final Attribute<Instant> LAST_SEEN =
            Attribute.column("last_seen", new Kind.Moment(), REQUIRED, SET_ONCE).derived();

    /// How many deliveries found something otherwise.
    public static final Attribute<Long> TIMES =
            Attribute.column("times", new Kind.Whole(), REQUIRED, READ_ONLY).preset(1L);

    public static final Attribute<String> NOTE = Attribute.column("note", new Kind.Prose());
    public static final Attribute<Instant> DECIDED_AT = Attribute.column("decided_at", new Kind.Moment(), READ_ONLY);
    public static final Attribute<UUID> DECIDED_BY =
            Attribute.column("decided_by", new Kind.Reference("person"), READ_ONLY);

    /// As code of modules names it; what actions it really has, the bean knows.
    public static final RecordType<Drift> DRIFT = described(new MakeChange());

    /// @param change asks for what the practice of changes contributes
    static RecordType<Drift> described(MakeChange change) {
        return RecordType.<Drift>named("drift", "drifts")
                .table("cmdb", "drift")
                .numbered("DRF")
                .label(SUMMARY)
                .attributes(
                        SUMMARY,
                        ITEM,
                        CLASS,
                        STATE,
                        FLAPPING,
                        SOURCE,
                        GROUP,
                        CHANGES,
                        FIRST_SEEN,
                        LAST_SEEN,
                        TIMES,
                        NOTE,
                        DECIDED_AT,
                        DECIDED_BY)
                .orders(Order.by(Order.descending(LAST_SEEN)), Order.by(Order.descending(Header.UPDATED_AT)))
                .section("what", ITEM, CLASS, STATE, FLAPPING, GROUP)
                .section("seen", SOURCE, CHANGES, FIRST_SEEN, LAST_SEEN, TIMES)
                .section("decision", NOTE, DECIDED_AT, DECIDED_BY)
                .columns(SUMMARY, ITEM, CLASS, STATE, CHANGES, GROUP, SOURCE, LAST_SEEN)
                .people(DECIDED_BY)
                .finished(STATE, State.ACCEPTED, State.REVERSED, State.EXPLAINED)
                .actions(new AcceptDrift(), change)
                .deletable()
                .reader(Drift::of)
                .build();
    }

    private DriftType() {}
}
