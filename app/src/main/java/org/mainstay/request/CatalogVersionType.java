package org.mainstay.request;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.request.CatalogItem.Period;

/// A catalogue item as it was published; never changed, because what was ordered by it goes on by it.
public final class CatalogVersionType {

    public static final Attribute<String> NAME =
            Attribute.column("name", new Kind.Text(160), REQUIRED, SEARCHED, SET_ONCE);
    public static final Attribute<String> NAME_DE = Attribute.column("name_de", new Kind.Text(160), SET_ONCE);
    public static final Attribute<UUID> ITEM =
            Attribute.column("item", new Kind.Reference("catalog_item"), REQUIRED, SET_ONCE);
    public static final Attribute<Long> EDITION =
            Attribute.column("edition", new Kind.Whole(1, 1_000_000), REQUIRED, SET_ONCE);
    public static final Attribute<String> SHORT_TEXT = Attribute.column("short_text", new Kind.Text(300), SET_ONCE);
    public static final Attribute<String> SHORT_TEXT_DE =
            Attribute.column("short_text_de", new Kind.Text(300), SET_ONCE);
    public static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose(), SET_ONCE);
    public static final Attribute<String> DESCRIPTION_DE =
            Attribute.column("description_de", new Kind.Prose(), SET_ONCE);
    public static final Attribute<Money> PRICE = Attribute.column("price", new Kind.Amount(), SET_ONCE);
    public static final Attribute<Money> RECURRING_PRICE =
            Attribute.column("recurring_price", new Kind.Amount(), SET_ONCE);
    public static final Attribute<Period> RECURRING_PERIOD =
            Attribute.column("recurring_period", new Kind.Choice<>(Period.class), SET_ONCE);
    public static final Attribute<Duration> PROMISE = Attribute.column("promise", new Kind.Span(), SET_ONCE);

    public static final Attribute<UUID> FORM = Attribute.column("form", new Kind.Reference("form"), SET_ONCE);

    /// By which it asks, whatever is published of the form later.
    public static final Attribute<UUID> FORM_VERSION =
            Attribute.column("form_version", new Kind.Reference("form_version"), SET_ONCE);

    /// The tasks that an order makes, as [Steps] write them.
    public static final Attribute<String> STEPS = Attribute.column("steps", new Kind.Prose(), SET_ONCE);

    /// The flow as it was then; the tasks are not made where there is one.
    public static final Attribute<UUID> FLOW_VERSION =
            Attribute.column("flow_version", new Kind.Reference("flow_version"), SET_ONCE);

    /// The items that it orders by what it is answered, as [BundledItems] writes them; empty where it is no bundle.
    public static final Attribute<String> BUNDLED = Attribute.column("bundled", new Kind.Prose(), SET_ONCE);

    /// What is new, for those who keep the item.
    public static final Attribute<String> NOTE = Attribute.column("note", new Kind.Prose());

    public static final RecordType<Snapshot> CATALOG_ITEM_VERSION = RecordType.<Snapshot>named(
                    "catalog_item_version", "catalog-item-versions")
            .table("request", "catalog_item_version")
            .numbered("CTV")
            .label(NAME)
            .attributes(
                    NAME,
                    NAME_DE,
                    ITEM,
                    EDITION,
                    SHORT_TEXT,
                    SHORT_TEXT_DE,
                    DESCRIPTION,
                    DESCRIPTION_DE,
                    PRICE,
                    RECURRING_PRICE,
                    RECURRING_PERIOD,
                    PROMISE,
                    FORM,
                    FORM_VERSION,
                    STEPS,
                    FLOW_VERSION,
                    BUNDLED,
                    NOTE)
            .orders(Order.by(Order.descending(Header.CREATED_AT)))
            .columns(NAME, ITEM, EDITION, PRICE, Header.CREATED_AT)
            .deletable()
            .reader(Function.identity())
            .build();

    private CatalogVersionType() {}
}
