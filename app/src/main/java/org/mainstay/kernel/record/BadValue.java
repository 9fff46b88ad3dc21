package org.mainstay.kernel.record;

/// A text or JSON value that its kind cannot hold. Callers turn it into a [Problem] with a place.
public final class BadValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    public BadValue(Message reason) {
        super(reason.key(), null, false, false);
        this.reason = reason;
    }

    public BadValue(String key, Object... arguments) {
        this(Message.of(key, arguments));
    }

    public Message reason() {
        return reason;
    }
}
