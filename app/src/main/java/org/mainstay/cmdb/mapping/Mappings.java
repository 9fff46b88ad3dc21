package org.mainstay.cmdb.mapping;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;

/// The mappings as an actor sees them, and what reads records by them.
final class Mappings {

    private final RecordStore store;
    private final RecordTypes types;
    private final ItemClasses classes;
    private final Messages messages;
    private final Picks picks;

    Mappings(RecordStore store, RecordTypes types, ItemClasses classes, Messages messages, Picks picks) {
        this.store = store;
        this.types = types;
        this.classes = classes;
        this.messages = messages;
        this.picks = picks;
    }

    Optional<DiscoveryMapping> find(Actor actor, UUID id) {
        return store.get(actor, DiscoveryMappingType.DISCOVERY_MAPPING, id).map(DiscoveryMapping::of);
    }

    /// By id or number.
    Optional<DiscoveryMapping> find(Actor actor, String key) {
        return store.find(actor, DiscoveryMappingType.DISCOVERY_MAPPING, key).map(DiscoveryMapping::of);
    }

    /// Those of a source, by name, with no more than what they are called.
    List<Snapshot> of(Actor actor, UUID source) {
        var query = Query.of(Filter.is(DiscoveryMappingType.SOURCE, source))
                .reading(List.of(DiscoveryMappingType.NAME))
                .limit(Query.MOST);
        return store.list(actor, DiscoveryMappingType.DISCOVERY_MAPPING, query).items();
    }

    RecordMapping reader(DiscoveryMapping mapping) {
        return new RecordMapping(
                mapping, types.current(ConfigurationItemType.CONFIGURATION_ITEM), classes, messages, picks);
    }

    /// What takes note of the items of a file.
    Ends ends() {
        return new Ends(classes);
    }
}
