package org.mainstay.request;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.mainstay.conversation.Watchers;
import org.mainstay.flow.FlowActions;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.request.CatalogItem.Period;
import org.mainstay.request.Request.State;

/// Everything the platform knows about the items of requests. Read this first, then [Orders] and [Fulfilment].
public final class RequestItemType {

    /// Permission to order for oneself; everybody has it in their own organisation.
    public static final String ORDER = "request:order";

    /// Permission to work on the requests of an organisation, and to order for its people.
    public static final String WORK = "request:work";

    public static final Attribute<String> TITLE = Attribute.column("title", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<UUID> REQUEST =
            Attribute.column("request", new Kind.Reference("request"), REQUIRED, SET_ONCE);
    public static final Attribute<UUID> ITEM =
            Attribute.column("item", new Kind.Reference("catalog_item"), REQUIRED, SET_ONCE);
    public static final Attribute<UUID> ITEM_VERSION =
            Attribute.column("item_version", new Kind.Reference("catalog_item_version"), SET_ONCE);
    public static final Attribute<Long> QUANTITY = Attribute.column(
                    "quantity", new Kind.Whole(1, 1_000), REQUIRED, SET_ONCE)
            .preset(1L);

    /// Of one, when it was ordered.
    public static final Attribute<Money> PRICE = Attribute.column("price", new Kind.Amount(), SET_ONCE);

    public static final Attribute<Money> RECURRING_PRICE =
            Attribute.column("recurring_price", new Kind.Amount(), SET_ONCE);
    public static final Attribute<Period> RECURRING_PERIOD =
            Attribute.column("recurring_period", new Kind.Choice<>(Period.class), SET_ONCE);

    /// By which it was asked for.
    public static final Attribute<UUID> FORM_VERSION =
            Attribute.column("form_version", new Kind.Reference("form_version"), READ_ONLY);

    /// A JSON object by the codes of that form's questions, as [ItemForms] reads it; records by their ids.
    public static final Attribute<String> ANSWERS = Attribute.column("answers", new Kind.Prose(1_000_000), READ_ONLY);

    /// The bundle that chose it, as it was then.
    public static final Attribute<UUID> BUNDLE =
            Attribute.column("bundle", new Kind.Reference("catalog_item_version"), SET_ONCE);

    /// What the bundle was answered, by the codes of its form's questions.
    public static final Attribute<String> BUNDLE_ANSWERS =
            Attribute.column("bundle_answers", new Kind.Prose(1_000_000), READ_ONLY);

    /// Another item of the request, which is delivered before the work on this one begins. Where that is cancelled,
    /// this is, too.
    public static final Attribute<UUID> DEPENDS_ON =
            Attribute.column("depends_on", new Kind.Reference("request_item"), SET_ONCE);

    public static final Attribute<UUID> REQUESTER = Attribute.column(
                    "requester", new Kind.Reference("person"), REQUIRED, SET_ONCE)
            .derived();
    public static final Attribute<UUID> BENEFICIARY = Attribute.column(
                    "beneficiary", new Kind.Reference("person"), REQUIRED, SET_ONCE)
            .derived();

    public static final Attribute<State> STATE = Attribute.column(
                    "state", new Kind.Choice<>(State.class), REQUIRED, READ_ONLY)
            .preset(State.REQUESTED);
    public static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"));
    public static final Attribute<UUID> ASSIGNEE = Attribute.column("assignee", new Kind.Reference("person"));
    public static final Attribute<Instant> ORDERED_AT = Attribute.column(
                    "ordered_at", new Kind.Moment(), REQUIRED, SET_ONCE)
            .derived();
    public static final Attribute<Instant> EXPECTED_AT = Attribute.column("expected_at", new Kind.Moment());
    public static final Attribute<Instant> FULFILLED_AT =
            Attribute.column("fulfilled_at", new Kind.Moment(), READ_ONLY);
    public static final Attribute<Instant> CLOSED_AT = Attribute.column("closed_at", new Kind.Moment(), READ_ONLY);
    /// What those think of it who got it, from 1 to 5.
    public static final Attribute<Long> RATING = Attribute.column("rating", new Kind.Whole(1, 5), READ_ONLY);

    public static final Attribute<String> RATING_TEXT = Attribute.column("rating_text", new Kind.Text(400), READ_ONLY);

    /// When they said so for the first time.
    public static final Attribute<Instant> RATED_AT = Attribute.column("rated_at", new Kind.Moment(), READ_ONLY);

    public static final Attribute<Set<UUID>> WATCHERS = Watchers.ATTRIBUTE;

    /// The flow by which it is fulfilled, to the end.
    public static final Attribute<UUID> FLOW_VERSION =
            Attribute.column("flow_version", new Kind.Reference("flow_version"), SET_ONCE);

    /// Whether a step of its flow has failed, so that somebody has to look at it.
    public static final Attribute<Boolean> FLOW_FAILED = Attribute.column(
                    "flow_failed", new Kind.YesNo(), REQUIRED, READ_ONLY)
            .preset(false);

    /// The step after which who ordered it does not cancel it any more, as people call it; empty before it is reached.
    public static final Attribute<String> NO_RETURN = Attribute.column("no_return", new Kind.Text(200), READ_ONLY);

    public static final Attribute<Instant> NO_RETURN_AT =
            Attribute.column("no_return_at", new Kind.Moment(), READ_ONLY);

    /// As modules name it; the installation's own has its engine.
    public static final RecordType<RequestItem> REQUEST_ITEM = with(Course.NOWHERE, new TaskLine(Course.NOWHERE));

    private RequestItemType() {}

    static RecordType<RequestItem> with(Course course, Fulfilment fulfilment) {
        return RecordType.<RequestItem>named("request_item", "request-items")
                .table("request", "request_item")
                .numbered("RITM")
                .label(TITLE)
                .attributes(
                        TITLE,
                        STATE,
                        REQUEST,
                        ITEM,
                        ITEM_VERSION,
                        FLOW_VERSION,
                        FLOW_FAILED,
                        QUANTITY,
                        PRICE,
                        RECURRING_PRICE,
                        RECURRING_PERIOD,
                        FORM_VERSION,
                        ANSWERS,
                        BUNDLE,
                        BUNDLE_ANSWERS,
                        DEPENDS_ON,
                        REQUESTER,
                        BENEFICIARY,
                        GROUP,
                        ASSIGNEE,
                        WATCHERS,
                        ORDERED_AT,
                        EXPECTED_AT,
                        FULFILLED_AT,
                        CLOSED_AT,
                        RATING,
                        RATING_TEXT,
                        RATED_AT,
                        NO_RETURN,
                        NO_RETURN_AT)
                .actions(
                        new AssignItem(),
                        new FulfilItem(course),
                        new CloseItem(course),
                        new ReopenItem(course),
                        new Rate(),
                        new CancelItem(course, fulfilment),
                        new LinkIncident(),
                        new CreateIncident())
                .actions(FlowActions.<RequestItem>of(
                        RequestItem::flowFailed,
                        it -> it.flowVersion() != null && it.state().open(),
                        (_, acting) -> Permits.agents(acting)))
                .orders(
                        Order.by(Order.descending(ORDERED_AT)),
                        Order.by(Order.descending(Header.UPDATED_AT)),
                        Order.by(Order.ascending(EXPECTED_AT)))
                .columns(TITLE, STATE, BENEFICIARY, QUANTITY, GROUP, ASSIGNEE, ORDERED_AT, EXPECTED_AT)
                .people(BENEFICIARY, ASSIGNEE, GROUP)
                .finished(STATE, State.FULFILLED, State.CLOSED, State.CANCELLED)
                .section("work", STATE, FLOW_FAILED, EXPECTED_AT, GROUP, ASSIGNEE)
                .section(
                        "about",
                        REQUEST,
                        ITEM,
                        ITEM_VERSION,
                        FLOW_VERSION,
                        FORM_VERSION,
                        BUNDLE,
                        DEPENDS_ON,
                        QUANTITY,
                        PRICE,
                        RECURRING_PRICE,
                        RECURRING_PERIOD)
                .apart(ANSWERS, BUNDLE_ANSWERS)
                .section("people", REQUESTER, BENEFICIARY, WATCHERS)
                .section("course", ORDERED_AT, NO_RETURN, NO_RETURN_AT, FULFILLED_AT, CLOSED_AT)
                .section("rating", RATING, RATING_TEXT, RATED_AT)
                .workedBy(WORK)
                .deletable()
                .reader(RequestItem::of)
                .build();
    }
}
