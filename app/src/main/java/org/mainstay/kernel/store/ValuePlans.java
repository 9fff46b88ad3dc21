package org.mainstay.kernel.store;

import java.sql.SQLException;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.mainstay.kernel.filter.Filter;
import org.postgresql.PGStatement;

/// Which statements are planned anew for the values they ask for, instead of once for all values: those where
/// it depends on the value whether to begin with the list or with what is looked for. One department has half
/// of the people and another one three of them; planning costs a millisecond, the wrong plan hundreds.
final class ValuePlans {

    private final DSLContext prepared;
    private final DSLContext planned;

    ValuePlans(DSLContext db) {
        prepared = db;
        planned = DSL.using(db.configuration().deriveAppending(new NeverPrepared()));
    }

    DSLContext of(Filter filter) {
        return depends(filter) ? planned : prepared;
    }

    /// A comparison behind a reference, or a search within texts by an index.
    private static boolean depends(Filter filter) {
        return switch (filter) {
            case Filter.All(var of) -> of.stream().anyMatch(ValuePlans::depends);
            case Filter.Any(var of) -> of.stream().anyMatch(ValuePlans::depends);
            case Filter.Not(var of) -> depends(of);
            case Filter.OneOf it -> it.path().steps().size() > 1;
            case Filter.Compare it -> it.path().steps().size() > 1;
            case Filter.Empty it -> it.path().steps().size() > 1;
            case Filter.Contains _ -> true;
            case Filter.Words it -> !it.walked();
            case Filter.Identity _ -> false;
        };
    }

    /// The driver prepares what it is asked for the fifth time, and what is prepared gets one plan.
    private static final class NeverPrepared implements ExecuteListener {

        private static final long serialVersionUID = 1L;

        @Override
        public void prepareEnd(ExecuteContext context) {
            try {
                Objects.requireNonNull(context.statement())
                        .unwrap(PGStatement.class)
                        .setPrepareThreshold(0);
            } catch (SQLException e) {
                context.sqlException(e);
            }
        }
    }
}
