package org.mainstay.request;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.definition.CustomFieldType;
import org.mainstay.kernel.definition.LiveView;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterMatch;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.filter.Split;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.PersonType;

/// Who may see and order which items: conditions over persons, as administrators wrote them for catalogues and items.
/// A condition that cannot be read any more holds for nobody.
final class Entitlements {

    /// Conditions are meant by the house, not by whoever they are about.
    private static final Actor HOUSE = Installation.ITSELF;

    private final RecordStore store;
    private final RecordTypes types;
    private final FilterParser parser;
    private final FilterMatch match;
    private final Clock clock;
    private final LiveView<Map<UUID, Known>> items;

    /// A condition as it is written and, term by term, as it is meant; of several terms all have to hold.
    record Condition(List<Split.Term> terms) {

        static final Condition NONE = new Condition(List.of());
    }

    /// @param shown whether its catalogue and categories are in use
    record Known(CatalogItem item, boolean shown, Condition catalog, Condition seen, Condition ordered) {}

    /// One term, and whether it holds for somebody.
    ///
    /// @param of whose condition it belongs to
    record Finding(Part of, String text, boolean holds) {}

    enum Part {
        CATALOG,
        SEEN_BY,
        ORDERED_BY
    }

    Entitlements(
            RecordStore store,
            RecordTypes types,
            FilterParser parser,
            FilterMatch match,
            LiveViews views,
            Clock clock) {
        this.store = store;
        this.types = types;
        this.parser = parser;
        this.match = match;
        this.clock = clock;
        items = views.of(
                List.of(
                        CatalogType.CATALOG,
                        CatalogCategoryType.CATALOG_CATEGORY,
                        CatalogItemType.CATALOG_ITEM,
                        CustomFieldType.CUSTOM_FIELD),
                () -> load(views));
    }

    private Map<UUID, Known> load(LiveViews views) {
        var catalogs = new HashMap<UUID, Snapshot>();
        views.records(CatalogType.CATALOG).forEach(it -> catalogs.put(it.id(), it));
        var categories = new HashMap<UUID, Snapshot>();
        views.records(CatalogCategoryType.CATALOG_CATEGORY).forEach(it -> categories.put(it.id(), it));
        var known = new HashMap<UUID, Known>();
        for (var record : views.records(CatalogItemType.CATALOG_ITEM)) {
            var item = CatalogItem.of(record);
            var category = categories.get(item.category());
            var catalog = category == null ? null : catalogs.get(category.need(CatalogCategoryType.CATALOG));
            boolean shown = catalog != null && catalog.need(CatalogType.ACTIVE) && active(category, categories);
            known.put(
                    item.id(),
                    new Known(
                            item,
                            shown,
                            catalog == null ? Condition.NONE : read(catalog.get(CatalogType.SEEN_BY)),
                            read(item.seenBy()),
                            read(item.orderedBy())));
        }
        return Map.copyOf(known);
    }

    /// A category below one that is not in use is not, either.
    private static boolean active(@Nullable Snapshot category, Map<UUID, Snapshot> all) {
        var seen = new LinkedHashSet<UUID>();
        for (var at = category; at != null && seen.add(at.id()); ) {
            if (!at.need(CatalogCategoryType.ACTIVE)) {
                return false;
            }
            var parent = at.get(CatalogCategoryType.PARENT);
            at = parent == null ? null : all.get(parent);
        }
        return true;
    }

    Parsed parse(String condition) {
        return parser.parse(condition, types.current(PersonType.PERSON), context());
    }

    private Condition read(@Nullable String condition) {
        if (condition == null || condition.isBlank()) {
            return Condition.NONE;
        }
        var split = parser.split(condition, types.current(PersonType.PERSON), context());
        return switch (split.whole()) {
            case Parsed.Good(var filter) ->
                new Condition(split.terms().isEmpty() ? List.of(new Split.Term(condition, filter)) : split.terms());
            case Parsed.Bad _ -> new Condition(List.of(new Split.Term(condition, Filter.NOTHING)));
        };
    }

    private FilterContext context() {
        return new FilterContext(HOUSE, clock.instant());
    }

    @Nullable
    Known known(UUID item) {
        return items.get().get(item);
    }

    /// What is offered now and the person may see.
    Set<UUID> seenBy(UUID person) {
        var now = clock.instant();
        var subject = new Subject(person);
        var seen = new LinkedHashSet<UUID>();
        items.get().values().stream()
                .filter(it -> it.item.offered(now) && sees(it, subject))
                .forEach(it -> seen.add(it.item.id()));
        return seen;
    }

    /// Whether the person sees the item while it is offered.
    boolean sees(UUID item, UUID person) {
        var known = known(item);
        return known != null && sees(known, new Subject(person));
    }

    private boolean sees(Known item, Subject subject) {
        return item.shown && holds(item.catalog, subject) && holds(item.seen, subject);
    }

    private boolean holds(Condition condition, Subject subject) {
        return condition.terms.stream().allMatch(it -> holds(it, subject));
    }

    private boolean holds(Split.Term term, Subject subject) {
        var person = subject.get();
        return person != null && match.matches(term.filter(), person, context());
    }

    /// Term by term, what decides whether the person may see and order the item.
    List<Finding> findings(UUID item, UUID person) {
        var known = known(item);
        if (known == null) {
            return List.of();
        }
        var subject = new Subject(person);
        var findings = new ArrayList<Finding>();
        Stream.of(Part.values()).forEach(part -> {
            var condition = switch (part) {
                case CATALOG -> known.catalog;
                case SEEN_BY -> known.seen;
                case ORDERED_BY -> known.ordered;
            };
            condition.terms.forEach(it -> findings.add(new Finding(part, it.text(), holds(it, subject))));
        });
        return findings;
    }

    /// The person, read when the first condition asks.
    private final class Subject {

        private final UUID id;
        private boolean read;
        private @Nullable Snapshot person;

        Subject(UUID id) {
            this.id = id;
        }

        @Nullable
        Snapshot get() {
            if (!read) {
                person = store.get(HOUSE, PersonType.PERSON, id).orElse(null);
                read = true;
            }
            return person;
        }
    }
}
