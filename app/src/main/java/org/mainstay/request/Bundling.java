package org.mainstay.request;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.request.form.Form;
import org.mainstay.request.form.FormCondition;
import org.mainstay.request.form.FormVersionType;
import org.mainstay.request.form.Forms;
import org.mainstay.request.form.Question;
import org.mainstay.request.form.QuestionKind;

/// What is checked of a bundle when it is published: that its items can be ordered, its conditions be read, and that
/// answers fit what they are for.
record Bundling(Acting acting) {

    private static final int MOST = 50;

    private static final Form NO_QUESTIONS = new Form(List.of());

    /// @param formVersion by which the bundle asks; null where it asks nothing
    /// @param fulfilled whether the item has tasks or a flow of its own
    /// @return what it bundles, as text; null where it is no bundle
    @Nullable
    String text(@Nullable UUID formVersion, boolean fulfilled) throws Refusal {
        var records =
                acting
                        .lookup()
                        .list(
                                BundleItemType.BUNDLE_ITEM,
                                "bundle:" + acting.subject().id(),
                                MOST + 1)
                        .stream()
                        .sorted(Comparator.comparing((Snapshot it) -> it.need(BundleItemType.POSITION))
                                .thenComparing(Snapshot::number))
                        .toList();
        if (records.isEmpty()) {
            return null;
        }
        if (records.size() > MOST) {
            throw new Refusal(Problem.of("request.bundle.too_many", MOST));
        }
        if (fulfilled) {
            throw new Refusal(Problem.of("request.bundle.fulfilled"));
        }
        for (var price : List.of(CatalogItemType.PRICE, CatalogItemType.RECURRING_PRICE)) {
            if (acting.subject().get(price) != null) {
                throw new Refusal(Problem.at(price, "request.bundle.price"));
            }
        }
        var form = form(formVersion);
        plain(form);
        order(records);
        for (var record : records) {
            check(record, form);
        }
        return BundledItems.of(records).text();
    }

    private Form form(@Nullable UUID version) {
        return version == null
                ? NO_QUESTIONS
                : acting.lookup()
                        .get(FormVersionType.FORM_VERSION, version)
                        .flatMap(it -> Forms.read(it.need(FormVersionType.DOCUMENT)))
                        .orElse(NO_QUESTIONS);
    }

    /// What has a price or a file belongs to what is ordered by it, so the items ask for that.
    private static void plain(Form form) throws Refusal {
        for (var part : form.parts()) {
            for (var asked : part.questions()) {
                var kind = asked.question().kind();
                if (kind instanceof QuestionKind.Attachment
                        || kind.options().stream().anyMatch(it -> it.price() != null || it.recurring() != null)) {
                    throw new Refusal(Problem.at(
                            CatalogItemType.FORM,
                            "request.bundle.question",
                            asked.question().code()));
                }
            }
        }
    }

    /// What one depends on is another of them, and in the end nothing.
    private static void order(List<Snapshot> records) throws Refusal {
        Map<UUID, Snapshot> byId = records.stream().collect(Collectors.toMap(Snapshot::id, Function.identity()));
        for (var record : records) {
            var seen = new HashSet<UUID>();
            for (@Nullable Snapshot at = record; at != null; ) {
                var before = at.get(BundleItemType.DEPENDS_ON);
                if (!seen.add(at.id()) || before != null && !byId.containsKey(before)) {
                    throw wrong(record, BundleItemType.DEPENDS_ON, "request.bundle.order");
                }
                at = before == null ? null : byId.get(before);
            }
        }
    }

    private void check(Snapshot record, Form bundle) throws Refusal {
        var condition = record.get(BundleItemType.CONDITION);
        if (condition != null && FormCondition.read(bundle, condition) instanceof FormCondition.Read.Bad(var reason)) {
            throw wrong(record, BundleItemType.CONDITION, reason);
        }
        var item = acting.lookup()
                .get(CatalogItemType.CATALOG_ITEM, record.need(BundleItemType.ITEM))
                .filter(it -> it.need(CatalogItemType.STATE) == CatalogItem.State.PUBLISHED)
                .orElse(null);
        var version = item == null ? null : version(item).orElse(null);
        if (item == null || version == null || version.get(CatalogVersionType.BUNDLED) != null) {
            throw wrong(record, BundleItemType.ITEM, "request.bundle.item");
        }
        if (record.need(BundleItemType.QUANTITY) > item.need(CatalogItemType.MOST)) {
            throw wrong(record, BundleItemType.QUANTITY, "request.bundle.quantity", item.need(CatalogItemType.MOST));
        }
        var asks = form(version.get(CatalogVersionType.FORM_VERSION));
        var answers = BundledItems.answers(record.get(BundleItemType.ANSWERS))
                .orElseThrow(() -> wrong(record, BundleItemType.ANSWERS, "request.bundle.answers"));
        for (var answer : answers.entrySet()) {
            var question = asks.question(answer.getKey()).orElse(null);
            var other = BundledItems.other(answer.getValue()).map(it -> bundle.question(it));
            boolean fits = question != null
                    && other.map(it -> it.filter(of -> same(of, question)).isPresent())
                            .orElse(true);
            if (!fits) {
                throw wrong(record, BundleItemType.ANSWERS, "request.bundle.answer", answer.getKey());
            }
        }
    }

    private Optional<Snapshot> version(Snapshot item) {
        return Optional.ofNullable(item.get(CatalogItemType.CURRENT_VERSION))
                .flatMap(it -> acting.lookup().get(CatalogVersionType.CATALOG_ITEM_VERSION, it));
    }

    /// Whether an answer to one can be given to the other.
    static boolean same(Question one, Question other) {
        return one.kind().code().equals(other.kind().code());
    }

    private static Refusal wrong(Snapshot record, Attribute<?> attribute, String key, Object... arguments) {
        return wrong(record, attribute, Message.of(key, arguments));
    }

    private static Refusal wrong(Snapshot record, Attribute<?> attribute, Message reason) {
        return new Refusal(Problem.of("request.bundle.wrong", record.label(), attribute.code(), reason));
    }
}
