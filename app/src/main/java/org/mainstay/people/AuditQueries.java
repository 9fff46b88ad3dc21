package org.mainstay.people;

import static org.mainstay.db.people.Tables.AUDIT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The audit's rows.
final class AuditQueries {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final DSLContext db;

    AuditQueries(DSLContext db) {
        this.db = db;
    }

    record Row(
            long id,
            Instant at,
            @Nullable UUID actor,
            String event,
            @Nullable String address,
            JsonNode detail) {}

    void add(Instant at, @Nullable UUID actor, String event, @Nullable String address, Map<String, String> detail) {
        db.insertInto(AUDIT, AUDIT.AT, AUDIT.ACTOR, AUDIT.EVENT, AUDIT.ADDRESS, AUDIT.DETAIL)
                .values(at, actor, event, address, JSONB.valueOf(MAPPER.writeValueAsString(detail)))
                .execute();
    }

    /// Newest first.
    ///
    /// @param before the last row of the page before; null for the first page
    List<Row> page(@Nullable Long before, int limit) {
        return db.select(AUDIT.ID, AUDIT.AT, AUDIT.ACTOR, AUDIT.EVENT, AUDIT.ADDRESS, AUDIT.DETAIL)
                .from(AUDIT)
                .where(before == null ? DSL.noCondition() : AUDIT.ID.lt(before))
                .orderBy(AUDIT.ID.desc())
                .limit(limit)
                .fetch(it -> new Row(
                        it.value1(),
                        it.value2(),
                        it.value3(),
                        it.value4(),
                        it.value5(),
                        MAPPER.readTree(it.value6().data())));
    }
}
