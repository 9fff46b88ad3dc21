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
import org.mainstay.request.Request.State;

/// Everything the platform knows about requests. Their state follows from their items.
public final class RequestType {

    public static final Attribute<String> TITLE = Attribute.column("title", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<State> STATE = Attribute.column(
                    "state", new Kind.Choice<>(State.class), REQUIRED, READ_ONLY)
            .preset(State.REQUESTED);

    /// Who ordered.
    public static final Attribute<UUID> REQUESTER = Attribute.column(
                    "requester", new Kind.Reference("person"), REQUIRED, SET_ONCE)
            .derived();

    /// Who gets it; empty where several people do.
    public static final Attribute<UUID> BENEFICIARY =
            Attribute.column("beneficiary", new Kind.Reference("person"), SET_ONCE);

    /// Sums over its items; empty where there is nothing to pay, or in more than one currency.
    public static final Attribute<Money> TOTAL_PRICE = Attribute.column("total_price", new Kind.Amount(), SET_ONCE);

    public static final Attribute<Money> MONTHLY_PRICE = Attribute.column("monthly_price", new Kind.Amount(), SET_ONCE);
    public static final Attribute<Money> YEARLY_PRICE = Attribute.column("yearly_price", new Kind.Amount(), SET_ONCE);

    public static final Attribute<Instant> ORDERED_AT = Attribute.column(
                    "ordered_at", new Kind.Moment(), REQUIRED, SET_ONCE)
            .derived();

    /// When the last of its items is expected.
    public static final Attribute<Instant> EXPECTED_AT = Attribute.column("expected_at", new Kind.Moment());

    public static final Attribute<Instant> FULFILLED_AT =
            Attribute.column("fulfilled_at", new Kind.Moment(), READ_ONLY);
    public static final Attribute<Instant> CLOSED_AT = Attribute.column("closed_at", new Kind.Moment(), READ_ONLY);
    public static final Attribute<Set<UUID>> WATCHERS = Watchers.ATTRIBUTE;

    /// As modules name it; the installation's own has its engine.
    public static final RecordType<Request> REQUEST = with(Course.NOWHERE, new TaskLine(Course.NOWHERE));

    private RequestType() {}

    static RecordType<Request> with(Course course, Fulfilment fulfilment) {
        return RecordType.<Request>named("request", "requests")
                .table("request", "request")
                .numbered("REQ")
                .label(TITLE)
                .attributes(
                        TITLE,
                        STATE,
                        REQUESTER,
                        BENEFICIARY,
                        TOTAL_PRICE,
                        MONTHLY_PRICE,
                        YEARLY_PRICE,
                        WATCHERS,
                        ORDERED_AT,
                        EXPECTED_AT,
                        FULFILLED_AT,
                        CLOSED_AT)
                .actions(new CloseRequest(course), new CancelRequest(course, fulfilment))
                .orders(Order.by(Order.descending(ORDERED_AT)), Order.by(Order.descending(Header.UPDATED_AT)))
                .columns(TITLE, STATE, REQUESTER, BENEFICIARY, TOTAL_PRICE, ORDERED_AT, EXPECTED_AT)
                .people(REQUESTER, BENEFICIARY)
                .finished(STATE, State.FULFILLED, State.CLOSED, State.CANCELLED)
                .section("work", STATE, EXPECTED_AT)
                .section("people", REQUESTER, BENEFICIARY, WATCHERS)
                .section("price", TOTAL_PRICE, MONTHLY_PRICE, YEARLY_PRICE)
                .section("course", ORDERED_AT, FULFILLED_AT, CLOSED_AT)
                .deletable()
                .reader(Request::of)
                .build();
    }
}
