package org.mainstay.transfer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.Audit;
import org.mainstay.rest.Asked;
import org.mainstay.rest.Parameters;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lists as files, streamed: what the reader may see, in the order and with the filter of the list.
@RestController
class ExportApi {

    /// Labels are read for so many records at once.
    private static final int TOGETHER = 200;

    private final RecordTypes types;
    private final RecordStore store;
    private final Access access;
    private final Asked asked;
    private final Problems problems;
    private final Rendering rendering;
    private final Audit audit;
    private final Clock clock;

    ExportApi(
            RecordTypes types,
            RecordStore store,
            Access access,
            Asked asked,
            Problems problems,
            Rendering rendering,
            Audit audit,
            Clock clock) {
        this.types = types;
        this.store = store;
        this.access = access;
        this.asked = asked;
        this.problems = problems;
        this.rendering = rendering;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping({"/api/v1/{collection}/export", "/{collection:[a-z][a-z-]*}/export"})
    @Parameters({"format", "filter", "sort", "fields"})
    @Nullable
    ResponseEntity<byte[]> export(
            @PathVariable String collection,
            @RequestParam Map<String, String> parameters,
            Actor actor,
            Locale reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var of = types.byCollection(collection).orElse(null);
        if (of == null) {
            return problems.missing(reader);
        }
        var format = ExportFormat.of(parameters.getOrDefault("format", "csv"));
        if (format.isEmpty()) {
            return problems.parameter("format", Message.of("transfer.unknown_format", "csv, ndjson, xlsx"), reader);
        }
        var query = asked.query(actor, of, parameters, new FilterContext(actor, clock.instant()));
        var columns = columns(query, actor, of);
        var whole = new Query(query.filter(), query.order(), columns, Query.MOST, null);
        // counts once, so that an order that cannot be kept is refused before anything is sent
        store.list(actor, of.type(), whole.limit(1));
        audit.record(
                actor.id(),
                Audit.EXPORTED,
                request.getRemoteAddr(),
                Map.of("collection", collection, "format", format.get().code()));
        response.setContentType(format.get().mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + collection + "." + format.get().code() + "\"");
        try (var file = format.get().open(response.getOutputStream(), columns, rendering)) {
            var together = new ArrayList<Snapshot>();
            store.each(actor, of.type(), whole, record -> {
                together.add(record);
                if (together.size() == TOGETHER) {
                    file.write(actor, together, store.labels(actor, together));
                    together.clear();
                }
            });
            file.write(actor, together, store.labels(actor, together));
        }
        return null;
    }

    private List<Attribute<?>> columns(Query query, Actor actor, RecordTypes.Collection of) {
        return query.fields().isEmpty() ? access.readable(types.current(of.type()), actor) : query.fields();
    }
}
