package org.mainstay.web;

import org.mainstay.kernel.record.Message;

/// This person sees the record but may not do this: 403, and the reason.
public final class NotPermitted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    public NotPermitted(Message reason) {
        super(reason.key(), null, false, false);
        this.reason = reason;
    }

    Message reason() {
        return reason;
    }
}
