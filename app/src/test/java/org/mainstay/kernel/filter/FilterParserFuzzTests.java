package org.mainstay.kernel.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever the text: a filter whose own text gives it again, or an error within the text; no exception.
class FilterParserFuzzTests {

    private static final long SEED = Long.getLong("mainstay.seed", System.nanoTime());

    private static final List<String> PIECES = List.of(
            "state",
            "caller",
            ".",
            "department",
            "custom.",
            "floor2",
            "opened",
            "title",
            "cost",
            "takes",
            "id",
            "number",
            ":",
            "=",
            "!=",
            "~",
            "<",
            "<=",
            ">",
            ">=",
            ",",
            "..",
            "-",
            "(",
            ")",
            "\"",
            "\\",
            " ",
            "\n",
            "\u00a0",
            "or ",
            "and ",
            "not ",
            "new",
            "closed",
            "me",
            "any",
            "none",
            "today",
            "today-3d",
            "-7d",
            "+1mo",
            "now",
            "2026-11-01",
            "T10:00:00Z",
            "1",
            "-5",
            "100EUR",
            "PT1H",
            "90min",
            "yes",
            "Sally",
            "Ä",
            "ß",
            "\u0301",
            "😀",
            "\ud83d",
            "\u0000",
            "%",
            "_",
            "'",
            ";--",
            "<script>",
            "${7*7}",
            "{{7*7}}",
            "id:00000000-0000-0001-0000-000000000001");

    @FuzzTest
    void anyTextIsAFilterOrAnError(FuzzedDataProvider data) {
        check(data.consumeRemainingAsString());
    }

    @Test
    void piecesOfTheLanguageInAnyOrderAreAFilterOrAnError() {
        System.out.println("filter fuzz: -Dmainstay.seed=" + SEED);
        var random = new Random(SEED);
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(1, 16); length > 0; length--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            check(text.toString());
        }
    }

    private static void check(String text) {
        switch (Tickets.parse(text)) {
            case Parsed.Good(var filter) -> {
                var again = FilterText.of(filter);
                if (again.length() <= 8_000) {
                    assertThat(Tickets.parse(again)).as("%s → %s", text, again).isEqualTo(new Parsed.Good(filter));
                }
            }
            case Parsed.Bad(var errors) -> {
                assertThat(errors).isNotEmpty();
                errors.forEach(it -> {
                    assertThat(it.position()).isBetween(1, text.length() + 1);
                    assertThat(it.position() - 1 + it.length()).isLessThanOrEqualTo(text.length());
                });
            }
        }
    }
}
