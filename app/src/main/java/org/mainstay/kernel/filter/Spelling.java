package org.mainstay.kernel.filter;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The words that are known somewhere, and which of them a misspelt one may mean.
///
/// @param words folded
public record Spelling(Set<String> words) {

    /// Shorter words are too near to too many others.
    private static final int SHORTEST = 4;

    /// @param texts folded
    public static Spelling of(Collection<String> texts) {
        return new Spelling(texts.stream()
                .flatMap(it -> Arrays.stream(it.split("[^\\p{L}\\p{N}]+")))
                .filter(it -> it.length() >= SHORTEST)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /// The words with those that stand nowhere taken for the nearest that does.
    public List<String> meant(List<String> folded) {
        return folded.stream().map(this::meant).toList();
    }

    private String meant(String word) {
        return word.length() < SHORTEST || words.stream().anyMatch(it -> it.contains(word))
                ? word
                : Nearest.of(word, words).stream().findFirst().orElse(word);
    }
}
