package org.mainstay.cmdb.reconciliation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.definition.LiveView;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// The sources, identification rules and precedence rules as this node knows them.
public final class ReconciliationRules {

    private final LiveViews views;
    private final LiveView<List<IdentificationRule>> identification;
    private final LiveView<Precedence> precedence;
    private final LiveView<Map<UUID, DiscoverySource>> sources;
    private final ItemClasses classes;

    ReconciliationRules(ItemClasses classes, LiveViews views) {
        this.classes = classes;
        this.views = views;
        sources = views.of(List.of(DiscoverySourceType.DISCOVERY_SOURCE), () -> sources(views));
        identification = views.of(
                List.of(IdentificationRuleType.IDENTIFICATION_RULE),
                () -> active(views, IdentificationRuleType.IDENTIFICATION_RULE, IdentificationRuleType.ACTIVE).stream()
                        .map(IdentificationRule::of)
                        .toList());
        precedence = views.of(
                List.of(PrecedenceRuleType.PRECEDENCE_RULE, DiscoverySourceType.DISCOVERY_SOURCE),
                this::storedPrecedence);
    }

    private static Map<UUID, DiscoverySource> sources(LiveViews views) {
        var sources = new HashMap<UUID, DiscoverySource>();
        views.records(DiscoverySourceType.DISCOVERY_SOURCE).forEach(it -> sources.put(it.id(), DiscoverySource.of(it)));
        return sources;
    }

    private static List<Snapshot> active(LiveViews views, RecordType<?> type, Attribute<Boolean> active) {
        return views.records(type).stream().filter(it -> it.need(active)).toList();
    }

    public Optional<DiscoverySource> source(UUID id) {
        return Optional.ofNullable(sources.get().get(id));
    }

    IdentificationRules identification() {
        return new IdentificationRules(identification.get(), classes);
    }

    Precedence precedence() {
        return precedence.get();
    }

    /// As it is stored now. What this node knows may be older than an order that another node's change gave.
    Precedence storedPrecedence() {
        var rules = active(views, PrecedenceRuleType.PRECEDENCE_RULE, PrecedenceRuleType.ACTIVE);
        return new Precedence(rules.stream().map(PrecedenceRule::of).toList(), sources(views), classes);
    }
}
