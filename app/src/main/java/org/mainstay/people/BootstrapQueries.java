package org.mainstay.people;

import static org.mainstay.db.kernel.Tables.RECORD;

import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// What was made at an earlier start.
final class BootstrapQueries {

    private static final long LOCK = 0x6d61696e73746179L;

    private final DSLContext db;

    BootstrapQueries(DSLContext db) {
        this.db = db;
    }

    /// Waits until no other node is at it; holds for the surrounding transaction.
    void alone() {
        db.select(DSL.field("pg_advisory_xact_lock({0})", DSL.val(LOCK))).fetch();
    }

    /// Codes of all roles there ever were: a shipped role that was deleted does not come back.
    Set<String> roles() {
        return db.select(RECORD.NUMBER)
                .from(RECORD)
                .where(RECORD.TYPE.eq("role"))
                .fetchSet(RECORD.NUMBER);
    }
}
