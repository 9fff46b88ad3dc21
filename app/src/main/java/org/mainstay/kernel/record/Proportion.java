package org.mainstay.kernel.record;

/// How often something was found among the cases that were looked at, and within which bounds its share of all cases
/// lies in 95 of 100 times. It is Wilson's score interval (Journal of the American Statistical Association 22, 1927),
/// which holds for few cases and for shares near 0 and 1 too: one of one is not "always".
///
/// @param found at most as many as there are cases
public record Proportion(long cases, long found) {

    /// Of the normal distribution, two-sided at 95 %.
    private static final double Z = 1.959964;

    /// Of the cases that were looked at, from 0 to 1; 0 where there are none.
    public double share() {
        return cases == 0 ? 0 : (double) found / cases;
    }

    /// The lower bound, from 0 to 1; 0 where there are no cases.
    public double low() {
        return cases == 0 ? 0 : Math.max(0, centre() - margin());
    }

    /// The upper bound, from 0 to 1; 1 where there are no cases.
    public double high() {
        return cases == 0 ? 1 : Math.min(1, centre() + margin());
    }

    private double centre() {
        return (share() + Z * Z / (2 * cases)) / (1 + Z * Z / cases);
    }

    private double margin() {
        return Z / (1 + Z * Z / cases) * Math.sqrt(share() * (1 - share()) / cases + Z * Z / (4.0 * cases * cases));
    }
}
