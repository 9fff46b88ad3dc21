package org.mainstay.cmdb.map;

import org.mainstay.kernel.record.Codes;

/// What the colours of a map tell of each item.
public enum Colouring {
    HEALTH,
    INCIDENTS,
    AGE,
    OWNER,
    CLASS,
    /// What came, went and changed; only where two moments are compared.
    DIFFERENCE;

    public String code() {
        return Codes.of(this);
    }
}
