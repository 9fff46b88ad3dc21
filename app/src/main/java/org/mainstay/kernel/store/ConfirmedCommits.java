package org.mainstay.kernel.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/// Transactions whose commit was confirmed, or refused by the database, or ends as [OutcomeUnknown]:
/// whatever goes wrong on the way to the confirmation leaves open whether it was committed. So does the
/// database's warning that it gave up waiting for a synchronous standby, after which a failover would lose
/// what it calls committed.
public final class ConfirmedCommits extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    /// The state of the only warning that a commit gives; its text is in the server's language.
    private static final String GAVE_UP = "01000";

    public ConfirmedCommits(DataSource source) {
        super(source);
    }

    /// Reads may take their time: a transaction that writes nothing holds up nobody.
    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (definition.isReadOnly()) {
            try (var statement = connection.createStatement()) {
                statement.execute("set local transaction_timeout = 0");
            }
        }
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        try {
            super.doCommit(status);
        } catch (ConcurrencyFailureException | DataIntegrityViolationException refused) {
            throw refused;
        } catch (RuntimeException unconfirmed) {
            throw new OutcomeUnknown(unconfirmed);
        }
        confirm((JdbcTransactionObjectSupport) status.getTransaction());
    }

    /// A connection that is gone has nothing to roll back. What broke it is to be told, and not that.
    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (TransactionException | DataAccessException gone) {
            logger.debug("Nothing to roll back", gone);
        }
    }

    private static void confirm(JdbcTransactionObjectSupport transaction) {
        try {
            var connection = transaction.getConnectionHolder().getConnection();
            for (SQLWarning it = connection.getWarnings(); it != null; it = it.getNextWarning()) {
                if (GAVE_UP.equals(it.getSQLState())) {
                    throw new OutcomeUnknown(it);
                }
            }
        } catch (SQLException lost) {
            throw new OutcomeUnknown(lost);
        }
    }
}
