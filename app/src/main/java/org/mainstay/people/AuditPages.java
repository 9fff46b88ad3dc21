package org.mainstay.people;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.store.BadQuery;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// The audit by REST, newest first, for those who may read all of it.
@RestController
class AuditPages {

    private static final int MOST = 1_000;

    private final AuditTrail trail;

    AuditPages(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/api/v1/audit")
    Map<String, Object> list(
            Actor.Person actor,
            @RequestParam(defaultValue = "50") String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (!AuditTrail.readableBy(actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        int many = number("limit", limit, MOST).intValue();
        var found = trail.page(actor, cursor == null ? null : number("cursor", cursor, Long.MAX_VALUE), many);
        var page = new LinkedHashMap<String, Object>();
        page.put("items", found.lines().stream().map(AuditPages::item).toList());
        page.put("next", found.next() == null ? null : Long.toString(found.next()));
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

    private static Map<String, Object> item(AuditTrail.Line line) {
        var actor = line.actor();
        var item = new LinkedHashMap<String, Object>();
        item.put("at", line.at());
        item.put("event", line.event());
        item.put(
                "actor",
                actor == null ? null : Map.of("id", actor.id(), "number", actor.number(), "label", actor.label()));
        item.put("address", line.address());
        item.put("detail", line.detail());
        return item;
    }
}
