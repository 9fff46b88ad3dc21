package org.mainstay.request;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.web.Frame;

/// Prices and promises in the reader's words.
final class Amounts {

    private Amounts() {}

    static String of(Money money, Frame frame) {
        var format = NumberFormat.getCurrencyInstance(frame.locale());
        format.setCurrency(money.currency());
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(
                Math.max(digits, money.amount().stripTrailingZeros().scale()));
        return format.format(money.amount());
    }

    /// What is paid once and what again and again; empty for nothing.
    static List<String> of(@Nullable Money once, @Nullable Money monthly, @Nullable Money yearly, Frame frame) {
        var words = new ArrayList<String>();
        if (once != null) {
            words.add(of(once, frame));
        }
        if (monthly != null) {
            words.add(frame.say("request.price.month", of(monthly, frame)));
        }
        if (yearly != null) {
            words.add(frame.say("request.price.year", of(yearly, frame)));
        }
        return words;
    }

    /// Of so many pieces.
    static String of(Cost each, long pieces, Frame frame) {
        var prices = new Prices().add(each, pieces);
        return String.join(" + ", of(prices.once(), prices.monthly(), prices.yearly(), frame));
    }

    static String promise(Snapshot version, Frame frame) {
        Duration promise = version.get(CatalogVersionType.PROMISE);
        if (promise == null) {
            return "";
        }
        return promise.toHours() < 24
                ? frame.say("request.promise.hours", Math.max(1, promise.toHours()))
                : frame.say("request.promise.days", promise.toDays());
    }
}
