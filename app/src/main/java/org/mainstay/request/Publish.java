package org.mainstay.request;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.flow.FlowType;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.people.GroupType;
import org.mainstay.request.form.FormType;
import org.mainstay.request.form.FormVersionType;
import org.mainstay.request.form.Forms;

/// Offers the item as it is written now. What was ordered before goes on as it was offered then.
record Publish() implements Action<CatalogItem> {

    private static final int MOST_STEPS = 100;

    private static final Attribute<String> NOTE = Attribute.column("note", new Kind.Prose());

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(NOTE);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "edition", "current_version", "form_version", "published_at");
    }

    @Override
    public Decision permits(CatalogItem item, Acting acting) {
        return acting.may(Grants.ADMIN)
                ? Decision.allowed("kernel.access.administrator")
                : Decision.denied("kernel.access.administrators_only");
    }

    @Override
    public Plan apply(CatalogItem item, Acting acting) throws Refusal {
        var templates = acting
                .lookup()
                .list(CatalogTaskTemplateType.CATALOG_TASK_TEMPLATE, "item:" + item.id(), MOST_STEPS + 1)
                .stream()
                .sorted(Comparator.comparing((Snapshot it) -> it.need(CatalogTaskTemplateType.POSITION))
                        .thenComparing(Snapshot::number))
                .toList();
        if (templates.size() > MOST_STEPS) {
            throw new Refusal(Problem.of("request.publish.too_many_tasks", MOST_STEPS));
        }
        for (var template : templates) {
            check(template, acting);
        }
        var flow = flow(acting);
        var subject = acting.subject();
        var asks = asks(subject, acting);
        var bundled = new Bundling(acting).text(asks, flow != null || !templates.isEmpty());
        var plan = Plan.of(Cause.action(name())); // what is referred to comes first
        long edition = item.edition() + 1;
        var version = plan.create(CatalogVersionType.CATALOG_ITEM_VERSION);
        for (var attribute : CatalogItemType.CONTENT) {
            version.values()
                    .put(CatalogVersionType.CATALOG_ITEM_VERSION.need(attribute.code()), subject.get(attribute));
        }
        version.values()
                .set(CatalogVersionType.ITEM, item.id())
                .set(CatalogVersionType.EDITION, edition)
                .set(CatalogVersionType.FORM_VERSION, asks)
                .set(CatalogVersionType.STEPS, Steps.of(templates).text())
                .set(CatalogVersionType.FLOW_VERSION, flow)
                .set(CatalogVersionType.BUNDLED, bundled)
                .set(CatalogVersionType.NOTE, acting.answer(NOTE));
        plan.edit(subject)
                .set(CatalogItemType.STATE, CatalogItem.State.PUBLISHED)
                .set(CatalogItemType.EDITION, edition)
                .set(CatalogItemType.CURRENT_VERSION, version.id())
                .set(CatalogItemType.FORM_VERSION, asks)
                .set(CatalogItemType.PUBLISHED_AT, acting.now());
        return plan;
    }

    /// Whose a task is, and who undoes it, has to be there still.
    private static void check(Snapshot template, Acting acting) throws Refusal {
        for (var group : List.of(CatalogTaskTemplateType.GROUP, CatalogTaskTemplateType.COMPENSATION_GROUP)) {
            var named = template.get(group);
            if (named != null && acting.lookup().get(GroupType.GROUP, named).isEmpty()) {
                throw new Refusal(Problem.of("request.publish.undone_by_nobody", template.label()));
            }
        }
        boolean more = template.get(CatalogTaskTemplateType.COMPENSATION_DE) != null
                || template.get(CatalogTaskTemplateType.COMPENSATION_GROUP) != null;
        if (more && template.get(CatalogTaskTemplateType.COMPENSATION) == null) {
            throw new Refusal(Problem.of("request.publish.undone_untitled", template.label()));
        }
    }

    /// The version of the item's flow that is in force; null where it has none.
    private static @Nullable UUID flow(Acting acting) throws Refusal {
        var id = acting.subject().get(CatalogItemType.FLOW);
        var flow = id == null ? null : acting.lookup().get(FlowType.FLOW, id).orElse(null);
        if (flow == null) {
            return null;
        }
        var published = flow.get(FlowType.PUBLISHED);
        if (published == null || !flow.need(FlowType.SUBJECT).equals(RequestItemType.REQUEST_ITEM.code())) {
            throw new Refusal(Problem.at(CatalogItemType.FLOW, "request.publish.flow", flow.label()));
        }
        return published;
    }

    /// The version of its form by which it will ask; what that adds to the price can be added.
    private static @Nullable UUID asks(Snapshot item, Acting acting) throws Refusal {
        var form = item.get(CatalogItemType.FORM);
        if (form == null) {
            return null;
        }
        var version = acting.lookup()
                .get(FormType.FORM, form)
                .map(it -> it.get(FormType.PUBLISHED))
                .flatMap(it -> acting.lookup().get(FormVersionType.FORM_VERSION, it))
                .orElseThrow(() -> new Refusal(Problem.at(CatalogItemType.FORM, "request.publish.form_unpublished")));
        var read = Forms.read(version.need(FormVersionType.DOCUMENT)).orElseThrow();
        var own = Stream.of(item.get(CatalogItemType.PRICE), item.get(CatalogItemType.RECURRING_PRICE));
        var added = read.asked().flatMap(it -> it.question().kind().options().stream());
        var options = added.toList();
        long currencies = Stream.concat(own, options.stream().flatMap(it -> Stream.of(it.price(), it.recurring())))
                .filter(Objects::nonNull)
                .map(Money::currency)
                .distinct()
                .count();
        if (currencies > 1) {
            throw new Refusal(Problem.at(CatalogItemType.FORM, "request.publish.form_currency"));
        }
        if (item.get(CatalogItemType.RECURRING_PERIOD) == null
                && options.stream().anyMatch(it -> it.recurring() != null)) {
            throw new Refusal(Problem.at(CatalogItemType.RECURRING_PERIOD, "request.item.period_needed"));
        }
        var offered = new Cost(item.get(CatalogItemType.PRICE), item.get(CatalogItemType.RECURRING_PRICE), null);
        if (offered.least(read).negative()) {
            throw new Refusal(Problem.at(CatalogItemType.FORM, "request.publish.below_nothing"));
        }
        return version.id();
    }

    @Override
    public int rank() {
        return 10;
    }
}
