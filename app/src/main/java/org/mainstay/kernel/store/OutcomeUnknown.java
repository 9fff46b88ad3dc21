package org.mainstay.kernel.store;

import org.springframework.transaction.TransactionException;

/// The connection was lost while a transaction was being committed: nobody knows yet whether it is.
/// Answered as 503 with the idempotency key to ask with, never as success and never as failure.
public final class OutcomeUnknown extends TransactionException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(Throwable cause) {
        super("The commit was not confirmed", cause);
    }
}
