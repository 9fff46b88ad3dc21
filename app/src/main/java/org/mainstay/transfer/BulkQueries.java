package org.mainstay.transfer;

import static org.mainstay.db.kernel.Tables.JOB;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Which bulk did what a dry run told; the index that keeps it single finds it.
final class BulkQueries {

    private final DSLContext db;

    BulkQueries(DSLContext db) {
        this.db = db;
    }

    Optional<UUID> applied(UUID preview) {
        return db.select(JOB.ID)
                .from(JOB)
                .where("payload ->> 'applies' = {0}", DSL.val(preview.toString()))
                .fetchOptional(JOB.ID);
    }
}
