package org.mainstay.transfer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
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
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Audit;
import org.mainstay.people.Permissions;
import org.mainstay.rest.Asked;
import org.mainstay.rest.Parameters;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lists as files, streamed: what the reader may see, in the order and with the filter of the list.
@RestController
class ExportApi {

    private static final Logger LOG = LoggerFactory.getLogger(ExportApi.class);
    private static final List<String> PARAMETERS = List.of("format", "filter", "sort", "fields");

    /// Labels are read for so many records at once.
    private static final int TOGETHER = 200;

    private final RecordTypes types;
    private final RecordStore store;
    private final Access access;
    private final Asked asked;
    private final Problems problems;
    private final Rendering rendering;
    private final Audit audit;
    private final Messages messages;
    private final Clock clock;

    ExportApi(
            RecordTypes types,
            RecordStore store,
            Access access,
            Asked asked,
            Problems problems,
            Rendering rendering,
            Audit audit,
            Messages messages,
            Clock clock) {
        this.types = types;
        this.store = store;
        this.access = access;
        this.asked = asked;
        this.problems = problems;
        this.rendering = rendering;
        this.audit = audit;
        this.messages = messages;
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
        if (!actor.may(Permissions.TRANSFER_EXPORT)) {
            var needed = Message.of("kernel.access.permission_needed", Permissions.TRANSFER_EXPORT);
            return problems.denied(needed, reader);
        }
        for (String parameter : parameters.keySet()) {
            if (!PARAMETERS.contains(parameter)) {
                var known = Message.of("rest.unknown_parameter", String.join(", ", PARAMETERS));
                return problems.parameter(Names.clip(parameter), known, reader);
            }
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
                Map.of(
                        "collection",
                        collection,
                        "format",
                        format.get().code(),
                        "filter",
                        clip(parameters.getOrDefault("filter", ""))));
        response.setContentType(format.get().mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + collection + "." + format.get().code() + "\"");
        try {
            send(actor, of, whole, format.get().open(response.getOutputStream(), columns, rendering, words(reader)));
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("Whoever asked for {} has hung up", collection, e);
        }
        return null;
    }

    /// The file is only ended when all is in it: one that breaks off must not look whole.
    private void send(Actor actor, RecordTypes.Collection of, Query whole, ExportFile file) throws IOException {
        var together = new ArrayList<Snapshot>();
        store.each(actor, of.type(), whole, record -> {
            together.add(record);
            if (together.size() == TOGETHER) {
                file.write(actor, together, store.labels(actor, together));
                together.clear();
            }
        });
        file.write(actor, together, store.labels(actor, together));
        file.end();
    }

    private IntFunction<String> words(Locale reader) {
        return sheet -> messages.say(reader, "transfer.goes_on", sheet);
    }

    private static String clip(String filter) {
        return filter.length() <= 500 ? filter : filter.substring(0, 500) + "…";
    }

    private List<Attribute<?>> columns(Query query, Actor actor, RecordTypes.Collection of) {
        return query.fields().isEmpty() ? access.readable(types.current(of.type()), actor) : query.fields();
    }
}
