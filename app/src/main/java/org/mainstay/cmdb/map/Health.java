package org.mainstay.cmdb.map;

import org.mainstay.kernel.record.Codes;

/// How an item does, as far as open records about it and about what it needs tell.
public enum Health {
    /// Something grave is open about it.
    DISRUPTED("bad"),
    /// Something is open about it.
    DEGRADED("warn"),
    /// Something it needs, without an alternative, is disrupted.
    AFFECTED("warn"),
    IN_MAINTENANCE("info"),
    /// Planned or retired.
    INACTIVE("none"),
    OPERATIONAL("good");

    private final String tone;

    Health(String tone) {
        this.tone = tone;
    }

    /// Chooses its colour and its sign.
    public String tone() {
        return tone;
    }

    public String code() {
        return Codes.of(this);
    }
}
