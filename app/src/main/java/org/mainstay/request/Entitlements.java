package org.mainstay.request;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
    private final LiveView<All> all;

    /// A condition as it is written and, term by term, as it is meant; of several terms all have to hold.
    ///
    /// @param place among those that differ: many items share one
    record Condition(int place, List<Split.Term> terms) {

        static final Condition NONE = new Condition(-1, List.of());
    }

    /// @param items in the order of their names
    private record All(Map<UUID, Known> items, int conditions) {}

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
        all = views.of(
                List.of(
                        CatalogType.CATALOG,
                        CatalogCategoryType.CATALOG_CATEGORY,
                        CatalogItemType.CATALOG_ITEM,
                        CustomFieldType.CUSTOM_FIELD),
                () -> load(views));
    }

    private All load(LiveViews views) {
        var catalogs = new HashMap<UUID, Snapshot>();
        views.records(CatalogType.CATALOG).forEach(it -> catalogs.put(it.id(), it));
        var categories = new HashMap<UUID, Snapshot>();
        views.records(CatalogCategoryType.CATALOG_CATEGORY).forEach(it -> categories.put(it.id(), it));
        var known = new LinkedHashMap<UUID, Known>();
        var conditions = new HashMap<String, Condition>();
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
                            catalog == null ? Condition.NONE : read(catalog.get(CatalogType.SEEN_BY), conditions),
                            read(item.seenBy(), conditions),
                            read(item.orderedBy(), conditions)));
        }
        return new All(Collections.unmodifiableMap(known), conditions.size());
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

    private Condition read(@Nullable String condition, Map<String, Condition> known) {
        if (condition == null || condition.isBlank()) {
            return Condition.NONE;
        }
        var there = known.get(condition);
        var read = there == null ? new Condition(known.size(), terms(condition)) : there;
        known.put(condition, read);
        return read;
    }

    private List<Split.Term> terms(String condition) {
        var split = parser.split(condition, types.current(PersonType.PERSON), context());
        return switch (split.whole()) {
            case Parsed.Good(var filter) ->
                split.terms().isEmpty() ? List.of(new Split.Term(condition, filter)) : split.terms();
            case Parsed.Bad _ -> List.of(new Split.Term(condition, Filter.NOTHING));
        };
    }

    private FilterContext context() {
        return new FilterContext(HOUSE, clock.instant());
    }

    @Nullable
    Known known(UUID item) {
        return all.get().items.get(item);
    }

    /// What is offered now and the person may see, in the order of names.
    Set<UUID> seenBy(UUID person) {
        return of(person).seen();
    }

    /// Whether the person sees the item while it is offered.
    boolean sees(UUID item, UUID person) {
        return of(person).sees(item);
    }

    /// Term by term, what decides whether the person may see and order the item.
    List<Finding> findings(UUID item, UUID person) {
        return of(person).findings(item);
    }

    /// What holds for the person now, for several questions of one moment.
    Subject of(UUID person) {
        return new Subject(person, all.get(), clock.instant());
    }

    /// A person: read when the first condition asks, and each condition is looked at once.
    final class Subject {

        private final UUID id;
        private final All all;
        private final Instant now;
        private final @Nullable Boolean[] found;
        private boolean read;
        private @Nullable Snapshot person;

        private Subject(UUID id, All all, Instant now) {
            this.id = id;
            this.all = all;
            this.now = now;
            found = new Boolean[all.conditions];
        }

        Set<UUID> seen() {
            var seen = new LinkedHashSet<UUID>();
            all.items.forEach((item, it) -> {
                if (it.item.offered(now) && sees(it)) {
                    seen.add(item);
                }
            });
            return seen;
        }

        boolean sees(UUID item) {
            var known = all.items.get(item);
            return known != null && sees(known);
        }

        private boolean sees(Known item) {
            return item.shown && fits(item.catalog) && fits(item.seen);
        }

        private boolean fits(Condition condition) {
            if (condition.terms.isEmpty()) {
                return true;
            }
            var known = found[condition.place];
            if (known == null) {
                known = condition.terms.stream().allMatch(this::holds);
                found[condition.place] = known;
            }
            return known;
        }

        private boolean holds(Split.Term term) {
            if (!read) {
                person = store.get(HOUSE, PersonType.PERSON, id).orElse(null);
                read = true;
            }
            return person != null && match.matches(term.filter(), person, new FilterContext(HOUSE, now));
        }

        List<Finding> findings(UUID item) {
            var known = all.items.get(item);
            if (known == null) {
                return List.of();
            }
            var findings = new ArrayList<Finding>();
            for (var part : Part.values()) {
                var condition = switch (part) {
                    case CATALOG -> known.catalog;
                    case SEEN_BY -> known.seen;
                    case ORDERED_BY -> known.ordered;
                };
                condition.terms.forEach(it -> findings.add(new Finding(part, it.text(), holds(it))));
            }
            return findings;
        }
    }
}
