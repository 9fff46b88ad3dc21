package org.mainstay.kernel.store;

import org.mainstay.kernel.record.Message;

/// A list was asked for in a way that cannot be answered: an order that is not declared over too many
/// records, a forged or foreign cursor, an `as_of` over too many candidates.
public final class BadQuery extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final transient Message reason;

    /// @param parameter the query parameter at fault: `sort`, `cursor`, `as_of`, `filter`, `limit`
    public BadQuery(String parameter, String key, Object... arguments) {
        super(key, null, false, false);
        this.parameter = parameter;
        this.reason = Message.of(key, arguments);
    }

    public String parameter() {
        return parameter;
    }

    public Message reason() {
        return reason;
    }
}
