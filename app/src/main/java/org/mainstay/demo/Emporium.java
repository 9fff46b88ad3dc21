package org.mainstay.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.ApprovalPolicyType;
import org.mainstay.approval.ApprovalStepType;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.CatalogCategoryType;
import org.mainstay.request.CatalogItem;
import org.mainstay.request.CatalogItemType;
import org.mainstay.request.CatalogType;
import org.mainstay.request.CatalogVersionType;
import org.mainstay.request.RequestItemType;
import org.mainstay.request.form.FormType;
import tools.jackson.databind.json.JsonMapper;

/// The catalogue of the twenty customers, with everything of the [Assortment], and who has to approve what is dear.
/// Its ids are always the same, so that a second filling finds what the first one made.
final class Emporium {

    private static final Instant OPENED = Instant.parse("2024-02-01T08:00:00Z");
    private static final String FORM = "software_licence";
    private static final int BATCH = 200;

    private final RecordStore store;
    private final Acts acts;
    private final DemoPeople company;
    private final List<Assortment.Article> articles = Assortment.articles();

    /// Something offered, as orders name it.
    record Offered(Assortment.Article article, UUID item, UUID version) {}

    Emporium(RecordStore store, Acts acts, DemoPeople company) {
        this.store = store;
        this.acts = acts;
        this.company = company;
    }

    List<Offered> all() {
        return articles.stream()
                .map(it -> new Offered(it, item(it.index()), version(it.index())))
                .toList();
    }

    /// Those that have items.
    List<UUID> categories() {
        return IntStream.rangeClosed(
                        Assortment.SHELVES.size() + 1,
                        Assortment.SHELVES.size() + Assortment.sorts().size())
                .mapToObj(Emporium::category)
                .toList();
    }

    private static UUID item(int index) {
        return Customers.id(Customers.Sort.CATALOG_ITEM, index);
    }

    private static UUID version(int index) {
        return Customers.id(Customers.Sort.CATALOG_VERSION, index);
    }

    private static UUID category(int number) {
        return Customers.id(Customers.Sort.CATEGORY, number);
    }

    /// Makes it where it is missing.
    void settle() {
        var catalog = Customers.id(Customers.Sort.CATALOG, 1);
        if (store.get(company.system(), CatalogType.CATALOG, catalog).isPresent()) {
            return;
        }
        var plan = Plan.of(Cause.CREATED).at(OPENED);
        add(
                plan,
                CatalogType.CATALOG,
                catalog,
                new Values()
                        .set(CatalogType.NAME, "Emporium")
                        .set(CatalogType.NAME_DE, "Kaufhaus")
                        .set(
                                CatalogType.SEEN_BY,
                                "organisation:"
                                        + IntStream.rangeClosed(1, 20)
                                                .mapToObj("\"Customer %02d\""::formatted)
                                                .collect(Collectors.joining(","))));
        categories(plan, catalog);
        company.save(company.system(), plan);
        for (int from = 0; from < articles.size(); from += BATCH) {
            offer(articles.subList(from, Math.min(from + BATCH, articles.size())));
        }
        policy();
    }

    /// A shelf for each of the sorts, and above these the shelves.
    private static void categories(Plan plan, UUID catalog) {
        int number = 0;
        for (var shelf : Assortment.SHELVES) {
            number++;
            var values = named(shelf.name(), shelf.nameInGerman(), catalog, number)
                    .set(CatalogCategoryType.ICON, shelf.icon());
            add(plan, CatalogCategoryType.CATALOG_CATEGORY, category(number), values);
        }
        for (var sort : Assortment.sorts()) {
            number++;
            var values = named(sort.name(), sort.nameInGerman(), catalog, number)
                    .set(CatalogCategoryType.PARENT, category(sort.shelf() + 1));
            add(plan, CatalogCategoryType.CATALOG_CATEGORY, category(number), values);
        }
    }

    private static Values named(String name, String german, UUID catalog, long position) {
        return new Values()
                .set(CatalogCategoryType.NAME, name)
                .set(CatalogCategoryType.NAME_DE, german)
                .set(CatalogCategoryType.CATALOG, catalog)
                .set(CatalogCategoryType.POSITION, 1_000 + position);
    }

    private static void add(Plan plan, RecordType<?> type, UUID id, Values values) {
        plan.with(new Step.Create(type, id, null, values, new ArrayList<>(), List.of()));
    }

    /// As publishing would leave them: an item and its version name each other.
    private void offer(List<Assortment.Article> some) {
        var form = store.find(company.system(), FormType.FORM, FORM).orElseThrow();
        var made = Plan.of(Cause.CREATED).at(OPENED);
        some.forEach(it -> add(made, CatalogItemType.CATALOG_ITEM, item(it.index()), values(it, form)));
        some.forEach(it -> add(
                made,
                CatalogVersionType.CATALOG_ITEM_VERSION,
                version(it.index()),
                published(values(it, form), asked(it, form), it)));
        company.save(company.system(), made);
        var published = Plan.of(Cause.action("publish")).at(OPENED);
        for (var article : some) {
            var item = store.get(company.system(), CatalogItemType.CATALOG_ITEM, item(article.index()))
                    .orElseThrow();
            published
                    .edit(item)
                    .set(CatalogItemType.STATE, CatalogItem.State.PUBLISHED)
                    .set(CatalogItemType.EDITION, 1L)
                    .set(CatalogItemType.CURRENT_VERSION, version(article.index()))
                    .set(CatalogItemType.FORM_VERSION, asked(article, form))
                    .set(CatalogItemType.PUBLISHED_AT, OPENED);
        }
        company.save(company.system(), published);
    }

    private static @Nullable UUID asked(Assortment.Article article, Snapshot form) {
        return article.sort().asks() ? form.need(FormType.PUBLISHED) : null;
    }

    private Values values(Assortment.Article article, Snapshot form) {
        var sort = article.sort();
        return new Values()
                .set(CatalogItemType.NAME, article.name())
                .set(CatalogItemType.NAME_DE, article.nameInGerman())
                .set(CatalogItemType.CATEGORY, category(Assortment.SHELVES.size() + 1 + article.place()))
                .set(CatalogItemType.ICON, Assortment.SHELVES.get(sort.shelf()).icon())
                .set(CatalogItemType.SHORT_TEXT, sort.name() + ", ready to use, with all that belongs to it")
                .set(CatalogItemType.SHORT_TEXT_DE, sort.nameInGerman() + ", gebrauchsfertig und mit allem Zubehör")
                .set(CatalogItemType.PRICE, sort.price().isEmpty() ? null : Money.parse(sort.price()))
                .set(CatalogItemType.RECURRING_PRICE, sort.asks() ? Money.parse(sort.monthly()) : null)
                .set(CatalogItemType.RECURRING_PERIOD, sort.asks() ? CatalogItem.Period.MONTH : null)
                .set(CatalogItemType.PROMISE, Duration.ofDays(sort.days()))
                .set(CatalogItemType.MOST, 5L)
                .set(CatalogItemType.FORM, sort.asks() ? form.id() : null)
                .set(CatalogItemType.SEEN_BY, article.seenBy().isEmpty() ? null : article.seenBy())
                .set(CatalogItemType.ORDERED_BY, article.orderedBy().isEmpty() ? null : article.orderedBy())
                .set(CatalogItemType.OWNER, company.person("elena"))
                .set(CatalogItemType.GROUP, company.group("Service Desk"));
    }

    /// The same as a version keeps it.
    private static Values published(Values item, @Nullable UUID asked, Assortment.Article article) {
        var values = new Values();
        CatalogVersionType.CATALOG_ITEM_VERSION
                .attributes()
                .forEach(it -> item.all().forEach((of, value) -> {
                    if (of.code().equals(it.code())) {
                        values.put(it, value);
                    }
                }));
        return values.set(CatalogVersionType.ITEM, item(article.index()))
                .set(CatalogVersionType.EDITION, 1L)
                .set(CatalogVersionType.FORM_VERSION, asked)
                .set(CatalogVersionType.STEPS, steps(article.tasks()));
    }

    private static @Nullable String steps(int tasks) {
        var names = List.of(
                Map.of("title", "Get it ready", "title_de", "Vorbereiten"),
                Map.of("title", "Hand it over", "title_de", "Übergeben"));
        return tasks == 0 ? null : JsonMapper.shared().writeValueAsString(names.subList(0, tasks));
    }

    private void policy() {
        var policy = made(
                ApprovalPolicyType.APPROVAL_POLICY,
                Map.of(
                        "name",
                        "Dear things",
                        "record_type",
                        RequestItemType.REQUEST_ITEM.code(),
                        "condition",
                        "price>=\"1000 EUR\"",
                        "stewards",
                        company.group("Service Desk").toString()));
        var step = new HashMap<>(Map.of("name", "Manager", "approvers", "manager_of_beneficiary"));
        step.putAll(Map.of("policy", policy.number(), "deadline", "PT720H", "reminder", "PT240H"));
        made(ApprovalStepType.APPROVAL_STEP, step);
    }

    private Snapshot made(RecordType<?> type, Map<String, String> values) {
        var outcome = acts.create(company.system(), type, Input.texts(values), List.of(), false);
        if (outcome instanceof Outcome.Done(var record)) {
            return record;
        }
        throw new IllegalStateException("the emporium could not have " + values + ": " + outcome);
    }
}
