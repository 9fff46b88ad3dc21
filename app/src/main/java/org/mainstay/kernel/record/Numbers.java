package org.mainstay.kernel.record;

import java.math.BigDecimal;

/// Reading of numbers from outside, bounded so that `1e999999999` costs nothing.
final class Numbers {

    private static final int DIGITS = 30;

    private Numbers() {}

    /// @throws BadValue for anything but a plain decimal of at most 30 digits before and after the point
    static BigDecimal decimal(String text) {
        try {
            if (text.length() > 64) {
                throw new NumberFormatException();
            }
            var value = new BigDecimal(text.strip());
            if (Math.abs((long) value.precision() - value.scale()) > DIGITS || Math.abs(value.scale()) > DIGITS) {
                throw new NumberFormatException();
            }
            // one form per value: 120.50 and 120.5 are the same fact
            return value.signum() == 0 ? BigDecimal.ZERO : canonical(value);
        } catch (NumberFormatException e) {
            throw new BadValue("kernel.value.not_a_number", clip(text));
        }
    }

    /// @throws BadValue for anything but a 64-bit whole number
    static long whole(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new BadValue("kernel.value.not_whole", clip(text));
        }
    }

    static String clip(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    private static BigDecimal canonical(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
