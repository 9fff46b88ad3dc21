package org.mainstay.web;

import java.util.Locale;
import org.mainstay.kernel.store.Count;

/// A count as a page writes it.
public final class Counted {

    private Counted() {}

    /// `1,234`, or `10,000+` where counting stopped.
    public static String text(Count count, Locale locale) {
        return text(count.value(), locale) + (count.exact() ? "" : "+");
    }

    public static String text(long count, Locale locale) {
        return String.format(locale, "%,d", count);
    }
}
