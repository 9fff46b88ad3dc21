package org.mainstay.kernel.record;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reading and folding of text from outside.
public final class Texts {

    private static final int SLUG = 50;

    private Texts() {}

    /// A code made of a name: its folded letters and digits, at most 50, other signs between them becoming one of
    /// these. Empty where the name has neither.
    public static String slug(String name, char between) {
        var gap = String.valueOf(between);
        var slug = fold(name).replaceAll("[^a-z0-9]+", gap);
        var start = slug.startsWith(gap) ? slug.substring(1) : slug;
        var most = start.substring(0, Math.min(SLUG, start.length()));
        return most.endsWith(gap) ? most.substring(0, most.length() - 1) : most;
    }

    /// The beginning, never half a character.
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most)
                .strip();
    }

    /// The beginning and an ellipsis in place of the rest; short texts as they are.
    ///
    /// @param most characters of the beginning
    public static String clip(String text, int most) {
        return text.length() <= most ? text : cut(text, most) + "…";
    }

    /// One trimmed line without control characters.
    static String line(String text, int max) {
        var line = text.strip();
        for (int i = 0; i < line.length(); i++) {
            refuse(line, i, Character.isISOControl(line.charAt(i)));
        }
        return atMost(line, max);
    }

    /// Lines of text with `\n` ends; of the control characters only tab and line end.
    static String lines(String text, int max) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        for (int i = 0; i < lines.length(); i++) {
            char at = lines.charAt(i);
            refuse(lines, i, Character.isISOControl(at) && at != '\n' && at != '\t');
        }
        return atMost(lines, max);
    }

    private static void refuse(String text, int at, boolean control) {
        if (control) {
            throw new BadValue("kernel.value.control_character", at + 1);
        }
        char unit = text.charAt(at);
        boolean paired = Character.isHighSurrogate(unit)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        if (Character.isSurrogate(unit) && !paired) {
            throw new BadValue("kernel.value.control_character", at + 1);
        }
    }

    private static String atMost(String text, int max) {
        if (text.length() > max) {
            throw new BadValue("kernel.value.too_long", text.length(), max);
        }
        return text;
    }

    static UUID id(String text) {
        try {
            if (text.length() != 36) {
                throw new IllegalArgumentException();
            }
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new BadValue("kernel.value.not_an_id", Numbers.clip(text));
        }
    }

    static Set<UUID> ids(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(Texts::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String joined(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
    }

    /// The different words of a text, folded, in their order.
    ///
    /// @param most what follows is left out
    public static List<String> words(String text, int most) {
        return Arrays.stream(fold(text).split("\\s+"))
                .filter(it -> !it.isBlank())
                .distinct()
                .limit(most)
                .toList();
    }

    /// The one folding of free text, for what is stored and for what is looked for: compatibility
    /// decomposition, combining diacritical marks dropped, lower case, `ß` as `ss`. `kernel.fold` is the
    /// same in SQL. Line ends stay, so a word never spans two attributes.
    public static String fold(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = text.charAt(i) < 0x80;
        }
        if (plain) {
            return text.toLowerCase(Locale.ROOT);
        }
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var folded = new StringBuilder(decomposed.length());
        decomposed.codePoints().filter(it -> it < 0x300 || it > 0x36f).forEach(it -> {
            int lower = Character.toLowerCase(it);
            if (lower == 'ß') {
                folded.append("ss");
            } else {
                folded.appendCodePoint(lower);
            }
        });
        return folded.toString();
    }
}
