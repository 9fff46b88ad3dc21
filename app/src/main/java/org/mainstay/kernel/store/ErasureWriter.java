package org.mainstay.kernel.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Erasure;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;

/// Erases values from history: of each attribute only what it holds now stays, where it was set, so that
/// folding still gives the record.
final class ErasureWriter implements PartWriter<Erasure> {

    @Override
    public Class<Erasure> part() {
        return Erasure.class;
    }

    /// Only actions erase; they decide by whom.
    @Override
    public Decision permits(Erasure part, Snapshot subject, Actor actor) {
        return Decision.denied("kernel.access.administrators_only");
    }

    @Override
    public List<Problem> problems(Erasure part, UUID record, Actor actor) {
        return List.of();
    }

    @Override
    public List<RowCountQuery> statements(Erasure part, UUID record, long version, Instant at, UUID by) {
        var codes = val(part.attributes().toArray(String[]::new));
        var kept = field("""
                (select coalesce(jsonb_object_agg(c.key,
                    case when c.key = any({0}) then jsonb_set(c.value, array['0'], 'null') else c.value end), jsonb_build_object())
                 from jsonb_each(kernel.history.changes) as c
                 where c.key <> all({0}) or not exists (
                    select from kernel.history as later
                    where later.record = kernel.history.record and later.version > kernel.history.version
                        and later.kind = 'save' and jsonb_exists(later.changes, c.key)))
                """, SQLDataType.JSONB, codes);
        return List.of(DSL.update(Entries.HISTORY)
                .set(Entries.CHANGES, kept)
                .set(Entries.REASONS, field("{0} - {1}", SQLDataType.JSONB, Entries.REASONS, codes))
                .where(Entries.RECORD.eq(record))
                .and(Entries.KIND.eq("save"))
                .and(Entries.CHANGES.isNotNull()));
    }
}
