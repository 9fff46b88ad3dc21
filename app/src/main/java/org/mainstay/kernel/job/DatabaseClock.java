package org.mainstay.kernel.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// The time by which nodes judge whether another one is dead: the database's, so that a node whose own
/// clock is wrong neither loses its work nor takes that of others. Asked once a minute, and kept in step
/// by the node's clock in between.
final class DatabaseClock implements com.github.kagkarlsson.scheduler.Clock {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private final DSLContext db;
    private final Clock clock;
    private volatile @Nullable Offset known;

    DatabaseClock(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Offset(Duration ahead, Instant asked) {}

    @Override
    public Instant now() {
        var here = clock.instant();
        var offset = known;
        if (offset == null || Duration.between(offset.asked(), here).abs().compareTo(GOOD_FOR) > 0) {
            offset = ask(here, offset == null ? Duration.ZERO : offset.ahead());
            known = offset;
        }
        return here.plus(offset.ahead());
    }

    private Offset ask(Instant here, Duration last) {
        try {
            var there = db.select(DSL.field("clock_timestamp()", SQLDataType.INSTANT))
                    .fetchSingle()
                    .value1();
            return new Offset(Duration.between(here, there), here);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The database did not tell the time", e);
            return new Offset(last, here);
        }
    }
}
