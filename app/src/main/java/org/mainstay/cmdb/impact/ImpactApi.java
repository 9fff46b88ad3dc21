package org.mainstay.cmdb.impact;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.graph.Direction;
import org.mainstay.cmdb.graph.ServiceGraph;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Asked;
import org.mainstay.rest.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/configuration-items/{key}/impact`, `path`, `neighbours`, `single-points-of-failure` and `difference`.
@RestController
@RequestMapping("/api/v1/configuration-items/{key}")
class ImpactApi {

    private static final String MANY = "1000";
    private static final String FEW = "100";

    private final RecordStore store;
    private final Impacts impacts;
    private final ImpactAnswer answer;
    private final Answers answers;
    private final Problems problems;
    private final Clock clock;

    ImpactApi(
            RecordStore store, Impacts impacts, ImpactAnswer answer, Answers answers, Problems problems, Clock clock) {
        this.store = store;
        this.impacts = impacts;
        this.answer = answer;
        this.answers = answers;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping("/impact")
    ResponseEntity<byte[]> impact(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String direction,
            @RequestParam(required = false) @Nullable String depth,
            @RequestParam(defaultValue = MANY) String limit,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf,
            Actor actor,
            Locale reader) {
        var way = direction == null ? Direction.DEPENDENTS : direction(direction);
        int steps = depth == null ? ServiceGraph.UNBOUNDED : whole("depth", depth, 0, 1_000_000);
        int most = whole("limit", limit, 1, ServiceGraph.LARGEST_LIMIT);
        var at = Asked.instant(asOf);
        return of(
                actor,
                key,
                reader,
                item -> impacts.impact(actor, item, way, steps, most, at).map(it -> answer.impact(it, way, reader)));
    }

    @GetMapping("/path")
    ResponseEntity<byte[]> path(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String direction,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf,
            Actor actor,
            Locale reader) {
        var way = direction == null ? null : direction(direction);
        var at = Asked.instant(asOf);
        return of(actor, key, reader, item -> {
            var other = Optional.ofNullable(to)
                    .flatMap(it -> store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, it))
                    .orElseThrow(() -> new BadQuery("to", "cmdb.graph.no_such_item"));
            return Optional.of(answer.path(impacts.path(actor, item, other, way, at)));
        });
    }

    @GetMapping("/neighbours")
    ResponseEntity<byte[]> neighbours(
            @PathVariable String key,
            @RequestParam(defaultValue = "1") String depth,
            @RequestParam(defaultValue = FEW) String limit,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf,
            Actor actor,
            Locale reader) {
        int steps = whole("depth", depth, 0, 100);
        int most = whole("limit", limit, 1, ServiceGraph.LARGEST_LIMIT);
        var at = Asked.instant(asOf);
        return of(
                actor,
                key,
                reader,
                item -> impacts.neighbours(actor, item, steps, most, at).map(answer::neighbours));
    }

    @GetMapping("/single-points-of-failure")
    ResponseEntity<byte[]> singlePoints(
            @PathVariable String key,
            @RequestParam(defaultValue = MANY) String limit,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf,
            Actor actor,
            Locale reader) {
        int most = whole("limit", limit, 1, ServiceGraph.LARGEST_LIMIT);
        var at = Asked.instant(asOf);
        return of(
                actor,
                key,
                reader,
                item -> impacts.singlePoints(actor, item, most, at).map(answer::singlePoints));
    }

    @GetMapping("/difference")
    ResponseEntity<byte[]> difference(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "2") String depth,
            @RequestParam(defaultValue = MANY) String limit,
            Actor actor,
            Locale reader) {
        int steps = whole("depth", depth, 0, 100);
        int most = whole("limit", limit, 1, ServiceGraph.LARGEST_LIMIT);
        return of(actor, key, reader, item -> {
            var then = kept("before", Asked.instant(before));
            var now = after == null ? clock.instant() : kept("after", Asked.instant(after));
            return impacts.difference(actor, item, steps, most, then, now).map(answer::difference);
        });
    }

    private Instant kept(String parameter, @Nullable Instant instant) {
        if (instant == null || instant.isBefore(impacts.kept())) {
            throw new BadQuery(parameter, "cmdb.graph.too_long_ago", GraphQueries.KEPT.toDays());
        }
        return instant;
    }

    private ResponseEntity<byte[]> of(
            Actor actor, String key, Locale reader, Function<Snapshot, Optional<byte[]>> question) {
        return store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, key)
                .flatMap(question)
                .map(answers::ok)
                .orElseGet(() -> problems.missing(reader));
    }

    private static Direction direction(String text) {
        try {
            return new Kind.Choice<>(Direction.class).parse(text);
        } catch (BadValue e) {
            throw new BadQuery(
                    "direction", e.reason().key(), e.reason().arguments().toArray());
        }
    }

    private static int whole(String parameter, String text, int least, int most) {
        try {
            return new Kind.Whole(least, most).parse(text).intValue();
        } catch (BadValue e) {
            throw new BadQuery(
                    parameter, e.reason().key(), e.reason().arguments().toArray());
        }
    }

    @ExceptionHandler(Impacts.NotLoaded.class)
    ResponseEntity<byte[]> notLoaded(Locale reader) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "2");
        return problems.unavailable("cmdb.graph.loading", headers, reader);
    }
}
