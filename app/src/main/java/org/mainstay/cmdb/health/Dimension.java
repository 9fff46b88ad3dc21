package org.mainstay.cmdb.health;

import java.util.Optional;
import org.mainstay.kernel.record.Codes;

/// By what items are put together where it is told how well they are kept.
public enum Dimension {
    CLASS,
    TEAM,
    SERVICE;

    public String code() {
        return Codes.of(this);
    }

    public static Optional<Dimension> of(String code) {
        return Codes.all(Dimension.class).contains(code)
                ? Optional.of(Codes.parse(Dimension.class, code))
                : Optional.empty();
    }
}
