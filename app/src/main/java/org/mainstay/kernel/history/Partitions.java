package org.mainstay.kernel.history;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;

/// The months of history: a partition each, made ahead of time. Where the default partition already holds
/// rows of a month (the server slept through its beginning) that month stays there.
public final class Partitions {

    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
    private static final int AHEAD = 3;

    private final DSLContext db;
    private final Clock clock;

    public Partitions(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Makes the partitions of this month and the next three, where they are missing. Safe on several
    /// nodes at once.
    public void prepare() {
        var month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        try {
            for (int i = 0; i <= AHEAD; i++) {
                prepare(month.plusMonths(i));
            }
        } catch (PessimisticLockingFailureException e) {
            LOG.info("History is being read at length; partitions are made later: {}", e.getMessage());
        }
    }

    private void prepare(YearMonth month) {
        var name = "history_" + month.toString().replace('-', '_');
        var from = month.atDay(1).toString();
        var to = month.plusMonths(1).atDay(1).toString();
        db.transaction(configuration -> {
            var within = configuration.dsl();
            within.fetch("select pg_advisory_xact_lock(hashtext('kernel.history partitions'))");
            boolean exists = within.fetchExists(
                    DSL.selectOne().where("to_regclass({0}) is not null", DSL.inline("kernel." + name)));
            boolean taken = within.fetchExists(DSL.selectOne()
                    .from("kernel.history_default")
                    .where("recorded_at >= {0}::timestamptz", DSL.inline(from + "T00:00:00Z"))
                    .and("recorded_at < {0}::timestamptz", DSL.inline(to + "T00:00:00Z")));
            if (!exists && !taken) {
                // It waits for whoever reads history, and whoever writes history waits for it: not for long.
                within.execute("set local lock_timeout = '1s'");
                within.execute(
                        "create table kernel.{0} partition of kernel.history for values from ({1}) to ({2})",
                        DSL.name(name), DSL.inline(from + "T00:00:00Z"), DSL.inline(to + "T00:00:00Z"));
            }
        });
    }
}
