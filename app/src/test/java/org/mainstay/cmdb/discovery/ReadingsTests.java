package org.mainstay.cmdb.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsTests {

    @ParameterizedTest
    @CsvSource({
        "2019-12-19, 2019-12-19",
        "2006-08-20 12:06, 2006-08-20",
        "2015-04-17T03:02:45Z, 2015-04-17",
        "08/06/2017, 2017-06-08",
        "04/18/2017, 2017-04-18",
        "31/02/2017, ",
        "01/01/1970, ",
        "2150-01-01, ",
        "N/A, ",
    })
    void daysComeInManyForms(String text, LocalDate expected) {
        assertThat(Readings.day(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-05-15 09:23:09, +0200, 2017-05-15T07:23:09Z",
        "2017-05-15 09:23:09, , 2017-05-15T09:23:09Z",
        "2017-05-15 09:23:09, nowhere, 2017-05-15T09:23:09Z",
        "2021-05-31 14:00:00+02:00, -0500, 2021-05-31T12:00:00Z",
        "2022-21-09 05:21:23, , ",
        "0001-01-01 00:00:00, , ",
    })
    void momentsAreInTheZoneTheyName(String text, String zone, Instant expected) {
        assertThat(Readings.moment(text, zone)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1048, 1048",
        "4194MB, 4194",
        "16 GB, 16384",
        "2048 KB, 2",
        "9223372036854.78, 9223372036854",
        "-1, ",
        "x, "
    })
    void amountsAreMegabytes(String text, Long expected) {
        assertThat(Readings.megabytes(text)).isEqualTo(expected);
    }

    @Test
    void textsAreCleanedAndCut() {
        assertThat(Texts.clean(" a\u0000\u0007b\r\n\tc\u202ed\ud800 ")).isEqualTo("ab cd");
        assertThat(Texts.clean("<b>&amp;</b>")).isEqualTo("<b>&amp;</b>");
        assertThat(Texts.clean("x".repeat(1_000_000))).hasSize(1_000);
        assertThat(Texts.cut("ab\ud83d\ude00", 3)).isEqualTo("ab");
    }
}
