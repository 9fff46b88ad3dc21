package org.mainstay.request.form;

import java.util.Locale;

/// What conditions compare. Every value has one text, so that server and browser compare the same.
public enum ValueType {
    /// Folded.
    TEXT,
    /// A plain decimal without zeros that say nothing: `-12.5`.
    NUMBER,
    /// `2026-11-29`, so that the order of the texts is that of the days.
    DATE,
    /// `true` or `false`.
    YES_NO,
    /// The code of an option.
    CODE,
    /// The id of a record, its folded number and its folded label, each of which it answers to.
    REFERENCE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean ordered() {
        return this == NUMBER || this == DATE;
    }
}
