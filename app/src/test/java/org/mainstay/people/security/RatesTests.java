package org.mainstay.people.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Plan;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

/// How often one may ask: each person and each token by itself.
@MainstayTest
class RatesTests {

    @Autowired
    Cast cast;

    private final Rates rates = new Rates(2, 3);

    @Test
    void aBurstIsAnsweredAndThenOneWaitsAlone() {
        var sam = new SignedIn(cast.sam(), new SignedIn.Proof.Basic());
        for (int i = 0; i < 3; i++) {
            assertThat(rates.wait(sam)).isEqualTo(Duration.ZERO);
        }
        assertThat(rates.wait(sam)).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(rates.wait(new SignedIn(cast.nina(), new SignedIn.Proof.Basic())))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void aTokenIsCountedApartFromItsPersonAndMayHaveItsOwnRate() {
        var slow = new SignedIn(cast.sam(), new SignedIn.Proof.Token(Plan.newId(), false, null));
        var fast = new SignedIn(cast.sam(), new SignedIn.Proof.Token(Plan.newId(), false, 20));
        for (int i = 0; i < 3; i++) {
            assertThat(rates.wait(slow)).isEqualTo(Duration.ZERO);
        }
        assertThat(rates.wait(slow)).isPositive();
        for (int i = 0; i < 100; i++) {
            assertThat(rates.wait(fast)).isEqualTo(Duration.ZERO);
        }
    }
}
