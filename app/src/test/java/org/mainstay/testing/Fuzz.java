package org.mainstay.testing;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Texts put together from pieces of a language and from noise, the same for the same seed. What a long run
/// of Jazzer finds belongs into its corpus; this is what every test run does.
public final class Fuzz {

    private static final long SEED = Long.getLong("mainstay.seed", System.nanoTime());

    /// What breaks parsers of any language.
    public static final List<String> NOISE = List.of(
            "",
            " ",
            "\n",
            "\t",
            "\u0000",
            "\u0007",
            "\u00a0",
            "\u202e",
            "\ufeff",
            "\ud83d",
            "\ude00",
            "😀",
            "é",
            "e\u0301",
            "ß",
            "İ",
            "'",
            "\"",
            "\\",
            "/",
            "%",
            "%00",
            "%ff",
            "&",
            "<",
            ">",
            "<script>alert(1)</script>",
            "${7*7}",
            "{{7*7}}",
            ";--",
            "--",
            "/*",
            "..",
            "../",
            "0",
            "-1",
            "1e999999",
            "99999999999999999999",
            "NaN",
            "null",
            "true",
            "[",
            "]",
            "{",
            "}",
            "(",
            ")",
            ",",
            ":",
            ";",
            "=",
            "#",
            "*",
            "x".repeat(300));

    private Fuzz() {}

    /// @param most pieces a text
    public static void texts(String what, int times, int most, List<String> pieces, Consumer<String> check) {
        System.out.println(what + ": -Dmainstay.seed=" + SEED);
        var random = new Random(SEED);
        for (int i = 0; i < times; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(1, most + 1); length > 0; length--) {
                var from = random.nextInt(4) == 0 ? NOISE : pieces;
                text.append(from.get(random.nextInt(from.size())));
            }
            check.accept(text.toString());
        }
    }
}
