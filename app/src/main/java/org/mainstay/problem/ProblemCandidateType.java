package org.mainstay.problem;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.time.Instant;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.problem.ProblemCandidate.State;

/// Everything the platform knows about candidates for problems. [Clustering] says how they come about, [Candidates]
/// what
/// becomes of them night by night.
public final class ProblemCandidateType {

    static final int LONGEST_TITLE = 200;

    /// What the clustering calls it first; people may call it otherwise.
    public static final Attribute<String> TITLE =
            Attribute.column("title", new Kind.Text(LONGEST_TITLE), REQUIRED, SEARCHED);

    public static final Attribute<State> STATE = Attribute.column(
                    "state", new Kind.Choice<>(State.class), REQUIRED, READ_ONLY)
            .preset(State.OPEN);

    /// What most titles of its incidents have in common, as they are written without capitals and accents.
    public static final Attribute<String> WORDS = Attribute.column("words", new Kind.Text(500), READ_ONLY);

    public static final Attribute<UUID> CATEGORY =
            Attribute.column("category", new Kind.TreePick("category"), READ_ONLY);
    public static final Attribute<UUID> SERVICE =
            Attribute.column("service", new Kind.Reference("configuration_item"), READ_ONLY);
    public static final Attribute<UUID> CONFIGURATION_ITEM =
            Attribute.column("configuration_item", new Kind.Reference("configuration_item"), READ_ONLY);

    /// Opened in the latest period.
    public static final Attribute<Long> INCIDENT_COUNT = Attribute.column(
                    "incident_count", new Kind.Whole(), REQUIRED, READ_ONLY)
            .preset(0L);

    /// Opened in the period before it.
    public static final Attribute<Long> INCIDENT_COUNT_BEFORE = Attribute.column(
                    "incident_count_before", new Kind.Whole(), REQUIRED, READ_ONLY)
            .preset(0L);

    /// By how many they became more; below zero where they became fewer.
    public static final Attribute<Long> GROWTH =
            Attribute.column("growth", new Kind.Whole(), REQUIRED, READ_ONLY).preset(0L);

    public static final Attribute<Long> PEOPLE =
            Attribute.column("people", new Kind.Whole(), REQUIRED, READ_ONLY).preset(0L);
    public static final Attribute<Long> MINUTES_LOST = Attribute.column(
                    "minutes_lost", new Kind.Whole(), REQUIRED, READ_ONLY)
            .preset(0L);

    /// Where the installation says what an hour costs.
    public static final Attribute<Money> COST = Attribute.column("cost", new Kind.Amount(), READ_ONLY);

    public static final Attribute<Instant> FIRST_SEEN = Attribute.column("first_seen", new Kind.Moment(), READ_ONLY);
    public static final Attribute<Instant> LAST_SEEN = Attribute.column("last_seen", new Kind.Moment(), READ_ONLY);

    /// What was made of it.
    public static final Attribute<UUID> PROBLEM = Attribute.column("problem", new Kind.Reference("problem"), READ_ONLY);

    public static final Attribute<String> DISMISSAL_REASON =
            Attribute.column("dismissal_reason", new Kind.Prose(), READ_ONLY);
    public static final Attribute<Instant> DECIDED_AT = Attribute.column("decided_at", new Kind.Moment(), READ_ONLY);
    public static final Attribute<UUID> DECIDED_BY =
            Attribute.column("decided_by", new Kind.Reference("person"), READ_ONLY);

    /// As modules name it; the installation's own knows which incidents are behind each.
    public static final RecordType<ProblemCandidate> PROBLEM_CANDIDATE = with(CandidateIncidents.NONE);

    private ProblemCandidateType() {}

    static RecordType<ProblemCandidate> with(CandidateIncidents incidents) {
        return RecordType.<ProblemCandidate>named("problem_candidate", "problem-candidates")
                .table("problem", "problem_candidate")
                .numbered("PBC")
                .label(TITLE)
                .attributes(
                        TITLE,
                        STATE,
                        WORDS,
                        SERVICE,
                        CATEGORY,
                        CONFIGURATION_ITEM,
                        INCIDENT_COUNT,
                        INCIDENT_COUNT_BEFORE,
                        GROWTH,
                        PEOPLE,
                        MINUTES_LOST,
                        COST,
                        FIRST_SEEN,
                        LAST_SEEN,
                        PROBLEM,
                        DISMISSAL_REASON,
                        DECIDED_AT,
                        DECIDED_BY)
                .actions(new AcceptCandidate(incidents), new DismissCandidate())
                .orders(
                        Order.by(Order.descending(GROWTH)),
                        Order.by(Order.descending(INCIDENT_COUNT)),
                        Order.by(Order.descending(MINUTES_LOST)),
                        Order.by(Order.descending(LAST_SEEN)),
                        Order.by(Order.descending(Header.UPDATED_AT)))
                .columns(TITLE, STATE, SERVICE, CATEGORY, INCIDENT_COUNT, GROWTH, PEOPLE, MINUTES_LOST, LAST_SEEN)
                .people(DECIDED_BY)
                .finished(STATE, State.ACCEPTED, State.DISMISSED, State.FADED)
                .section("what", STATE, WORDS, SERVICE, CATEGORY, CONFIGURATION_ITEM)
                .section(
                        "extent",
                        INCIDENT_COUNT,
                        INCIDENT_COUNT_BEFORE,
                        GROWTH,
                        PEOPLE,
                        MINUTES_LOST,
                        COST,
                        FIRST_SEEN,
                        LAST_SEEN)
                .section("decision", PROBLEM, DECIDED_AT, DECIDED_BY)
                .workedBy(ProblemType.WORK)
                .deletable()
                .reader(ProblemCandidate::of)
                .build();
    }
}
