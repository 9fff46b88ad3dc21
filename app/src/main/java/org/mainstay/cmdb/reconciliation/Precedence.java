package org.mainstay.cmdb.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.classes.ItemClass;
import org.mainstay.cmdb.classes.ItemClasses;
import tools.jackson.databind.JsonNode;

/// Tells which of several sources is believed. What is fresh counts before what is stale, then the lower rank, then
/// what was said last; so the same words lead to the same value in whatever order they come.
public final class Precedence {

    /// What people enter counts first for so long, unless a rule says otherwise.
    static final long PEOPLE_FRESH_DAYS = 90;

    private static final long PEOPLE_RANK = 0;

    private final List<PrecedenceRule> rules;
    private final Map<UUID, DiscoverySource> sources;
    private final ItemClasses classes;

    public Precedence(List<PrecedenceRule> rules, Map<UUID, DiscoverySource> sources, ItemClasses classes) {
        this.rules = List.copyOf(rules);
        this.sources = Map.copyOf(sources);
        this.classes = classes;
    }

    /// The same with one rule instead of what it was; null for without it.
    Precedence with(UUID id, @Nullable PrecedenceRule rule) {
        var changed = new ArrayList<>(rules);
        changed.removeIf(it -> it.id().equals(id));
        if (rule != null) {
            changed.add(rule);
        }
        return new Precedence(changed, sources, classes);
    }

    /// What somebody says of an attribute.
    ///
    /// @param source null for people
    /// @param at when it was said last
    record Voice(@Nullable UUID source, JsonNode value, Instant at) {}

    /// How much a voice counts.
    record Weight(long rank, @Nullable Long freshDays) {

        boolean fresh(Instant at, Instant now) {
            return freshDays == null || at.plus(Duration.ofDays(freshDays)).isAfter(now);
        }
    }

    /// The voice that is believed; empty where nobody says anything.
    Optional<Voice> believed(String itemClass, String attribute, List<Voice> voices, Instant now) {
        return voices.stream()
                .min(Comparator.comparing((Voice it) ->
                                !weight(itemClass, attribute, it.source).fresh(it.at, now))
                        .thenComparingLong(it -> weight(itemClass, attribute, it.source).rank)
                        .thenComparing(Voice::at, Comparator.reverseOrder())
                        .thenComparing(it -> String.valueOf(it.source)));
    }

    /// How much a source counts for an attribute of a class.
    Weight weight(String itemClass, String attribute, @Nullable UUID source) {
        var lineage = classes.lineage(itemClass).stream().map(ItemClass::code).toList();
        return rules.stream()
                .filter(it -> Objects.equals(it.source(), source)
                        && (it.attribute() == null || it.attribute().equals(attribute))
                        && (it.itemClass() == null || lineage.contains(it.itemClass())))
                .min(Comparator.comparing((PrecedenceRule it) -> it.attribute() == null)
                        .thenComparingInt(
                                it -> it.itemClass() == null ? lineage.size() : lineage.indexOf(it.itemClass()))
                        .thenComparing(PrecedenceRule::id))
                .map(it -> new Weight(it.rank(), it.freshDays()))
                .orElseGet(() -> preset(source));
    }

    private Weight preset(@Nullable UUID id) {
        if (id == null) {
            return new Weight(PEOPLE_RANK, PEOPLE_FRESH_DAYS);
        }
        var source = sources.get(id);
        return source == null ? new Weight(Long.MAX_VALUE, null) : new Weight(source.rank(), source.freshDays());
    }
}
