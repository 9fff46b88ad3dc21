package org.mainstay.cmdb.discovery;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;

/// Bytes that are no inventory, scan or payload, said so that whoever sent them can mend it.
public final class BadPayload extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    BadPayload(String key, Object... arguments) {
        this(Message.of(key, arguments));
    }

    BadPayload(Message reason) {
        super(reason.key());
        this.reason = reason;
    }

    public Message reason() {
        return reason;
    }

    /// What a parser met while it read: the refusal that was thrown inside it, else the one given.
    static BadPayload within(Throwable met, BadPayload otherwise) {
        for (@Nullable Throwable cause = met; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadPayload bad) {
                return bad;
            }
        }
        return otherwise;
    }

    /// What a parser says in its own words, on one line and short enough to be shown.
    static String said(@Nullable String words) {
        var line = Objects.requireNonNullElse(words, "").lines().reduce("", (all, next) -> all + " " + next.strip());
        return Texts.cut(Texts.clean(line), 200);
    }
}
