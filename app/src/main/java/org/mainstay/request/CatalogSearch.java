package org.mainstay.request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.definition.LiveView;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.filter.Spelling;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;

/// Finds items by words, in all languages at once, the best first. A word that stands nowhere is taken for the known
/// one that is nearest to it. All items of a catalogue fit into memory, so nothing is asked of the database.
final class CatalogSearch {

    private static final int MOST_WORDS = 8;

    private final LiveView<Known> known;

    /// @param name folded, in all languages
    /// @param text what else is said of it
    private record Entry(UUID id, String name, String text) {}

    private record Known(List<Entry> entries, Spelling spelling) {}

    CatalogSearch(LiveViews views) {
        known = views.of(List.of(CatalogItemType.CATALOG_ITEM), () -> {
            var entries = views.records(CatalogItemType.CATALOG_ITEM).stream()
                    .map(CatalogSearch::entry)
                    .toList();
            var texts = entries.stream().map(it -> it.name + " " + it.text).toList();
            return new Known(entries, Spelling.of(texts));
        });
    }

    private static Entry entry(Snapshot item) {
        return new Entry(
                item.id(),
                folded(item.get(CatalogItemType.NAME), item.get(CatalogItemType.NAME_DE)),
                folded(
                        item.get(CatalogItemType.SHORT_TEXT),
                        item.get(CatalogItemType.SHORT_TEXT_DE),
                        item.get(CatalogItemType.DESCRIPTION),
                        item.get(CatalogItemType.DESCRIPTION_DE)));
    }

    private static String folded(@Nullable String... texts) {
        return Stream.of(texts).flatMap(Stream::ofNullable).map(Texts::fold).collect(Collectors.joining("\n"));
    }

    /// The words of a text, folded.
    static List<String> words(String text) {
        return Texts.words(text, MOST_WORDS);
    }

    /// Those of the items that have every word.
    ///
    /// @param offered what may be found
    List<UUID> find(Collection<UUID> offered, List<String> words) {
        var all = known.get();
        var exact = ranked(all.entries, offered, words);
        if (!exact.isEmpty() || words.isEmpty()) {
            return exact;
        }
        var meant = all.spelling.meant(words);
        return meant.equals(words) ? exact : ranked(all.entries, offered, meant);
    }

    private static List<UUID> ranked(List<Entry> entries, Collection<UUID> offered, List<String> words) {
        record Hit(Entry entry, int rank) {}
        var hits = new ArrayList<Hit>();
        for (var entry : entries) {
            int rank = offered.contains(entry.id) ? rank(entry, words) : 0;
            if (rank > 0) {
                hits.add(new Hit(entry, rank));
            }
        }
        hits.sort(Comparator.comparingInt(Hit::rank).reversed().thenComparing(it -> it.entry.name));
        return hits.stream().map(it -> it.entry.id).toList();
    }

    /// 0 where a word is missing; a name that begins with it weighs most.
    private static int rank(Entry entry, List<String> words) {
        int rank = 0;
        for (var word : words) {
            if (entry.name.startsWith(word)) {
                rank += 8;
            } else if (entry.name.contains(" " + word) || entry.name.contains("\n" + word)) {
                rank += 6;
            } else if (entry.name.contains(word)) {
                rank += 4;
            } else if (entry.text.contains(word)) {
                rank += 1;
            } else {
                return 0;
            }
        }
        return rank;
    }
}
