package org.mainstay.request;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/// `/api/v1/catalog-items/{key}/usage`, and the same of all items.
@RestController
@RequestMapping("/api/v1/catalog-items")
class UsageApi {

    private static final int MOST = 200;

    private final RecordStore store;
    private final CatalogUsage usage;
    private final Answers answers;
    private final Problems problems;

    UsageApi(RecordStore store, CatalogUsage usage, Answers answers, Problems problems) {
        this.store = store;
        this.usage = usage;
        this.answers = answers;
        this.problems = problems;
    }

    @GetMapping("/{key}/usage")
    ResponseEntity<byte[]> one(@PathVariable String key, Actor actor, Locale reader) {
        var item = store.find(actor, CatalogItemType.CATALOG_ITEM, key).orElse(null);
        if (item == null) {
            return problems.missing(reader);
        }
        return UsageScope.of(actor, item)
                .map(it -> answers.ok(Rendering.json(json -> write(json, usage.of(item, it)))))
                .orElseGet(() -> problems.denied(Message.of("request.usage.for_keepers"), reader));
    }

    /// @param days by whose volume they are put in order
    @GetMapping("/usage")
    ResponseEntity<byte[]> list(
            @RequestParam(defaultValue = "365") String days,
            @RequestParam(defaultValue = "50") String limit,
            @RequestParam(defaultValue = "0") String cursor,
            Actor actor,
            Locale reader) {
        var by = CatalogUsage.DAYS.stream()
                .filter(it -> String.valueOf(it).equals(days))
                .findFirst()
                .orElseThrow(() -> new BadQuery("days", "request.usage.days", known()));
        int most = whole("limit", limit, 1, MOST);
        int from = whole("cursor", cursor, 0, 1_000_000);
        if (!usage.keeps(actor)) {
            return problems.denied(Message.of("request.usage.for_keepers"), reader);
        }
        var listed = usage.list(actor, by, from, most);
        int next = from + listed.lines().size();
        return answers.ok(Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            listed.lines().forEach(it -> write(json, it));
            json.writeEndArray();
            json.writeStringProperty("next", next < listed.all() ? String.valueOf(next) : null);
            json.writeEndObject();
        }));
    }

    private static String known() {
        return CatalogUsage.DAYS.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static int whole(String parameter, String text, int least, int most) {
        if (text.matches("\\d{1,7}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new BadQuery(parameter, "request.usage.whole", least, most);
    }

    private static void ordered(JsonGenerator json, String days, long count, long before) {
        json.writeObjectPropertyStart(days);
        json.writeNumberProperty("count", count);
        json.writeNumberProperty("before", before);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, CatalogUsage.Line line) {
        var of = line.usage();
        json.writeStartObject();
        json.writeName("item");
        Rendering.reference(json, label(line.item()));
        json.writeObjectPropertyStart("ordered");
        ordered(json, "days_30", of.month().ordered(), of.month().before());
        ordered(json, "days_90", of.quarter().ordered(), of.quarter().before());
        ordered(json, "days_365", of.year().ordered(), of.year().before());
        json.writeEndObject();
        carts(json, of.carts());
        json.writeObjectPropertyStart("delivery");
        json.writeNumberProperty("cases", of.delivery().cases());
        json.writeStringProperty("median", text(of.delivery().median()));
        json.writeStringProperty("p80", text(of.delivery().most()));
        json.writeStringProperty("promise", text(line.promise()));
        json.writeEndObject();
        json.writeObjectPropertyStart("approvals");
        json.writeNumberProperty("decided", of.decisions().decided());
        json.writeNumberProperty("rejected", of.decisions().rejected());
        number(json, "rejection_rate", of.decisions().refused());
        json.writeEndObject();
        json.writeObjectPropertyStart("cancelled");
        json.writeNumberProperty("count", of.cancelled());
        number(json, "cancel_rate", of.cancelRate());
        json.writeEndObject();
        json.writeObjectPropertyStart("rating");
        json.writeNumberProperty("count", of.ratings().count());
        number(json, "mean", of.ratings().mean());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void carts(JsonGenerator json, Usage.Carts carts) {
        json.writeObjectPropertyStart("carts");
        json.writeNumberProperty("lines", carts.lines());
        json.writeNumberProperty("ordered", carts.ordered());
        json.writeNumberProperty("removed", carts.removed());
        json.writeNumberProperty("expired", carts.expired());
        number(json, "abandon_rate", carts.abandoned());
        json.writeEndObject();
    }

    private static Label label(Snapshot item) {
        return new Label(item.id(), CatalogItemType.CATALOG_ITEM.code(), item.number(), item.label());
    }

    private static @Nullable String text(@Nullable Duration span) {
        return span == null ? null : span.toString();
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, Math.round(value * 10_000) / 10_000.0);
        }
    }
}
