package org.mainstay.request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.definition.LiveView;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.PersonType;
import org.mainstay.request.form.Form;
import org.mainstay.web.FilterChips;
import org.mainstay.web.Frame;

/// Puts together what the pages of the catalogue show, as it was published.
final class CatalogViews {

    private final RecordStore store;
    private final Entitlements entitlements;
    private final ItemForms forms;
    private final FilterChips chips;
    private final LiveView<Map<UUID, Snapshot>> categories;

    CatalogViews(RecordStore store, Entitlements entitlements, ItemForms forms, FilterChips chips, LiveViews views) {
        this.store = store;
        this.entitlements = entitlements;
        this.forms = forms;
        this.chips = chips;
        categories = views.of(List.of(CatalogCategoryType.CATALOG_CATEGORY), () -> {
            var all = new LinkedHashMap<UUID, Snapshot>();
            views.records(CatalogCategoryType.CATALOG_CATEGORY).stream()
                    .sorted(Comparator.comparing((Snapshot it) -> it.need(CatalogCategoryType.POSITION))
                            .thenComparing(Snapshot::label))
                    .forEach(it -> all.put(it.id(), it));
            return all;
        });
    }

    static String href(Snapshot item) {
        return "/catalog/items/" + item.number();
    }

    static @Nullable String said(Snapshot record, Attribute<String> english, Attribute<String> german, Frame frame) {
        var own = frame.locale().equals(Locale.GERMAN) ? record.get(german) : null;
        return own == null ? record.get(english) : own;
    }

    static String title(Snapshot version, Frame frame) {
        return Objects.requireNonNull(said(version, CatalogVersionType.NAME, CatalogVersionType.NAME_DE, frame));
    }

    /// The items, in this order, as they are offered; without those that were never published.
    List<CatalogView.Card> cards(List<Snapshot> items, Frame frame) {
        var versions = CartApi.versionsOf(store, items);
        var asked = forms.forms(versions.values());
        var cards = new ArrayList<CatalogView.Card>();
        for (var item : items) {
            var version = versions.get(item.id());
            if (version != null) {
                cards.add(card(item, version, asked.get(version.id()), frame));
            }
        }
        return cards;
    }

    /// @param asked what the item asks; null for nothing
    CatalogView.Card card(Snapshot item, Snapshot version, @Nullable Form asked, Frame frame) {
        var text = said(version, CatalogVersionType.SHORT_TEXT, CatalogVersionType.SHORT_TEXT_DE, frame);
        return new CatalogView.Card(
                href(item),
                item.need(CatalogItemType.ICON).sprite(),
                title(version, frame),
                text == null ? "" : text,
                Bundles.is(version) ? frame.say("request.price.chosen") : price(Cost.offered(version), asked, frame),
                Amounts.promise(version, frame));
    }

    private static String price(Cost offered, @Nullable Form asked, Frame frame) {
        boolean adds = asked != null
                && asked.asked()
                        .flatMap(it -> it.question().kind().options().stream())
                        .anyMatch(it -> it.price() != null || it.recurring() != null);
        if (asked == null || !adds) {
            return Amounts.of(offered, 1, frame);
        }
        var least = Amounts.of(offered.least(asked), 1, frame);
        return least.isEmpty() ? frame.say("request.price.chosen") : frame.say("request.price.from", least);
    }

    /// Items by their ids, in the order of these.
    List<Snapshot> items(Collection<UUID> ids) {
        var found = new HashMap<UUID, Snapshot>();
        store.get(Installation.ITSELF, CatalogItemType.CATALOG_ITEM, ids).forEach(it -> found.put(it.id(), it));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    @Nullable
    Snapshot category(String number) {
        return categories.get().values().stream()
                .filter(it -> it.number().equals(number))
                .findFirst()
                .orElse(null);
    }

    String name(@Nullable UUID category, Frame frame) {
        var found = category == null ? null : categories.get().get(category);
        return found == null ? "" : name(found, frame);
    }

    String categoryHref(UUID category) {
        var found = categories.get().get(category);
        return found == null ? "/catalog" : "/catalog?category=" + found.number();
    }

    static String name(Snapshot category, Frame frame) {
        var name = said(category, CatalogCategoryType.NAME, CatalogCategoryType.NAME_DE, frame);
        return name == null ? category.number() : name;
    }

    /// The categories that have something to offer, and where in them somebody is.
    ///
    /// @param seen what is offered to them
    List<CatalogView.Category> tree(Set<UUID> seen, @Nullable Snapshot current, Frame frame) {
        var used = new HashSet<UUID>();
        for (var id : seen) {
            var known = entitlements.known(id);
            if (known != null) {
                climb(known.item().category(), used);
            }
        }
        var here = new HashSet<UUID>();
        if (current != null) {
            climb(current.id(), here);
        }
        return below(null, used, here, current, frame, 0);
    }

    /// A category and those below it.
    Set<UUID> within(UUID category) {
        var within = new HashSet<UUID>();
        for (var id : categories.get().keySet()) {
            var path = new HashSet<UUID>();
            climb(id, path);
            if (path.contains(category)) {
                within.add(id);
            }
        }
        return within;
    }

    private void climb(UUID category, Set<UUID> into) {
        @Nullable UUID at = category;
        while (at != null && into.add(at)) {
            var found = categories.get().get(at);
            at = found == null ? null : found.get(CatalogCategoryType.PARENT);
        }
    }

    private List<CatalogView.Category> below(
            @Nullable UUID parent, Set<UUID> used, Set<UUID> here, @Nullable Snapshot current, Frame frame, int depth) {
        var nodes = new ArrayList<CatalogView.Category>();
        for (var category : categories.get().values()) {
            if (used.contains(category.id())
                    && Objects.equals(category.get(CatalogCategoryType.PARENT), parent)
                    && depth < 20) {
                var icon = category.get(CatalogCategoryType.ICON);
                nodes.add(new CatalogView.Category(
                        "/catalog?category=" + category.number(),
                        icon == null ? "" : icon.sprite(),
                        name(category, frame),
                        here.contains(category.id()),
                        current != null && current.id().equals(category.id()),
                        below(category.id(), used, here, current, frame, depth + 1)));
            }
        }
        return nodes;
    }

    /// Why somebody may or may not order the item, in the words of whoever reads it.
    List<CatalogView.Condition> why(UUID item, UUID person, Actor reader, Frame frame) {
        return entitlements.findings(item, person).stream()
                .map(it -> new CatalogView.Condition(words(it.text(), reader, frame), it.holds()))
                .toList();
    }

    private String words(String condition, Actor reader, Frame frame) {
        return String.join(", ", chips.words(condition, PersonType.PERSON, reader, frame));
    }
}
