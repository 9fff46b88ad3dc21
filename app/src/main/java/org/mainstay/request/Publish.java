package org.mainstay.request;

import java.util.Comparator;
import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;

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
        return List.of("state", "edition", "current_version", "published_at");
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
        var plan = Plan.of(Cause.action(name())); // what is referred to comes first
        var subject = acting.subject();
        long edition = item.edition() + 1;
        var version = plan.create(CatalogVersionType.CATALOG_ITEM_VERSION);
        for (var attribute : CatalogItemType.CONTENT) {
            version.values()
                    .put(CatalogVersionType.CATALOG_ITEM_VERSION.need(attribute.code()), subject.get(attribute));
        }
        version.values()
                .set(CatalogVersionType.ITEM, item.id())
                .set(CatalogVersionType.EDITION, edition)
                .set(CatalogVersionType.STEPS, Steps.of(templates).text())
                .set(CatalogVersionType.NOTE, acting.answer(NOTE));
        plan.edit(subject)
                .set(CatalogItemType.STATE, CatalogItem.State.PUBLISHED)
                .set(CatalogItemType.EDITION, edition)
                .set(CatalogItemType.CURRENT_VERSION, version.id())
                .set(CatalogItemType.PUBLISHED_AT, acting.now());
        return plan;
    }

    @Override
    public int rank() {
        return 10;
    }
}
