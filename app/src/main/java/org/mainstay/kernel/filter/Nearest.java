package org.mainstay.kernel.filter;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Did you mean: words few edits away.
public final class Nearest {

    private static final int LONGEST = 64;

    private Nearest() {}

    /// At most three, nearest first.
    public static List<String> of(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return List.of();
        }
        record Near(String word, int distance) {}
        int most = Math.max(2, word.length() / 3);
        return known.stream()
                .map(it -> new Near(it, it.startsWith(word) || word.startsWith(it) ? 1 : distance(word, it)))
                .filter(it -> it.distance() <= most)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
                .limit(3)
                .map(Near::word)
                .toList();
    }

    /// Levenshtein's distance.
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
