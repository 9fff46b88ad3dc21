package org.mainstay.problem;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.time.Instant;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.problem.Cause.State;

/// Everything the platform knows about the causes of problems. Those of one problem make up a tree, see [CauseTree].
public final class CauseType {

    static final long LAST_POSITION = 1_000_000_000;

    public static final Attribute<String> STATEMENT =
            Attribute.column("statement", new Kind.Text(500), REQUIRED, SEARCHED);
    public static final Attribute<UUID> PROBLEM =
            Attribute.column("problem", new Kind.Reference("problem"), REQUIRED, SET_ONCE);
    public static final Attribute<UUID> PARENT = Attribute.column("parent", new Kind.Reference("cause"), SET_ONCE);
    public static final Attribute<Cause.Kind> KIND = Attribute.column(
                    "kind", new Kind.Choice<>(Cause.Kind.class), REQUIRED)
            .preset(Cause.Kind.WHY);
    public static final Attribute<State> STATE = Attribute.column(
                    "state", new Kind.Choice<>(State.class), REQUIRED, READ_ONLY)
            .preset(State.HYPOTHESIS);

    /// Why it was confirmed or refuted.
    public static final Attribute<String> REASON = Attribute.column("reason", new Kind.Prose(), READ_ONLY);

    public static final Attribute<UUID> DECIDED_BY =
            Attribute.column("decided_by", new Kind.Reference("person"), READ_ONLY);
    public static final Attribute<Instant> DECIDED_AT = Attribute.column("decided_at", new Kind.Moment(), READ_ONLY);

    /// A new one comes last.
    public static final Attribute<Long> POSITION = Attribute.column(
                    "position", new Kind.Whole(0, LAST_POSITION), REQUIRED)
            .derived();

    public static final RecordType<Cause> CAUSE = RecordType.<Cause>named("cause", "causes")
            .table("problem", "cause")
            .numbered("CAU")
            .label(STATEMENT)
            .attributes(STATEMENT, STATE, KIND, PROBLEM, PARENT, POSITION, REASON, DECIDED_BY, DECIDED_AT)
            .actions(
                    new DecideCause("confirm", State.CONFIRMED, 10),
                    new DecideCause("refute", State.REFUTED, 20),
                    new AdoptCause(),
                    new MoveCause(),
                    new ReopenCause())
            .orders(Order.by(Order.descending(Header.UPDATED_AT)))
            .columns(STATEMENT, STATE, KIND, PROBLEM, DECIDED_BY, Header.UPDATED_AT)
            .finished(STATE, State.CONFIRMED, State.REFUTED)
            .section("work", STATE, KIND)
            .section("about", PROBLEM, PARENT, POSITION)
            .section("course", DECIDED_BY, DECIDED_AT)
            .workedBy(ProblemType.WORK)
            .deletable()
            .reader(Cause::of)
            .build();

    private CauseType() {}
}
