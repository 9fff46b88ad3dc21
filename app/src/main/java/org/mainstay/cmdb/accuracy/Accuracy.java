package org.mainstay.cmdb.accuracy;

import java.util.OptionalDouble;
import org.mainstay.kernel.record.Proportion;

/// How much of what is known of some items is true, as far as anybody looked lately.
///
/// What independent sources or people confirmed counts as true and what they contradict as false. Of all other values
/// the people who look at some by chance say how many are true, so the share of all is estimated, and it lies within
/// the bounds in 95 of 100 cases. Before anybody looked, only the bounds are known.
///
/// @param values that the items have
/// @param confirmed of the values
/// @param contradicted of the values
/// @param checked how often somebody looked at a value, whatever became of it since
/// @param right how often it was right
public record Accuracy(long values, long confirmed, long contradicted, long checked, long right) {

    public static final Accuracy NONE = new Accuracy(0, 0, 0, 0, 0);

    public Accuracy plus(Accuracy other) {
        return new Accuracy(
                values + other.values,
                confirmed + other.confirmed,
                contradicted + other.contradicted,
                checked + other.checked,
                right + other.right);
    }

    /// Values that nobody has looked at lately.
    public long unknown() {
        return Math.max(0, values - confirmed - contradicted);
    }

    /// From 0 to 1; empty where there are no values, or where nobody knows anything of some of them.
    public OptionalDouble share() {
        if (values == 0 || (checked == 0 && unknown() > 0)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(checked == 0 ? of(0) : of((double) right / checked));
    }

    /// The lower bound, from 0 to 1.
    public double low() {
        return of(new Proportion(checked, right).low());
    }

    /// The upper bound, from 0 to 1.
    public double high() {
        return of(new Proportion(checked, right).high());
    }

    private double of(double rate) {
        return values == 0 ? rate : (confirmed + unknown() * rate) / values;
    }
}
