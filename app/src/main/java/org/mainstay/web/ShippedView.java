package org.mainstay.web;

import java.util.ArrayList;
import java.util.List;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Shipped;

/// A tab over a list as it comes, for everybody.
///
/// @param collection as in addresses
/// @param key unique within the collection and the same for ever
/// @param sort one of the declared orders, as in addresses; empty for the first of them
public record ShippedView(String collection, String key, String name, String nameInGerman, String filter, String sort) {

    public ShippedView(String collection, String key, String name, String nameInGerman, String filter) {
        this(collection, key, name, nameInGerman, filter, "");
    }

    /// In the order in which the tabs stand.
    public static List<Shipped.Item> items(List<ShippedView> views) {
        var items = new ArrayList<Shipped.Item>();
        views.forEach(it -> items.add(it.item(10L * (items.size() + 1))));
        return items;
    }

    private Shipped.Item item(long position) {
        var values = new Values()
                .set(SavedViewType.NAME, name)
                .set(SavedViewType.NAME_DE, nameInGerman)
                .set(SavedViewType.COLLECTION, collection)
                .set(SavedViewType.FILTER, filter)
                .set(SavedViewType.SORT, sort.isEmpty() ? null : sort)
                .set(SavedViewType.AUDIENCE, Audience.EVERYONE)
                .set(SavedViewType.POSITION, position);
        return new Shipped.Item(SavedViewType.SAVED_VIEW, collection + ":" + key, values);
    }
}
