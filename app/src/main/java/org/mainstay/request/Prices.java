package org.mainstay.request;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Money;
import org.mainstay.request.CatalogItem.Period;

/// What is paid once, every month and every year. Nothing the client sends goes in here.
final class Prices {

    private final List<Money> once = new ArrayList<>();
    private final List<Money> monthly = new ArrayList<>();
    private final List<Money> yearly = new ArrayList<>();

    Prices add(Cost each, long pieces) {
        if (each.once() != null) {
            once.add(times(each.once(), pieces));
        }
        if (each.recurring() != null) {
            (each.period() == Period.YEAR ? yearly : monthly).add(times(each.recurring(), pieces));
        }
        return this;
    }

    static Money times(Money price, long pieces) {
        return new Money(price.amount().multiply(BigDecimal.valueOf(pieces)), price.currency());
    }

    @Nullable
    Money once() {
        return sum(once);
    }

    @Nullable
    Money monthly() {
        return sum(monthly);
    }

    @Nullable
    Money yearly() {
        return sum(yearly);
    }

    /// Null for none, and where amounts of different currencies cannot be one.
    private static @Nullable Money sum(List<Money> amounts) {
        if (amounts.stream().map(Money::currency).distinct().count() != 1) {
            return null;
        }
        var sum = amounts.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(sum, amounts.getFirst().currency());
    }
}
