package org.mainstay.kernel.store;

import org.mainstay.kernel.record.Message;

/// Leaves what decides about a record from within, where the actor may not do it.
final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    NotAllowed(Message reason) {
        super(reason.key(), null, false, false);
        this.reason = reason;
    }

    Message reason() {
        return reason;
    }
}
