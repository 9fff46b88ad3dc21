package org.mainstay.people.signin;

import static org.mainstay.db.people.Tables.SIGN_IN_ATTEMPT;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Attempts to sign in that did not succeed (yet), in the database so that all nodes count together.
final class AttemptQueries {

    private static final int PURGED_AT_ONCE = 100;

    private final DSLContext db;

    AttemptQueries(DSLContext db) {
        this.db = db;
    }

    /// @param last null where there was none
    record Tally(int attempts, @Nullable Instant last) {}

    /// @param both by the account from the address
    record Tallies(Tally both, Tally account, Tally address) {}

    long add(String account, String address, Instant at) {
        return db.insertInto(SIGN_IN_ATTEMPT, SIGN_IN_ATTEMPT.ACCOUNT, SIGN_IN_ATTEMPT.ADDRESS, SIGN_IN_ATTEMPT.AT)
                .values(account, address, at)
                .returningResult(SIGN_IN_ATTEMPT.ID)
                .fetchSingle()
                .value1();
    }

    /// The others since the moment.
    Tallies others(long id, String account, String address, Instant since) {
        var byAccount = SIGN_IN_ATTEMPT.ACCOUNT.eq(account);
        var byAddress = SIGN_IN_ATTEMPT.ADDRESS.eq(address);
        return new Tallies(
                tally(id, byAccount.and(byAddress), since), tally(id, byAccount, since), tally(id, byAddress, since));
    }

    private Tally tally(long id, Condition which, Instant since) {
        var row = db.select(DSL.count(), DSL.max(SIGN_IN_ATTEMPT.AT))
                .from(SIGN_IN_ATTEMPT)
                .where(which)
                .and(SIGN_IN_ATTEMPT.AT.gt(since))
                .and(SIGN_IN_ATTEMPT.ID.ne(id))
                .fetchSingle();
        return new Tally(row.value1(), row.value2());
    }

    void remove(long id) {
        db.deleteFrom(SIGN_IN_ATTEMPT).where(SIGN_IN_ATTEMPT.ID.eq(id)).execute();
    }

    /// After a success the account's failures from the address no longer count.
    void forgive(String account, String address) {
        db.deleteFrom(SIGN_IN_ATTEMPT)
                .where(SIGN_IN_ATTEMPT.ACCOUNT.eq(account))
                .and(SIGN_IN_ATTEMPT.ADDRESS.eq(address))
                .execute();
    }

    /// @return how many; there may be more unless it is zero
    int purge(Instant before) {
        return db.deleteFrom(SIGN_IN_ATTEMPT)
                .where(SIGN_IN_ATTEMPT.ID.in(DSL.select(SIGN_IN_ATTEMPT.ID)
                        .from(SIGN_IN_ATTEMPT)
                        .where(SIGN_IN_ATTEMPT.AT.lt(before))
                        .limit(PURGED_AT_ONCE)))
                .execute();
    }
}
