package org.mainstay.problem;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.time.Instant;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.problem.KnownError.State;

/// Everything the platform knows about known errors.
public final class KnownErrorType {

    public static final Attribute<String> TITLE = Attribute.column("title", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<State> STATE = Attribute.column(
                    "state", new Kind.Choice<>(State.class), REQUIRED, READ_ONLY)
            .preset(State.DRAFT);

    /// How it shows itself, in the words of those who report it: incidents are compared with it.
    public static final Attribute<String> SYMPTOM = Attribute.column("symptom", new Kind.Prose(), SEARCHED);

    public static final Attribute<String> CAUSE = Attribute.column("cause", new Kind.Prose(), SEARCHED);

    /// Written for those who have the error: it is told to them.
    public static final Attribute<String> WORKAROUND = Attribute.column("workaround", new Kind.Prose(), SEARCHED);

    public static final Attribute<UUID> PROBLEM = Attribute.column("problem", new Kind.Reference("problem"));
    public static final Attribute<UUID> CATEGORY = Attribute.column("category", new Kind.TreePick("category"));
    public static final Attribute<UUID> SERVICE = Attribute.column("service", new Kind.Reference("configuration_item"));
    public static final Attribute<UUID> CONFIGURATION_ITEM =
            Attribute.column("configuration_item", new Kind.Reference("configuration_item"));
    public static final Attribute<Instant> PUBLISHED_AT =
            Attribute.column("published_at", new Kind.Moment(), READ_ONLY);
    public static final Attribute<Instant> RETIRED_AT = Attribute.column("retired_at", new Kind.Moment(), READ_ONLY);

    /// As modules name it; the installation's own knows what is linked.
    public static final RecordType<KnownError> KNOWN_ERROR = with(Links.NONE);

    private KnownErrorType() {}

    static RecordType<KnownError> with(Links links) {
        return RecordType.<KnownError>named("known_error", "known-errors")
                .table("problem", "known_error")
                .numbered("KE")
                .label(TITLE)
                .attributes(
                        TITLE,
                        STATE,
                        SYMPTOM,
                        WORKAROUND,
                        CAUSE,
                        PROBLEM,
                        CATEGORY,
                        SERVICE,
                        CONFIGURATION_ITEM,
                        PUBLISHED_AT,
                        RETIRED_AT)
                .actions(new Publish(links), new Retire())
                .orders(Order.by(Order.descending(PUBLISHED_AT)), Order.by(Order.descending(Header.UPDATED_AT)))
                .columns(TITLE, STATE, SERVICE, CATEGORY, PROBLEM, PUBLISHED_AT)
                .finished(STATE, State.RETIRED)
                .suggested(CATEGORY, SERVICE)
                .section("about", STATE, PROBLEM, CATEGORY, SERVICE, CONFIGURATION_ITEM)
                .section("course", PUBLISHED_AT, RETIRED_AT)
                .workedBy(ProblemType.WORK)
                .deletable()
                .reader(KnownError::of)
                .build();
    }
}
