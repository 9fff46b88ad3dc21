package org.mainstay.transfer;

import java.io.IOException;
import org.mainstay.kernel.record.Message;

/// A file that cannot be read as what it should be, said so that whoever sent it can mend it.
public final class BadFile extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    public BadFile(String key, Object... arguments) {
        this(Message.of(key, arguments));
    }

    public BadFile(Message reason) {
        super(reason.key());
        this.reason = reason;
    }

    public Message reason() {
        return reason;
    }
}
