package org.mainstay.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.history.FeedConsumer;

/// Keeps in the audit who gave and took which grants; through the feed, so that none is missed whatever
/// the way.
record GrantAudit(AuditQueries queries) implements FeedConsumer {

    private static final Set<String> EVENTS = Set.of("save", "delete", "restore");

    @Override
    public String name() {
        return "grant_audit";
    }

    @Override
    public Set<String> types() {
        return Set.of(GrantType.GRANT.code());
    }

    @Override
    public void accept(List<Entry> rows) {
        rows.stream().filter(it -> EVENTS.contains(it.kind())).forEach(this::keep);
    }

    private void keep(Entry entry) {
        var event = entry.kind().equals("delete") ? Audit.GRANT_REMOVED : Audit.GRANTED;
        queries.add(entry.recordedAt(), entry.by(), event, null, detail(entry));
    }

    private static Map<String, String> detail(Entry entry) {
        var detail = new HashMap<String, String>();
        detail.put("grant", entry.record().toString());
        var changes = entry.changes();
        if (changes != null) {
            for (var attribute : List.of("person", "group", "role", "for_organisation")) {
                var change = changes.get(attribute);
                if (change != null && change.isArray() && change.get(1).isString()) {
                    detail.put(attribute, change.get(1).stringValue());
                }
            }
        }
        return detail;
    }
}
