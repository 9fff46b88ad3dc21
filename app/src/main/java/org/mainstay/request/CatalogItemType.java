package org.mainstay.request;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.request.CatalogItem.Period;
import org.mainstay.request.CatalogItem.State;

/// What can be ordered, as administrators write it. Its content is shown and ordered as it was published last, which a
/// version keeps; who may see and order it, when and how much of it, holds at once. Read this first.
public final class CatalogItemType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(160), REQUIRED, SEARCHED);
    public static final Attribute<String> NAME_DE = Attribute.column("name_de", new Kind.Text(160), SEARCHED);
    public static final Attribute<UUID> CATEGORY =
            Attribute.column("category", new Kind.TreePick("catalog_category"), REQUIRED);
    public static final Attribute<State> STATE = Attribute.column(
                    "state", new Kind.Choice<>(State.class), REQUIRED, READ_ONLY)
            .preset(State.DRAFT);
    public static final Attribute<Icon> ICON =
            Attribute.column("icon", new Kind.Choice<>(Icon.class), REQUIRED).preset(Icon.BOX);
    public static final Attribute<String> SHORT_TEXT = Attribute.column("short_text", new Kind.Text(300), SEARCHED);
    public static final Attribute<String> SHORT_TEXT_DE =
            Attribute.column("short_text_de", new Kind.Text(300), SEARCHED);
    public static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose());
    public static final Attribute<String> DESCRIPTION_DE = Attribute.column("description_de", new Kind.Prose());
    public static final Attribute<Money> PRICE = Attribute.column("price", new Kind.Amount());
    public static final Attribute<Money> RECURRING_PRICE = Attribute.column("recurring_price", new Kind.Amount());
    public static final Attribute<Period> RECURRING_PERIOD =
            Attribute.column("recurring_period", new Kind.Choice<>(Period.class));

    /// The form whose questions are asked, as it is published when the item is.
    public static final Attribute<UUID> FORM = Attribute.column("form", new Kind.Reference("form"));

    /// By which what is offered now asks.
    public static final Attribute<UUID> FORM_VERSION =
            Attribute.column("form_version", new Kind.Reference("form_version"), READ_ONLY);

    /// How long it takes at most, as promised.
    public static final Attribute<Duration> PROMISE = Attribute.column("promise", new Kind.Span());

    /// Filters over persons, checked when they are saved; blank for everybody, and for whoever sees it.
    public static final Attribute<String> SEEN_BY = Attribute.column("seen_by", new Kind.Text(2_000));

    public static final Attribute<String> ORDERED_BY = Attribute.column("ordered_by", new Kind.Text(2_000));
    public static final Attribute<Boolean> FOR_OTHERS =
            Attribute.column("for_others", new Kind.YesNo(), REQUIRED).preset(true);

    /// How many of it at once.
    public static final Attribute<Long> MOST =
            Attribute.column("most", new Kind.Whole(1, 1_000), REQUIRED).preset(1L);

    public static final Attribute<Instant> AVAILABLE_FROM = Attribute.column("available_from", new Kind.Moment());
    public static final Attribute<Instant> AVAILABLE_TO = Attribute.column("available_to", new Kind.Moment());
    public static final Attribute<UUID> OWNER = Attribute.column("owner", new Kind.Reference("person"));

    /// Who fulfils it.
    public static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"));

    /// The flow by which it is fulfilled; its tasks count only where it has none.
    public static final Attribute<UUID> FLOW = Attribute.column("flow", new Kind.Reference("flow"));

    /// How often it was published.
    public static final Attribute<Long> EDITION = Attribute.column(
                    "edition", new Kind.Whole(0, 1_000_000), REQUIRED, READ_ONLY)
            .preset(0L);

    public static final Attribute<UUID> CURRENT_VERSION =
            Attribute.column("current_version", new Kind.Reference("catalog_item_version"), READ_ONLY);
    public static final Attribute<Instant> PUBLISHED_AT =
            Attribute.column("published_at", new Kind.Moment(), READ_ONLY);

    /// What a version keeps, under the same codes there.
    static final List<Attribute<?>> CONTENT = List.of(
            NAME,
            NAME_DE,
            SHORT_TEXT,
            SHORT_TEXT_DE,
            DESCRIPTION,
            DESCRIPTION_DE,
            PRICE,
            RECURRING_PRICE,
            RECURRING_PERIOD,
            PROMISE,
            FORM);

    public static final RecordType<CatalogItem> CATALOG_ITEM = RecordType.<CatalogItem>named(
                    "catalog_item", "catalog-items")
            .table("request", "catalog_item")
            .numbered("CTI")
            .label(NAME)
            .attributes(
                    NAME,
                    NAME_DE,
                    STATE,
                    CATEGORY,
                    ICON,
                    SHORT_TEXT,
                    SHORT_TEXT_DE,
                    DESCRIPTION,
                    DESCRIPTION_DE,
                    PRICE,
                    RECURRING_PRICE,
                    RECURRING_PERIOD,
                    PROMISE,
                    FORM,
                    SEEN_BY,
                    ORDERED_BY,
                    FOR_OTHERS,
                    MOST,
                    AVAILABLE_FROM,
                    AVAILABLE_TO,
                    OWNER,
                    GROUP,
                    FLOW,
                    EDITION,
                    CURRENT_VERSION,
                    FORM_VERSION,
                    PUBLISHED_AT)
            .actions(new Publish(), new Retire())
            .orders(Order.by(Order.ascending(NAME)), Order.by(Order.descending(Header.UPDATED_AT)))
            .columns(NAME, CATEGORY, STATE, PRICE, PROMISE, GROUP, EDITION)
            .people(OWNER, GROUP)
            .section("content", CATEGORY, ICON, SHORT_TEXT, SHORT_TEXT_DE, FORM)
            .section("price", PRICE, RECURRING_PRICE, RECURRING_PERIOD, PROMISE)
            .section("entitlement", SEEN_BY, ORDERED_BY, FOR_OTHERS, MOST, AVAILABLE_FROM, AVAILABLE_TO)
            .section("keeping", OWNER, GROUP, FLOW, STATE, EDITION, CURRENT_VERSION, FORM_VERSION, PUBLISHED_AT)
            .configuration()
            .deletable()
            .reader(CatalogItem::of)
            .build();

    private CatalogItemType() {}
}
