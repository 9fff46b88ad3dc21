package org.mainstay.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Count;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Stats;
import org.mainstay.kernel.store.StatsReader;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/v1/{collection}`: lists, creation, statistics and completion for every record type.
@RestController
@RequestMapping("/api/v1/{collection}")
class CollectionApi {

    private static final int SUGGESTIONS = 20;

    private final RecordTypes types;
    private final RecordStore store;
    private final Acts acts;
    private final Asked asked;
    private final Body bodies;
    private final Rendering rendering;
    private final Answers answers;
    private final Idempotency idempotency;
    private final Stats stats;
    private final StatsReader reader;
    private final StatsAnswer statsAnswer;
    private final Clock clock;

    CollectionApi(
            RecordTypes types,
            RecordStore store,
            Acts acts,
            Asked asked,
            Body bodies,
            Rendering rendering,
            Answers answers,
            Idempotency idempotency,
            Stats stats,
            StatsReader reader,
            StatsAnswer statsAnswer,
            Clock clock) {
        this.types = types;
        this.store = store;
        this.acts = acts;
        this.asked = asked;
        this.bodies = bodies;
        this.rendering = rendering;
        this.answers = answers;
        this.idempotency = idempotency;
        this.stats = stats;
        this.reader = reader;
        this.statsAnswer = statsAnswer;
        this.clock = clock;
    }

    @GetMapping
    @Parameters({"filter", "class", "sort", "fields", "limit", "cursor", "count", "as_of"})
    ResponseEntity<byte[]> list(
            @PathVariable String collection, @RequestParam Map<String, String> parameters, Actor actor) {
        var of = collection(collection);
        var query = asked.query(actor, of, parameters, context(actor));
        var instant = Asked.instant(parameters.get("as_of"));
        var reading = query.reading(rendering.reads(of.type(), query.fields()));
        var page = instant == null
                ? store.list(actor, of.type(), reading)
                : store.listAsOf(actor, of.type(), reading, instant);
        var count = Asked.yes("count", parameters.get("count")) ? count(actor, of, query.filter(), instant) : null;
        return answers.ok(Rendering.json(json ->
                rendering.list(json, actor, of.type(), page.items(), page.next(), query.fields(), () -> {
                    if (count != null) {
                        json.writeObjectPropertyStart("total");
                        json.writeNumberProperty("value", count.value());
                        json.writeBooleanProperty("exact", count.exact());
                        json.writeEndObject();
                    }
                })));
    }

    private Count count(Actor actor, RecordTypes.Collection of, Filter filter, @Nullable Instant instant) {
        return instant == null
                ? store.count(actor, of.type(), filter)
                : store.countAsOf(actor, of.type(), filter, instant);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> create(
            @PathVariable String collection,
            @RequestParam(name = "dry_run", required = false) @Nullable String dryRun,
            HttpServletRequest request,
            Actor actor,
            Locale reader)
            throws IOException {
        var of = collection(collection);
        var body = bodies.bytes(request);
        return idempotency.once(request, actor, body, reader, () -> {
            var input = narrowed(of, bodies.input(body));
            var outcome = acts.create(actor, of.type(), input, List.of(), Asked.yes("dry_run", dryRun));
            return outcome instanceof Outcome.Done(var record)
                    ? answers.created(actor, collection, record)
                    : answers.of(actor, outcome, reader);
        });
    }

    /// What an alias's filter says of its records is set on those created through it.
    private Input narrowed(RecordTypes.Collection of, Input input) {
        if (of.filter().isEmpty()) {
            return input;
        }
        var values = new LinkedHashMap<>(input.values());
        int colon = of.filter().indexOf(':');
        values.putIfAbsent(
                of.filter().substring(0, colon),
                new Input.Given.Text(of.filter().substring(colon + 1)));
        return new Input(values);
    }

    @GetMapping("/stats")
    @Parameters({"filter", "class", "group_by", "measure"})
    ResponseEntity<byte[]> stats(
            @PathVariable String collection, @RequestParam Map<String, String> parameters, Actor actor) {
        var of = collection(collection);
        var filter = asked.filter(of, parameters, context(actor));
        var question =
                reader.read(actor, types.current(of.type()), parameters.get("group_by"), parameters.get("measure"));
        return answers.ok(statsAnswer.render(actor, question, stats.of(actor, of.type(), filter, question)));
    }

    /// Completion of references: numbers and labels that hold the words.
    @GetMapping("/suggest")
    ResponseEntity<byte[]> suggest(
            @PathVariable String collection, @RequestParam(name = "q", defaultValue = "") String text, Actor actor) {
        var of = collection(collection);
        var own = asked.filter(of, "", context(actor));
        var found = store.suggest(actor, of.type(), own, text, SUGGESTIONS);
        return answers.ok(Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            found.forEach(it -> Rendering.reference(json, it));
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeEndObject();
        }));
    }

    private RecordTypes.Collection collection(String name) {
        return types.byCollection(name).orElseThrow(NoSuchRecord::new);
    }

    private FilterContext context(Actor actor) {
        return new FilterContext(actor, clock.instant());
    }
}
