package org.mainstay.request;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.mainstay.conversation.Watchers;
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
    public static final Attribute<Set<UUID>> WATCHERS = Watchers.ATTRIBUTE;

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
                        QUANTITY,
                        PRICE,
                        RECURRING_PRICE,
                        RECURRING_PERIOD,
                        REQUESTER,
                        BENEFICIARY,
                        GROUP,
                        ASSIGNEE,
                        WATCHERS,
                        ORDERED_AT,
                        EXPECTED_AT,
                        FULFILLED_AT,
                        CLOSED_AT)
                .actions(
                        new AssignItem(),
                        new FulfilItem(course),
                        new CloseItem(course),
                        new ReopenItem(course),
                        new CancelItem(course, fulfilment))
                .orders(
                        Order.by(Order.descending(ORDERED_AT)),
                        Order.by(Order.descending(Header.UPDATED_AT)),
                        Order.by(Order.ascending(EXPECTED_AT)))
                .columns(TITLE, STATE, BENEFICIARY, QUANTITY, GROUP, ASSIGNEE, ORDERED_AT, EXPECTED_AT)
                .people(BENEFICIARY, ASSIGNEE, GROUP)
                .finished(STATE, State.FULFILLED, State.CLOSED, State.CANCELLED)
                .section("work", STATE, EXPECTED_AT, GROUP, ASSIGNEE)
                .section("about", REQUEST, ITEM, ITEM_VERSION, QUANTITY, PRICE, RECURRING_PRICE, RECURRING_PERIOD)
                .section("people", REQUESTER, BENEFICIARY, WATCHERS)
                .section("course", ORDERED_AT, FULFILLED_AT, CLOSED_AT)
                .workedBy(WORK)
                .deletable()
                .reader(RequestItem::of)
                .build();
    }
}
