package org.mainstay.cmdb.mapping;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.definition.LiveView;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;

/// The mappings as this node knows them, and what reads records by them.
final class Mappings {

    private final LiveView<Map<UUID, DiscoveryMapping>> mappings;
    private final RecordTypes types;
    private final ItemClasses classes;
    private final Messages messages;
    private final Picks picks;

    Mappings(LiveViews views, RecordTypes types, ItemClasses classes, Messages messages, Picks picks) {
        this.types = types;
        this.classes = classes;
        this.messages = messages;
        this.picks = picks;
        mappings = views.of(List.of(DiscoveryMappingType.DISCOVERY_MAPPING), () -> {
            var all = new HashMap<UUID, DiscoveryMapping>();
            views.records(DiscoveryMappingType.DISCOVERY_MAPPING)
                    .forEach(it -> all.put(it.id(), DiscoveryMapping.of(it)));
            return all;
        });
    }

    Optional<DiscoveryMapping> find(UUID id) {
        return Optional.ofNullable(mappings.get().get(id));
    }

    /// Those of a source, by name.
    List<DiscoveryMapping> of(UUID source) {
        return mappings.get().values().stream()
                .filter(it -> it.source().equals(source))
                .sorted(Comparator.comparing(DiscoveryMapping::name))
                .toList();
    }

    RecordMapping reader(DiscoveryMapping mapping) {
        return new RecordMapping(
                mapping, types.current(ConfigurationItemType.CONFIGURATION_ITEM), classes, messages, picks);
    }
}
