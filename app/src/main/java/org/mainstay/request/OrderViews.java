package org.mainstay.request;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Markdown;
import org.mainstay.conversation.Mentions;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.PersonType;
import org.mainstay.request.form.Answers;
import org.mainstay.request.form.Facts;
import org.mainstay.request.form.Form;
import org.mainstay.request.form.FormFill;
import org.mainstay.request.form.FormFills;
import org.mainstay.web.Frame;

/// Shows an item with the form that orders it.
final class OrderViews {

    private final RecordStore store;
    private final ItemForms forms;
    private final FormFills fills;
    private final OrderFiles files;
    private final CatalogViews views;
    private final BundleViews bundles;
    private final Mentions mentions;
    private final Clock clock;

    OrderViews(
            RecordStore store,
            ItemForms forms,
            FormFills fills,
            OrderFiles files,
            CatalogViews views,
            BundleViews bundles,
            Mentions mentions,
            Clock clock) {
        this.store = store;
        this.forms = forms;
        this.fills = fills;
        this.files = files;
        this.views = views;
        this.bundles = bundles;
        this.mentions = mentions;
        this.clock = clock;
    }

    /// How many of it, and who gets it: empty for whoever orders.
    record Getting(long quantity, List<UUID> people) {}

    /// What is asked at first.
    ///
    /// @param person who gets it
    @Nullable
    FormFill begun(Snapshot version, UUID person, Actor actor, Frame frame) {
        return form(version)
                .map(it -> fills.begun(it, asking(actor, person, List.of(), frame)))
                .orElse(null);
    }

    /// The same with what was sent.
    ///
    /// @param complains whether it says what is wrong
    @Nullable
    FormFill again(
            Snapshot version, UUID person, Map<String, String[]> fields, boolean complains, Actor actor, Frame frame) {
        var given = fields.values().stream().flatMap(Arrays::stream).toList();
        return form(version)
                .map(it -> fills.again(it, asking(actor, person, given, frame), fields, complains))
                .orElse(null);
    }

    /// The same with what a line of the cart says, and what is wrong with that.
    @Nullable
    FormFill of(Cart.Line line, Snapshot version, UUID person, Actor actor, Frame frame) {
        var form = form(version).orElse(null);
        if (form == null) {
            return null;
        }
        var given = ItemForms.json(line.answers());
        var ids = OrderFiles.codes(form).stream()
                .flatMap(it -> given.path(it).valueStream())
                .map(it -> it.asString(""))
                .toList();
        var asking = asking(actor, person, ids, frame);
        return fills.changed(form, asking, forms.fitting(actor, form, asking.facts(), person, given), true);
    }

    /// The questions that ask for files.
    List<String> files(Snapshot version) {
        return form(version).map(OrderFiles::codes).orElse(List.of());
    }

    private Optional<Form> form(Snapshot version) {
        return forms.form(version).map(it -> it.of());
    }

    private FormFills.Asking asking(Actor actor, UUID person, List<String> given, Frame frame) {
        var facts = forms.facts(actor, person)
                .orElseGet(() -> new Facts(LocalDate.ofInstant(clock.instant(), actor.zone()), Map.of()));
        return new FormFills.Asking(actor, person, facts, frame.locale(), files.names(actor, given));
    }

    CatalogView.Item item(
            Snapshot item,
            Snapshot version,
            CatalogView.Typed typed,
            @Nullable FormFill fill,
            Getting getting,
            String line,
            int inCart,
            Actor actor,
            Frame frame) {
        int pieces = (int) Math.clamp(getting.quantity(), 1, 1_000)
                * Math.max(1, getting.people().size());
        var description =
                CatalogViews.said(version, CatalogVersionType.DESCRIPTION, CatalogVersionType.DESCRIPTION_DE, frame);
        var text = description == null ? "" : description;
        var why = views.why(item.id(), actor.id(), actor, frame);
        var category = item.need(CatalogItemType.CATEGORY);
        boolean allowed = why.stream().allMatch(CatalogView.Condition::holds);
        return new CatalogView.Item(
                views.card(item, version, form(version).orElse(null), frame),
                item.number(),
                text.isEmpty() ? "" : Markdown.html(text, mentions.in(List.of(text), actor)),
                views.categoryHref(category),
                views.name(category, frame),
                item.need(CatalogItemType.MOST),
                item.need(CatalogItemType.FOR_OTHERS) && ordersForOthers(actor),
                CatalogItem.of(item).offered(clock.instant()),
                allowed ? List.of() : why,
                typed,
                typed.once().isEmpty() ? UUID.randomUUID().toString() : typed.once(),
                fill,
                total(version, fill, pieces, frame),
                line,
                inCart,
                bundle(version, fill, getting, actor, frame));
    }

    CatalogView.@Nullable Bundle bundle(
            Snapshot version, @Nullable FormFill fill, Getting getting, Actor actor, Frame frame) {
        var checked = fill == null ? null : fill.checked();
        return bundles.of(version, checked, getting.people(), getting.quantity(), actor, frame);
    }

    private boolean ordersForOthers(Actor actor) {
        return actor.may(RequestItemType.WORK)
                || !store.list(
                                actor,
                                PersonType.PERSON,
                                Query.of(Filter.is(PersonType.MANAGER, actor.id()))
                                        .limit(1))
                        .items()
                        .isEmpty();
    }

    private CatalogView.Total total(Snapshot version, @Nullable FormFill fill, int pieces, Frame frame) {
        @Nullable Answers answers = fill == null ? null : fill.checked().answers();
        var offered = Cost.offered(version);
        var added = answers == null
                ? Stream.<Money>of()
                : answers.form()
                        .asked()
                        .flatMap(it -> it.question().kind().options().stream())
                        .flatMap(it -> Stream.of(Optional.ofNullable(it.price()), Optional.ofNullable(it.recurring()))
                                .flatMap(Optional::stream));
        var currency = Stream.concat(
                        Stream.of(Optional.ofNullable(offered.once()), Optional.ofNullable(offered.recurring()))
                                .flatMap(Optional::stream),
                        added)
                .map(it -> it.currency().getCurrencyCode())
                .findFirst()
                .orElse("");
        var period = offered.period() == CatalogItem.Period.YEAR ? "request.price.year" : "request.price.month";
        return new CatalogView.Total(
                Amounts.of(Cost.of(version, answers), pieces, frame),
                plain(offered.once()),
                plain(offered.recurring()),
                currency,
                frame.say(period, "{0}"),
                frame.say("request.free"));
    }

    private static String plain(@Nullable Money money) {
        return (money == null ? BigDecimal.ZERO : money.amount()).toPlainString();
    }
}
