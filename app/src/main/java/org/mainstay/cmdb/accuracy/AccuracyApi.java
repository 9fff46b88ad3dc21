package org.mainstay.cmdb.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/// `/configuration-accuracy` and `/configuration-items/{key}/accuracy`: how true items are, and how sure that is.
@RestController
@RequestMapping("/api/v1")
class AccuracyApi {

    /// So many items that something depends on are looked at.
    static final int DEPENDENCIES = 10_000;

    private final RecordStore store;
    private final Accuracies accuracies;
    private final Scores scores;
    private final Dependencies dependencies;
    private final Answers answers;
    private final Problems problems;

    AccuracyApi(
            RecordStore store,
            Accuracies accuracies,
            Scores scores,
            Dependencies dependencies,
            Answers answers,
            Problems problems) {
        this.store = store;
        this.accuracies = accuracies;
        this.scores = scores;
        this.dependencies = dependencies;
        this.answers = answers;
        this.problems = problems;
    }

    /// @param by `class` or `team`
    @GetMapping("/configuration-accuracy")
    ResponseEntity<byte[]> all(@RequestParam(defaultValue = "class") String by, Actor actor, Locale reader) {
        var found = scores.by(Scores.By.of(by), actor, reader);
        return answers.ok(Rendering.json(json -> {
            json.writeStartObject();
            json.writeStringProperty(
                    "measured_at", accuracies.measuredAt().map(Object::toString).orElse(null));
            json.writeArrayPropertyStart("items");
            for (var it : found.rows()) {
                json.writeStartObject();
                json.writeStringProperty("key", it.key());
                json.writeStringProperty("label", it.label());
                json.writeNumberProperty("count", it.items());
                accuracy(json, it.accuracy());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeEndObject();
        }));
    }

    @GetMapping("/configuration-items/{key}/accuracy")
    ResponseEntity<byte[]> one(@PathVariable String key, Actor actor, Locale reader) {
        var item = store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, key);
        if (item.isEmpty()) {
            return problems.missing(reader);
        }
        var needed = dependencies.of(actor, item.get(), DEPENDENCIES);
        if (needed.isEmpty()) {
            var headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, "1");
            return problems.unavailable("cmdb.graph.loading", headers, reader);
        }
        var items = with(item.get(), needed.get());
        var accuracy = accuracies.of(items);
        return answers.ok(Rendering.json(json -> {
            json.writeStartObject();
            json.writeNumberProperty("count", items.size());
            accuracy(json, accuracy);
            json.writeEndObject();
        }));
    }

    static List<UUID> with(Snapshot item, List<UUID> others) {
        var items = new ArrayList<>(others);
        items.addFirst(item.id());
        return items;
    }

    private static void accuracy(JsonGenerator json, Accuracy it) {
        json.writeNumberProperty("values", it.values());
        json.writeNumberProperty("confirmed", it.confirmed());
        json.writeNumberProperty("contradicted", it.contradicted());
        json.writeNumberProperty("checked", it.checked());
        json.writeNumberProperty("checked_right", it.right());
        var share = it.share();
        if (share.isPresent()) {
            json.writeNumberProperty("accuracy", rounded(share.getAsDouble()));
        } else {
            json.writeNullProperty("accuracy");
        }
        json.writeNumberProperty("low", rounded(it.low()));
        json.writeNumberProperty("high", rounded(it.high()));
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
