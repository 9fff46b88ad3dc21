package org.mainstay.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    /// The same for the same seed, which is printed.
    public static Random random(String what) {
        System.out.println(what + ": -Dmainstay.seed=" + SEED);
        return new Random(SEED);
    }

    /// Good inputs with a few of their bytes changed, left out, doubled or moved.
    public static void mutants(String what, int times, List<byte[]> good, Consumer<byte[]> check) {
        var random = random(what);
        for (int i = 0; i < times; i++) {
            var bytes = good.get(random.nextInt(good.size())).clone();
            for (int changes = random.nextInt(1, 6); changes > 0 && bytes.length > 1; changes--) {
                bytes = mutated(bytes, random);
            }
            check.accept(bytes);
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(1 << random.nextInt(12)));
        switch (random.nextInt(5)) {
            case 0 -> {
                bytes[from] ^= (byte) (1 << random.nextInt(8));
                return bytes;
            }
            case 1 -> {
                bytes[from] = (byte) random.nextInt(256);
                return bytes;
            }
            case 2 -> {
                return spliced(bytes, from, to, new byte[0]);
            }
            case 3 -> {
                return spliced(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
            }
            default -> {
                var noise = NOISE.get(random.nextInt(NOISE.size())).getBytes(StandardCharsets.UTF_8);
                return spliced(bytes, from, from, noise);
            }
        }
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] instead) {
        var spliced = new byte[from + instead.length + bytes.length - to];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(instead, 0, spliced, from, instead.length);
        System.arraycopy(bytes, to, spliced, from + instead.length, bytes.length - to);
        return spliced;
    }

    /// @param most pieces a text
    public static void texts(String what, int times, int most, List<String> pieces, Consumer<String> check) {
        var random = random(what);
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
