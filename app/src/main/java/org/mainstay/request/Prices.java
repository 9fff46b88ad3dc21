package org.mainstay.request;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.request.CatalogItem.Period;

/// What is paid once, every month and every year. Nothing the client sends goes in here.
final class Prices {

    private final List<Money> once = new ArrayList<>();
    private final List<Money> monthly = new ArrayList<>();
    private final List<Money> yearly = new ArrayList<>();

    /// @param version the version of a catalogue item
    Prices add(Snapshot version, long pieces) {
        var price = version.get(CatalogVersionType.PRICE);
        if (price != null) {
            once.add(times(price, pieces));
        }
        var recurring = version.get(CatalogVersionType.RECURRING_PRICE);
        if (recurring != null) {
            var period = version.get(CatalogVersionType.RECURRING_PERIOD);
            (period == Period.YEAR ? yearly : monthly).add(times(recurring, pieces));
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
