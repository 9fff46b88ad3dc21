package org.mainstay.request.form;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Texts;

/// Numbers as people type them and as the browser reads them: digits, a point, digits. Exact.
final class Decimals {

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

    private Decimals() {}

    /// @throws BadValue for anything else
    static BigDecimal parse(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new BadValue("kernel.value.not_a_number", Texts.clip(text, 80));
        }
        return new Kind.Decimal().parse(text);
    }
}
