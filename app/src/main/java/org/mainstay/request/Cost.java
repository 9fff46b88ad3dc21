package org.mainstay.request;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.request.CatalogItem.Period;
import org.mainstay.request.form.Answers;
import org.mainstay.request.form.Form;
import org.mainstay.request.form.Option;
import org.mainstay.request.form.QuestionKind;

/// What one of something costs: what it is offered for, and what the answers add to that.
///
/// @param once null for nothing
/// @param recurring due every `period`; null for nothing
record Cost(
        @Nullable Money once,
        @Nullable Money recurring,
        @Nullable Period period) {

    /// @param answers null where nothing is asked
    static Cost of(Snapshot version, @Nullable Answers answers) {
        var offered = offered(version);
        return answers == null
                ? offered
                : offered.and(answers.price().orElse(null), answers.recurring().orElse(null));
    }

    /// Without any answer.
    static Cost offered(Snapshot version) {
        return new Cost(
                version.get(CatalogVersionType.PRICE),
                version.get(CatalogVersionType.RECURRING_PRICE),
                version.get(CatalogVersionType.RECURRING_PERIOD));
    }

    /// When it was ordered.
    static Cost ordered(Snapshot item) {
        return new Cost(
                item.get(RequestItemType.PRICE),
                item.get(RequestItemType.RECURRING_PRICE),
                item.get(RequestItemType.RECURRING_PERIOD));
    }

    /// The least that it costs, whatever is answered.
    Cost least(Form form) {
        return and(least(form, Option::price), least(form, Option::recurring));
    }

    private static @Nullable Money least(Form form, Function<Option, @Nullable Money> price) {
        @Nullable Money least = null;
        for (var part : form.parts()) {
            for (var asked : part.questions()) {
                var question = asked.question();
                boolean always = part.shown() == null && asked.shown() == null && question.required();
                for (var option : cheapest(question.kind(), always, price)) {
                    least = sum(least, price.apply(option));
                }
            }
        }
        return least;
    }

    /// What somebody chooses who wants to pay as little as they can.
    private static List<Option> cheapest(QuestionKind kind, boolean always, Function<Option, @Nullable Money> price) {
        if (!(kind instanceof QuestionKind.Choice(var options))) {
            return kind.options().stream()
                    .filter(it -> amount(price.apply(it)).signum() < 0)
                    .toList();
        }
        return options.stream()
                .min(Comparator.comparing(it -> amount(price.apply(it))))
                .filter(it -> always || amount(price.apply(it)).signum() < 0)
                .stream()
                .toList();
    }

    private static BigDecimal amount(@Nullable Money money) {
        return money == null ? BigDecimal.ZERO : money.amount();
    }

    /// How often something is due; null where nothing is.
    @Nullable
    Period due() {
        return recurring == null ? null : period;
    }

    boolean negative() {
        return amount(once).signum() < 0 || amount(recurring).signum() < 0;
    }

    private Cost and(@Nullable Money price, @Nullable Money again) {
        return new Cost(sum(once, price), sum(recurring, again), period);
    }

    /// In one currency, as publishing has seen to.
    private static @Nullable Money sum(@Nullable Money one, @Nullable Money other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new Money(one.amount().add(other.amount()), one.currency());
    }
}
