package org.mainstay.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.form.Answers;
import org.mainstay.request.form.Form;
import org.mainstay.request.form.FormCondition;
import org.mainstay.request.form.Forms;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a bundle orders by what it is answered: which of its items, for whom of those who are to get it, and with
/// which answers to what these ask themselves.
final class Bundles {

    private final RecordStore store;
    private final ItemForms forms;

    Bundles(RecordStore store, ItemForms forms) {
        this.store = store;
        this.forms = forms;
    }

    /// One of the bundle's items.
    ///
    /// @param condition null where it always comes along, or where what it says cannot be read any more
    /// @param people for whom it is chosen; none where it is not
    record Choice(BundledItems.Item of, @Nullable FormCondition condition, List<UUID> people) {

        boolean chosen() {
            return !people.isEmpty();
        }
    }

    /// Whether the version is one of a bundle.
    static boolean is(Snapshot version) {
        return version.get(CatalogVersionType.BUNDLED) != null;
    }

    /// What was answered; nothing where nothing is asked.
    static Answers answers(ItemForms.Read read) {
        var answers = read.answers();
        return answers == null ? new Answers(new Form(List.of()), Map.of()) : answers;
    }

    /// @param people who is to get it; those whom the actor does not see get nothing
    private static List<Choice> choices(
            BundledItems items, Answers answers, List<UUID> people, ItemForms.Reading reading) {
        var choices = new ArrayList<Choice>();
        for (var item : items.list()) {
            var condition = condition(answers.form(), item);
            var getting = people.stream()
                    .filter(it -> reading.facts(it)
                            .filter(facts ->
                                    item.condition().isBlank() || condition != null && condition.holds(facts, answers))
                            .isPresent())
                    .toList();
            choices.add(new Choice(item, condition, getting));
        }
        return choices;
    }

    private static @Nullable FormCondition condition(Form form, BundledItems.Item item) {
        return !item.condition().isBlank()
                        && FormCondition.read(form, item.condition()) instanceof FormCondition.Read.Good(var condition)
                ? condition
                : null;
    }

    /// An item of a bundle and the wish for it.
    ///
    /// @param version as the item is offered; null where it is not offered any more
    /// @param wish whose own answers may be missing, at a place below the bundle's; null where it is not wanted
    record Part(Choice choice, @Nullable Snapshot version, Orders.@Nullable Wish wish) {}

    /// All items of a bundle, in their order.
    ///
    /// @param reading of answers to what they ask
    record Parts(List<Part> list, ItemForms.Reading reading) {

        List<Orders.Wish> wishes() {
            return list.stream().flatMap(it -> Stream.ofNullable(it.wish())).toList();
        }
    }

    /// @param answers to its questions, be it that some are missing
    /// @param people who is to get it
    /// @param wish for the bundle
    Parts parts(Actor actor, Snapshot version, Answers answers, List<UUID> people, Orders.Wish wish) {
        var items = BundledItems.of(version);
        var offered = CartApi.versions(
                store,
                items.list().stream().map(BundledItems.Item::item).distinct().toList());
        var reading = forms.reading(actor, offered.values());
        var kept = answers.kept().toString();
        var bundling = Plan.newId();
        var parts = new ArrayList<Part>();
        for (var choice : choices(items, answers, people, reading)) {
            var change = wish.changes().getOrDefault(choice.of().id(), Orders.Change.NONE);
            var of = offered.get(choice.of().item());
            if (!choice.chosen() || change.leftOut()) {
                parts.add(new Part(choice, of, null));
                continue;
            }
            long quantity = change.quantity() == null ? choice.of().quantity() * wish.quantity() : change.quantity();
            parts.add(new Part(
                    choice,
                    of,
                    new Orders.Wish(
                            choice.of().item(),
                            quantity,
                            choice.people(),
                            answers(choice, of, answers, change, reading),
                            "/" + Wishes.ITEMS + "/" + parts.size(),
                            new Orders.Bundled(
                                    bundling, version.id(), choice.of().id(), kept),
                            Map.of())));
        }
        return new Parts(parts, reading);
    }

    /// To what the item asks itself: what the bundle was answered under the same code, what the bundle says, and what
    /// the wish says, each before the one before it.
    private static ObjectNode answers(
            Choice choice,
            @Nullable Snapshot version,
            Answers bundle,
            Orders.Change change,
            ItemForms.Reading reading) {
        var form = version == null ? null : reading.form(version);
        if (version == null || form == null) {
            return change.answers() == null ? JsonNodeFactory.instance.objectNode() : change.answers();
        }
        var given = given(form, bundle, choice.of().answers());
        var fitting = reading.fitting(version, choice.people().getFirst(), given);
        return change.answers() == null ? fitting : fitting.setAll(change.answers());
    }

    private static ObjectNode given(Form form, Answers bundle, Map<String, String> said) {
        var told = bundle.kept();
        var given = JsonNodeFactory.instance.objectNode();
        form.asked().forEach(it -> {
            var code = it.question().code();
            boolean same = bundle.form()
                    .question(code)
                    .filter(other -> Bundling.same(other, it.question()))
                    .isPresent();
            if (same && told.has(code)) {
                given.set(code, told.get(code));
            }
        });
        var texts = new LinkedHashMap<String, String>();
        said.forEach((code, answer) -> BundledItems.other(answer)
                .ifPresentOrElse(
                        other -> {
                            if (told.has(other)) {
                                given.set(code, told.get(other));
                            }
                        },
                        () -> texts.put(code, answer)));
        given.setAll(Forms.written(form, texts));
        return given;
    }
}
