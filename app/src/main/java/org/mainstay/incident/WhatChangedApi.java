package org.mainstay.incident;

import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mainstay.cmdb.map.ChangeMarks;
import org.mainstay.cmdb.map.ItemChange;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/// `/incidents/{key}/what-changed`: what may have caused an incident.
@RestController
class WhatChangedApi {

    private final WhatChanged whatChanged;
    private final RecordStore store;
    private final Answers answers;
    private final Problems problems;

    WhatChangedApi(WhatChanged whatChanged, RecordStore store, Answers answers, Problems problems) {
        this.whatChanged = whatChanged;
        this.store = store;
        this.answers = answers;
        this.problems = problems;
    }

    @GetMapping("/api/v1/incidents/{key}/what-changed")
    ResponseEntity<byte[]> whatChanged(@PathVariable String key, Actor actor, Locale reader) {
        var incident = whatChanged.incident(actor, key);
        if (incident.isEmpty()) {
            return problems.missing(reader);
        }
        var changes = whatChanged.before(actor, incident.get());
        if (changes.isEmpty()) {
            var headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, "2");
            return problems.unavailable("cmdb.graph.loading", headers, reader);
        }
        return answers.ok(render(actor, incident.get(), changes.get()));
    }

    /// `{"items":[{"type","number","label","done","at","by","attributes","version","distance","path","before",
    /// "drift","probable_cause"}],"next":null}`
    private byte[] render(Actor actor, Snapshot incident, List<ItemChange> changes) {
        var by = new HashSet<UUID>();
        changes.forEach(it -> by.add(it.entry().by()));
        var labels = store.labelsOf(actor, by);
        var drift = whatChanged.drift(actor, changes);
        var causes = WhatChanged.targets(whatChanged.causes(actor, incident));
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            changes.forEach(it -> render(json, it, labels, causes, drift));
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeEndObject();
        });
    }

    private static void render(
            JsonGenerator json,
            ItemChange change,
            Map<UUID, Label> labels,
            Set<UUID> causes,
            Map<ChangeMarks.Key, Label> drift) {
        var entry = change.entry();
        var relation = change.relation();
        json.writeStartObject();
        json.writeStringProperty("type", relation == null ? "configuration_item" : "relation");
        json.writeStringProperty("number", relation == null ? change.item().number() : relation.number());
        json.writeStringProperty(
                "label",
                relation == null
                        ? change.item().label()
                        : "%s %s %s".formatted(relation.fromLabel(), relation.type(), relation.toLabel()));
        json.writeStringProperty("done", WhatChangedViews.done(change));
        json.writeStringProperty("at", entry.at().toString());
        json.writeName("by");
        Rendering.reference(json, labels.get(entry.by()));
        json.writeArrayPropertyStart("attributes");
        if (entry.changes() != null && entry.kind().equals("save")) {
            entry.changes().propertyNames().forEach(json::writeString);
        }
        json.writeEndArray();
        json.writeNumberProperty("version", entry.version());
        json.writeNumberProperty("distance", change.distance());
        json.writeArrayPropertyStart("path");
        change.path().forEach(it -> json.writeString(it.number()));
        json.writeEndArray();
        json.writeStringProperty(
                "before", change.before().truncatedTo(ChronoUnit.SECONDS).toString());
        json.writeName("drift");
        Rendering.reference(json, drift.get(ChangeMarks.Key.of(entry)));
        json.writeBooleanProperty("probable_cause", causes.contains(entry.record()));
        json.writeEndObject();
    }
}
