package org.mainstay.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// The audit by REST, newest first, for those who may read all of it.
@RestController
class AuditPages {

    private static final int MOST = 1_000;

    private final AuditQueries queries;
    private final RecordStore store;

    AuditPages(AuditQueries queries, RecordStore store) {
        this.queries = queries;
        this.store = store;
    }

    @GetMapping("/api/v1/audit")
    Map<String, Object> list(
            Actor.Person actor,
            @RequestParam(defaultValue = "50") String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (!actor.grants().everywhere(Permissions.AUDIT_READ)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        int many = number("limit", limit, MOST).intValue();
        var rows = queries.page(cursor == null ? null : number("cursor", cursor, Long.MAX_VALUE), many + 1);
        var shown = rows.stream().limit(many).toList();
        var labels = store.labelsOf(
                actor,
                shown.stream()
                        .flatMap(it -> Stream.ofNullable(it.actor()))
                        .distinct()
                        .toList());
        var page = new LinkedHashMap<String, Object>();
        page.put(
                "items",
                shown.stream().map(it -> item(it, labels.get(it.actor()))).toList());
        page.put("next", rows.size() > many ? Long.toString(shown.getLast().id()) : null);
        return page;
    }

    private static Long number(String parameter, String text, long most) {
        try {
            return new Kind.Whole(1, most).parse(text);
        } catch (BadValue e) {
            throw new BadQuery(
                    parameter, e.reason().key(), e.reason().arguments().toArray());
        }
    }

    private static Map<String, Object> item(AuditQueries.Row row, @Nullable Label actor) {
        var item = new LinkedHashMap<String, Object>();
        item.put("at", row.at());
        item.put("event", row.event());
        item.put(
                "actor",
                actor == null ? null : Map.of("id", actor.id(), "number", actor.number(), "label", actor.label()));
        item.put("address", row.address());
        item.put("detail", row.detail());
        return item;
    }
}
