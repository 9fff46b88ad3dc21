package org.mainstay.kernel.record;

import java.math.BigDecimal;
import java.util.Currency;

/// An exact amount in an ISO 4217 currency. Amounts of different currencies are never compared.
public record Money(BigDecimal amount, Currency currency) {

    /// Reads `12.50 EUR`.
    public static Money parse(String text) {
        var parts = text.strip().split("\\s+");
        if (parts.length != 2) {
            throw new BadValue("kernel.value.not_money", Numbers.clip(text));
        }
        return of(parts[0], parts[1]);
    }

    public static Money of(String amount, String currency) {
        try {
            return new Money(Numbers.decimal(amount), Currency.getInstance(currency));
        } catch (IllegalArgumentException e) {
            throw new BadValue("kernel.value.not_money", Numbers.clip(amount + " " + currency));
        }
    }

    /// The amount with at least the digits of its currency: `12.50`.
    public String digits() {
        int digits = Math.max(currency.getDefaultFractionDigits(), 0);
        return (amount.scale() < digits ? amount.setScale(digits) : amount).toPlainString();
    }

    @Override
    public String toString() {
        return digits() + " " + currency.getCurrencyCode();
    }
}
