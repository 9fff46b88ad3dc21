package org.mainstay.cmdb.reconciliation;

import static org.mainstay.kernel.store.PlainSql.need;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Reads and writes pins; no access is applied.
public final class PinQueries {

    private final DSLContext db;

    public PinQueries(DSLContext db) {
        this.db = db;
    }

    /// @param until null for as long as nobody takes it away
    record Pin(String attribute, @Nullable Instant until, UUID by) {}

    Map<String, Pin> of(UUID item, Instant now) {
        var pins = new HashMap<String, Pin>();
        db.fetch(
                        "select attribute, until, made_by from cmdb.pin where item = {0}"
                                + " and (until is null or until > {1})",
                        DSL.val(item), DSL.val(now, SQLDataType.INSTANT))
                .forEach(it -> {
                    var attribute = need(it, "attribute", String.class);
                    pins.put(
                            attribute,
                            new Pin(attribute, it.get("until", Instant.class), need(it, "made_by", UUID.class)));
                });
        return pins;
    }

    void pin(UUID item, Pin pin, Instant at) {
        db.execute(
                "insert into cmdb.pin (item, attribute, until, made_at, made_by) values ({0}, {1}, {2}, {3}, {4})"
                        + " on conflict (item, attribute) do update set until = excluded.until,"
                        + " made_at = excluded.made_at, made_by = excluded.made_by",
                DSL.val(item),
                DSL.val(pin.attribute),
                DSL.val(pin.until, SQLDataType.INSTANT),
                DSL.val(at, SQLDataType.INSTANT),
                DSL.val(pin.by));
    }

    /// The item's values are settled anew soon.
    ///
    /// @return whether there was one
    boolean unpin(UUID item, String attribute) {
        return db.execute("""
                        with ended as (delete from cmdb.pin where item = {0} and attribute = {1} returning item)
                        insert into cmdb.unsettled (item) select item from ended
                        on conflict (item) do update set item = excluded.item
                        """, DSL.val(item), DSL.val(attribute)) > 0;
    }
}
