package org.mainstay.cmdb.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is concluded from looks at some values.
class AccuracyTests {

    private static final double SMALL = 0.0005;

    @Test
    void beforeAnybodyLookedOnlyTheBoundsAreKnown() {
        var some = new Accuracy(100, 30, 10, 0, 0);
        assertThat(some.share()).isEmpty();
        assertThat(some.low()).isEqualTo(0.3);
        assertThat(some.high()).isEqualTo(0.9);
    }

    @Test
    void whatIsKnownOfEveryValueNeedsNoEstimate() {
        var all = new Accuracy(50, 40, 10, 0, 0);
        assertThat(all.share()).hasValue(0.8);
        assertThat(all.low()).isEqualTo(0.8);
        assertThat(all.high()).isEqualTo(0.8);
        assertThat(new Accuracy(50, 40, 10, 7, 1).low()).isEqualTo(0.8);
    }

    /// The figures of Newcombe (Statistics in Medicine 17, 1998, table I, method 3).
    @Test
    void boundsAreThoseOfWilson() {
        bounds(81, 263, 0.2553, 0.3662);
        bounds(15, 148, 0.0624, 0.1605);
        bounds(0, 20, 0.0000, 0.1611);
        bounds(1, 29, 0.0061, 0.1718);
    }

    private static void bounds(long right, long checked, double low, double high) {
        var one = new Accuracy(1_000, 0, 0, checked, right);
        assertThat(one.low()).isCloseTo(low, within(SMALL));
        assertThat(one.high()).isCloseTo(high, within(SMALL));
    }

    @Test
    void nothingKnownOfNothingIsNothing() {
        assertThat(Accuracy.NONE.share()).isEmpty();
        assertThat(Accuracy.NONE.low()).isZero();
        assertThat(Accuracy.NONE.high()).isOne();
    }

    /// The estimate that people see keeps its word: of many samples of a known whole nearly all hold its share.
    @Test
    void theBoundsHoldTheTruthInMostSamples() {
        var random = new Random(7);
        int held = 0;
        for (int i = 0; i < 2_000; i++) {
            int right = 0;
            for (int look = 0; look < 40; look++) {
                right += random.nextDouble() < 0.9 ? 1 : 0;
            }
            var sampled = new Accuracy(10_000, 2_000, 500, 40, right);
            double truth = (2_000 + 7_500 * 0.9) / 10_000;
            held += sampled.low() <= truth && truth <= sampled.high() ? 1 : 0;
        }
        assertThat(held).isBetween(1_860, 1_960);
    }
}
