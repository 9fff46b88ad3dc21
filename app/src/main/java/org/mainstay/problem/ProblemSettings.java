package org.mainstay.problem;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings `mainstay.problem.*`.
///
/// @param candidatesAt when in the night candidates are looked for, in `mainstay.zone`
/// @param candidatePeriod of which incidents candidates are made; compared with as long a time before it
/// @param candidateLeast so many incidents alike are a candidate, at least 2
/// @param candidateReturns how many times as many incidents as when it was dismissed bring a candidate back
/// @param hourlyCost what an hour costs in which somebody cannot work (`60 EUR`); empty where nothing is to be said of
/// it
@ConfigurationProperties("mainstay.problem")
record ProblemSettings(
        @DefaultValue("02:00") LocalTime candidatesAt,
        @DefaultValue("30d") Duration candidatePeriod,
        @DefaultValue("5") int candidateLeast,
        @DefaultValue("1.5") double candidateReturns,
        @DefaultValue("") String hourlyCost) {

    ProblemSettings {
        if (candidateLeast < 2 || candidateReturns <= 1 || candidatePeriod.toDays() < 1) {
            throw new IllegalArgumentException("mainstay.problem.candidate-* is out of bounds");
        }
    }

    @Nullable
    Money cost(long minutes) {
        if (hourlyCost.isBlank()) {
            return null;
        }
        var hour = Money.parse(hourlyCost);
        int digits = Math.max(0, hour.currency().getDefaultFractionDigits());
        var amount = hour.amount()
                .multiply(BigDecimal.valueOf(minutes))
                .divide(BigDecimal.valueOf(60), digits, RoundingMode.HALF_UP);
        return new Money(amount, hour.currency());
    }
}
