package org.mainstay.kernel.history;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Transaction ids of another database cluster mean nothing here. When the installation finds itself on a
/// cluster it does not know (moved by a dump or a copy of the rows), all history becomes transaction 0,
/// numbered anew in the order of the feed, and every consumer's position becomes how much of it it has
/// heard.
public final class ClusterMove {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterMove.class);

    private final DSLContext db;

    public ClusterMove(DSLContext db) {
        this.db = db;
    }

    /// Looks whether the cluster is the known one, and adapts where it is not. Safe on several nodes at
    /// once.
    public void settle() {
        db.transaction(configuration -> {
            var within = configuration.dsl();
            within.fetch("select pg_advisory_xact_lock(hashtext('kernel.installation cluster'))");
            var here = within.fetchSingle("select system_identifier::text from pg_control_system()")
                    .get(0, String.class);
            var row = within.fetchOne("select value from kernel.installation where name = 'cluster'");
            if (row != null && row.get(0, String.class).equals(here)) {
                return;
            }
            within.execute("set local statement_timeout = 0");
            within.execute("set local transaction_timeout = 0");
            if (row != null) {
                LOG.info("This is another database cluster than before; the feed is numbered anew");
                renumber(within);
            }
            within.execute(
                    "insert into kernel.installation (name, value) values ('cluster', {0})"
                            + " on conflict (name) do update set value = excluded.value",
                    DSL.val(here));
        });
    }

    private static void renumber(DSLContext within) {
        within.execute("""
                update kernel.feed_position as p
                set xid = '0', seq = (select count(*) from kernel.history as h where (h.xid, h.seq) <= (p.xid, p.seq))
                """);
        within.execute("""
                update kernel.history as h set xid = '0', seq = n.seq
                from (select record, version, recorded_at, row_number() over (order by xid, seq) as seq
                      from kernel.history) as n
                where n.record = h.record and n.version = h.version and n.recorded_at = h.recorded_at
                """);
        within.execute("select setval('kernel.history_seq', greatest((select max(seq) from kernel.history), 1))");
    }
}
