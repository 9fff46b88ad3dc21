package org.mainstay.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.Spelling;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Page;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.Storefront;

/// The services that somebody may know of, the devices that are theirs, and what they ordered or got.
final class Things {

    private static final String SERVICES = "business_service";

    /// Classes of what people carry about or have on their desk, with what is below them.
    private static final List<String> DEVICES = List.of("computer", "peripheral", "unknown_device");

    private static final Order BY_NAME = Order.by(Order.ascending(ConfigurationItemType.NAME));

    /// Among so many services a misspelt one is looked for.
    private static final int SPELT = 500;

    private final RecordStore store;
    private final ItemClasses classes;
    private final Storefront storefront;

    Things(RecordStore store, ItemClasses classes, Storefront storefront) {
        this.store = store;
        this.classes = classes;
        this.storefront = storefront;
    }

    /// What a problem may be reported about; empty where there is no such thing for the actor.
    Optional<Thing> find(Actor actor, String key) {
        if (key.isBlank()) {
            return Optional.empty();
        }
        Optional<Thing> ordered = storefront.parcel(actor, key).map(Thing.Ordered::new);
        return ordered.or(() ->
                store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, key).flatMap(it -> thing(actor, it)));
    }

    private Optional<Thing> thing(Actor actor, Snapshot item) {
        if (item.need(ConfigurationItemType.CLASS).equals(SERVICES)) {
            return Optional.of(new Thing.BusinessService(item));
        }
        return actor.id().equals(item.get(ConfigurationItemType.OWNER)) && device(item)
                ? Optional.of(new Thing.Device(item))
                : Optional.empty();
    }

    private boolean device(Snapshot item) {
        return devices().contains(item.need(ConfigurationItemType.CLASS));
    }

    private List<String> devices() {
        var all = new ArrayList<String>();
        DEVICES.forEach(it -> all.addAll(classes.within(it)));
        return all;
    }

    /// The actor's own, those in use first by name.
    List<Snapshot> devices(Actor actor, int limit) {
        var own = Filter.all(
                Filter.is(ConfigurationItemType.OWNER, actor.id()),
                Filter.is(ConfigurationItemType.CLASS, devices().toArray()),
                new Filter.Not(Filter.is(ConfigurationItemType.STATUS, Status.RETIRED)));
        return items(actor, own, limit).items();
    }

    /// The services that have all the words, or the ones that are meant.
    Page services(Actor actor, List<String> words, int limit) {
        var all = Filter.all(
                Filter.is(ConfigurationItemType.CLASS, SERVICES),
                new Filter.Not(Filter.is(ConfigurationItemType.STATUS, Status.RETIRED)));
        var found = items(actor, Filter.all(all, new Filter.Words(words)), limit);
        if (!found.items().isEmpty()) {
            return found;
        }
        var names = items(actor, all, SPELT).items().stream()
                .map(it -> Texts.fold(it.label()))
                .toList();
        var meant = Spelling.of(names).meant(words);
        return meant.equals(words) ? found : items(actor, Filter.all(all, new Filter.Words(meant)), limit);
    }

    private Page items(Actor actor, Filter filter, int limit) {
        return store.list(
                actor,
                ConfigurationItemType.CONFIGURATION_ITEM,
                Query.of(filter).sorted(BY_NAME).limit(limit));
    }
}
