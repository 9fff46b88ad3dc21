package org.mainstay.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.form.Answers;
import org.mainstay.request.form.Form;
import org.mainstay.request.form.Forms;
import org.mainstay.web.Frame;
import org.mainstay.web.Says;
import tools.jackson.databind.node.JsonNodeFactory;

/// Shows what a bundle would order while somebody answers its questions.
final class BundleViews {

    private final RecordStore store;
    private final BundlePreviews previews;
    private final ItemForms forms;
    private final CatalogViews views;

    BundleViews(RecordStore store, BundlePreviews previews, ItemForms forms, CatalogViews views) {
        this.store = store;
        this.previews = previews;
        this.forms = forms;
        this.views = views;
    }

    /// @param version of the item; null is told of one that is no bundle
    /// @param checked the answers so far; null where nothing is asked
    /// @param people who is to get it; empty for the actor
    CatalogView.@Nullable Bundle of(
            Snapshot version,
            Forms.@Nullable Checked checked,
            List<UUID> people,
            long quantity,
            Actor actor,
            Frame frame) {
        if (!Bundles.is(version)) {
            return null;
        }
        var getting = people.isEmpty() ? List.of(actor.id()) : people;
        var answers = checked == null ? new Answers(new Form(List.of()), Map.of()) : checked.answers();
        var wish = new Orders.Wish(
                version.need(CatalogVersionType.ITEM), quantity, people, JsonNodeFactory.instance.objectNode());
        var all = previews.of(actor, version, getting, answers, wish, frame.locale());
        var items = new HashMap<UUID, Snapshot>();
        views.items(all.stream().map(it -> it.choice().of().item()).distinct().toList())
                .forEach(it -> items.put(it.id(), it));
        var labels = store.labelsOf(actor, getting);
        var before = BundlePreviews.before(all);
        var prices = new Prices();
        all.forEach(it -> {
            if (it.wish() != null) {
                prices.add(
                        it.cost(), it.wish().quantity() * it.choice().people().size());
            }
        });
        return new CatalogView.Bundle(
                all.stream()
                        .filter(it -> it.version() != null
                                && items.containsKey(it.choice().of().item()))
                        .map(it -> line(
                                it,
                                Objects.requireNonNull(
                                        items.get(it.choice().of().item())),
                                before.get(it.choice().of().id()),
                                getting.size() == 1
                                        ? ""
                                        : it.choice().people().stream()
                                                .flatMap(who -> Optional.ofNullable(labels.get(who)).stream())
                                                .map(Label::label)
                                                .collect(Collectors.joining(", ")),
                                frame))
                        .toList(),
                Amounts.of(prices.once(), prices.monthly(), prices.yearly(), frame));
    }

    private CatalogView.BundleLine line(
            BundlePreviews.Previewed one, Snapshot item, @Nullable Snapshot before, String people, Frame frame) {
        var version = Objects.requireNonNull(one.version());
        var wish = one.wish();
        var read = one.read();
        var because = one.because().stream()
                .map(it -> frame.say(
                        "request.bundle.because",
                        it.label(),
                        it.value().isEmpty() ? frame.say("request.bundle.unanswered") : it.value()))
                .toList();
        var left = read == null ? List.<String>of() : CartPages.again(read, frame);
        long quantity = wish == null ? one.choice().of().quantity() : wish.quantity();
        return new CatalogView.BundleLine(
                views.card(item, version, forms.form(version).map(it -> it.of()).orElse(null), frame),
                wish != null,
                quantity,
                people,
                because,
                before == null ? "" : frame.say("request.bundle.after", CatalogViews.title(before, frame)),
                left,
                one.refused() == null ? List.of() : Says.errors(one.refused(), frame));
    }
}
