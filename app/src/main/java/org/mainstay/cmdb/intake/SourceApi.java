package org.mainstay.cmdb.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.reconciliation.DiscoverySourceType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Body;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/// `/api/v1/discovery/sources`: sources with their tokens and how they are doing.
@RestController
@RequestMapping("/api/v1/discovery/sources")
class SourceApi {

    static final String MANAGE = "cmdb:manage";

    private static final Duration DAY = Duration.ofDays(1);

    private final RecordStore store;
    private final Acts acts;
    private final SourceTokens tokens;
    private final IntakeQueries queries;
    private final Transactions transactions;
    private final Body bodies;
    private final Answers answers;
    private final Problems problems;
    private final Clock clock;

    SourceApi(
            RecordStore store,
            Acts acts,
            SourceTokens tokens,
            IntakeQueries queries,
            Transactions transactions,
            Body bodies,
            Answers answers,
            Problems problems,
            Clock clock) {
        this.store = store;
        this.acts = acts;
        this.tokens = tokens;
        this.queries = queries;
        this.transactions = transactions;
        this.bodies = bodies;
        this.answers = answers;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> list(Actor actor) {
        var all = new ArrayList<DiscoverySource>();
        store.each(
                actor,
                DiscoverySourceType.DISCOVERY_SOURCE,
                Query.of(Filter.EVERYTHING),
                it -> all.add(DiscoverySource.of(it)));
        var known = known(all);
        return answers.ok(Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            all.forEach(it -> source(json, it, null, known));
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeEndObject();
        }));
    }

    @GetMapping("/{key}")
    ResponseEntity<byte[]> read(@PathVariable String key, Actor actor, Locale reader) {
        return find(actor, key)
                .map(it -> answers.ok(Rendering.json(json -> source(json, it, null, known(List.of(it))))))
                .orElseGet(() -> problems.missing(reader));
    }

    /// Makes a source and its first token.
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> create(HttpServletRequest request, Actor actor, Locale reader) throws IOException {
        var body = bodies.object(bodies.bytes(request), "name", "kind", "rank", "fresh_days", "active", "organisation");
        var token = new AtomicReference<String>();
        var outcome = transactions.within(() -> {
            var made = acts.create(
                    actor, DiscoverySourceType.DISCOVERY_SOURCE, Input.json(Body.flat(body)), List.of(), false);
            if (made instanceof Outcome.Done(var record)) {
                token.set(tokens.renew(record.id()));
            }
            return made;
        });
        if (!(outcome instanceof Outcome.Done(var record))) {
            return answers.of(actor, outcome, reader);
        }
        return ResponseEntity.created(URI.create("/api/v1/discovery/sources/" + record.number()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Rendering.json(json -> source(json, DiscoverySource.of(record), token.get(), Known.NOTHING)));
    }

    /// Gives the source a new token; the old one ends.
    @PostMapping(path = "/{key}/token", consumes = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> renew(@PathVariable String key, Actor actor, Locale reader) {
        var source = find(actor, key);
        if (source.isEmpty()) {
            return problems.missing(reader);
        }
        if (!actor.may(MANAGE, source.get().organisation())) {
            return problems.denied(Message.of("kernel.access.permission_needed", MANAGE), reader);
        }
        var token = tokens.renew(source.get().id());
        return answers.ok(Rendering.json(json -> source(json, source.get(), token, known(List.of(source.get())))));
    }

    private Optional<DiscoverySource> find(Actor actor, String key) {
        return store.find(actor, DiscoverySourceType.DISCOVERY_SOURCE, key).map(DiscoverySource::of);
    }

    /// What is known of sources, asked for all of them at once.
    private record Known(Map<UUID, IntakeQueries.Health> health, Map<UUID, List<IntakeQueries.Owned>> owned) {

        static final Known NOTHING = new Known(Map.of(), Map.of());
    }

    private Known known(List<DiscoverySource> sources) {
        var ids = sources.stream().map(DiscoverySource::id).toList();
        return new Known(queries.health(ids, clock.instant().minus(DAY)), queries.owned(ids));
    }

    private static void source(JsonGenerator json, DiscoverySource source, @Nullable String token, Known known) {
        var health = known.health.getOrDefault(source.id(), IntakeQueries.Health.NONE);
        json.writeStartObject();
        json.writeStringProperty("id", source.id().toString());
        json.writeStringProperty("number", source.number());
        json.writeStringProperty("name", source.name());
        json.writeStringProperty("kind", source.kind().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("rank", source.rank());
        if (source.freshDays() == null) {
            json.writeNullProperty("fresh_days");
        } else {
            json.writeNumberProperty("fresh_days", source.freshDays());
        }
        json.writeBooleanProperty("active", source.active());
        if (token != null) {
            json.writeStringProperty("token", token);
        }
        json.writeStringProperty(
                "last_seen",
                health.lastSeen() == null ? null : health.lastSeen().toString());
        json.writeNumberProperty("deliveries_last_day", health.deliveries());
        json.writeNumberProperty("failed_last_day", health.failed());
        json.writeNumberProperty("items", health.items());
        json.writeNumberProperty("records_last_day", health.records());
        json.writeArrayPropertyStart("owned");
        for (var owned : known.owned.getOrDefault(source.id(), List.of())) {
            json.writeStartObject();
            json.writeStringProperty("class", owned.itemClass());
            json.writeNumberProperty("items", owned.items());
            json.writeStringProperty("counted_at", owned.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        var last = health.last();
        if (last == null) {
            json.writeNullProperty("last_delivery");
        } else {
            json.writeName("last_delivery");
            run(json, last);
        }
        json.writeEndObject();
    }

    private static void run(JsonGenerator json, IntakeQueries.Run run) {
        json.writeStartObject();
        json.writeStringProperty("id", run.id().toString());
        json.writeStringProperty("at", run.at().toString());
        json.writeStringProperty("origin", run.origin());
        json.writeNumberProperty("created", run.created());
        json.writeNumberProperty("updated", run.updated());
        json.writeNumberProperty("unchanged", run.unchanged());
        json.writeNumberProperty("refused", run.refused());
        json.writeNumberProperty("milliseconds", run.milliseconds());
        json.writeStringProperty("error", run.error());
        json.writeEndObject();
    }
}
