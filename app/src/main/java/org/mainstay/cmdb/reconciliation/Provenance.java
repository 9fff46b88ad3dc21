package org.mainstay.cmdb.reconciliation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import tools.jackson.databind.JsonNode;

/// Who says what of an item's values, and who is believed.
public final class Provenance {

    private final ReconciliationQueries queries;
    private final PinQueries pins;
    private final ReconciliationRules rules;
    private final Access access;
    private final Clock clock;

    Provenance(ReconciliationQueries queries, PinQueries pins, ReconciliationRules rules, Access access, Clock clock) {
        this.queries = queries;
        this.pins = pins;
        this.rules = rules;
        this.access = access;
        this.clock = clock;
    }

    /// What a source says of an attribute.
    ///
    /// @param origin from where it said so last, such as an address
    /// @param agrees whether the item has this value
    /// @param fresh whether it was said lately enough to count before what is stale
    public record Word(
            UUID source,
            String sourceName,
            @Nullable String origin,
            JsonNode value,
            Instant since,
            Instant at,
            long times,
            boolean agrees,
            boolean fresh) {}

    /// What a source used to say.
    public record Former(UUID source, String sourceName, JsonNode value, Instant since, Instant until, long times) {}

    /// An attribute and what is said of it.
    ///
    /// @param value that the item has; null where it has none
    /// @param pinnedUntil the end of a pin, [Instant#MAX] for none in sight; null where nothing is pinned
    /// @param words the latest first
    /// @param former the latest first
    public record Line(
            Attribute<?> attribute,
            @Nullable JsonNode value,
            @Nullable Instant pinnedUntil,
            List<Word> words,
            List<Former> former) {

        /// Whether a fresh source says something else than the item has.
        public boolean disputed() {
            return words.stream().anyMatch(it -> it.fresh && !it.agrees);
        }

        /// The latest word for the value that the item has.
        public @Nullable Word confirmation() {
            return words.stream().filter(Word::agrees).findFirst().orElse(null);
        }
    }

    /// The attributes of which any source says or said something, as the actor may read them, in the type's order.
    ///
    /// @param item as the actor sees it
    public List<Line> of(Actor actor, Snapshot item) {
        return lines(actor, item, queries.past(item.id()));
    }

    /// The same without what sources used to say, and only where a source says something now.
    public List<Line> now(Actor actor, Snapshot item) {
        return lines(actor, item, List.of());
    }

    /// As a person reads it.
    static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    private List<Line> lines(Actor actor, Snapshot item, List<ReconciliationQueries.Past> before) {
        var words = new LinkedHashMap<String, List<Word>>();
        var itemClass = item.need(ConfigurationItemType.CLASS);
        for (var sighting : queries.sightings(List.of(item.id())).getOrDefault(item.id(), List.of())) {
            sighting.observed()
                    .forEach((code, it) -> words.computeIfAbsent(code, _ -> new ArrayList<>())
                            .add(word(item, itemClass, code, sighting, it)));
        }
        var former = new LinkedHashMap<String, List<Former>>();
        for (var past : before) {
            former.computeIfAbsent(past.attribute(), _ -> new ArrayList<>())
                    .add(new Former(
                            past.source(),
                            name(past.source()),
                            past.observation().value(),
                            past.observation().since(),
                            past.observation().at(),
                            past.observation().times()));
        }
        var pinned = pins.of(item.id(), clock.instant());
        return item.type().attributes().stream()
                .filter(it -> (words.containsKey(it.code()) || former.containsKey(it.code()))
                        && access.reads(item.type(), it, actor, item))
                .<Line>map(it -> line(item, it, words, former, pinned))
                .toList();
    }

    private static Line line(
            Snapshot item,
            Attribute<?> attribute,
            Map<String, List<Word>> words,
            Map<String, List<Former>> former,
            Map<String, PinQueries.Pin> pinned) {
        var code = attribute.code();
        var pin = pinned.get(code);
        return new Line(
                attribute,
                Settlement.json(attribute, item),
                pin == null ? null : pin.until() == null ? Instant.MAX : pin.until(),
                words.getOrDefault(code, List.of()),
                former.getOrDefault(code, List.of()));
    }

    private Word word(Snapshot item, String itemClass, String code, Sighting sighting, Observation said) {
        var now =
                item.type().attribute(code).map(it -> Settlement.json(it, item)).orElse(null);
        return new Word(
                sighting.source(),
                name(sighting.source()),
                sighting.origin(),
                said.value(),
                said.since(),
                said.at(),
                said.times(),
                now != null && Observation.same(now, said.value()),
                rules.precedence().weight(itemClass, code, sighting.source()).fresh(said.at(), clock.instant()));
    }

    private String name(UUID source) {
        return rules.source(source).map(DiscoverySource::name).orElse("");
    }
}
