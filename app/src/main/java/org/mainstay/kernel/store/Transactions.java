package org.mainstay.kernel.store;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The transactions of the store. Within a caller's transaction work runs under a savepoint, so that a
/// refused plan undoes itself and no more.
public final class Transactions {

    private static final int TRIES = 5;

    private final TransactionTemplate own;
    private final TransactionTemplate nested;
    private final TransactionTemplate reading;

    public Transactions(PlatformTransactionManager manager) {
        own = new TransactionTemplate(manager);
        nested = new TransactionTemplate(manager);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// Runs the work in one transaction; deadlocks and serialization failures are tried again, at most
    /// five times.
    ///
    /// @throws OutcomeUnknown when the commit was not confirmed, see [ConfirmedCommits]
    public <T> T within(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return Objects.requireNonNull(nested.execute(_ -> work.get()));
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(own.execute(_ -> work.get()));
            } catch (ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /// Runs the work in a transaction of its own and takes back whatever it wrote: what the database says to
    /// it is known, and nothing is done.
    public <T> T undone(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(own.execute(status -> {
                    status.setRollbackOnly();
                    return work.get();
                }));
            } catch (ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /// Runs reads in one snapshot of the database, for as long as they take.
    public void reading(Runnable work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            work.run();
        } else {
            reading.executeWithoutResult(_ -> work.run());
        }
    }

    /// Runs the work once the surrounding transaction is committed; at once where there is none.
    public static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
