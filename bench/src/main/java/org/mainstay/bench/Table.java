package org.mainstay.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mainstay.bench.Work.Figure;

/// The figures as a Markdown table: a line per work, the sizes beside each other, then how it grows.
final class Table {

    private static final double RATIO = 3;

    private final List<Long> sizes;
    private final Map<String, Map<Long, Figure>> works = new LinkedHashMap<>();
    private final List<String> sentences = new ArrayList<>();

    Table(List<Long> sizes) {
        this.sizes = sizes;
    }

    void add(long size, Map<String, Figure> figures) {
        figures.forEach((work, figure) ->
                works.computeIfAbsent(work, _ -> new TreeMap<>()).put(size, figure));
    }

    void say(String sentence) {
        sentences.add(sentence);
        System.err.println(sentence);
    }

    String text() {
        var text = new StringBuilder("| work | budget |");
        sizes.forEach(it -> text.append(String.format(Locale.ROOT, " %,d |", it)));
        text.append(" growth | application + database | answers a second | p50, p99 (ms) | bytes |\n|---|---|");
        text.append("---|".repeat(sizes.size() + 5)).append('\n');
        works.forEach((work, figures) -> line(text, work, figures));
        text.append('\n');
        sentences.forEach(it -> text.append("- ").append(it).append('\n'));
        return text.toString();
    }

    /// The last columns are those of the largest size.
    private void line(StringBuilder text, String work, Map<Long, Figure> figures) {
        var last =
                figures.get(sizes.stream().filter(figures::containsKey).toList().getLast());
        text.append("| ").append(work).append(" | ").append(budget(last)).append(" |");
        sizes.forEach(it -> text.append(' ').append(cell(figures.get(it))).append(" |"));
        var first = figures.get(sizes.getFirst());
        text.append(String.format(
                Locale.ROOT,
                " %s | %.2f + %.2f | %.0f | %.1f, %.1f | %,d |%n",
                first == null ? "" : String.format(Locale.ROOT, "%.1f×", last.cpu() / first.cpu()),
                last.application(),
                last.database(),
                last.perSecond(),
                last.p50(),
                last.p99(),
                last.bytes()));
    }

    private static String budget(Figure figure) {
        if (figure.limit() > 0) {
            return String.format(Locale.ROOT, "≤ %.0f ×", RATIO);
        }
        return figure.budget() > 0 ? String.format(Locale.ROOT, "≤ %.0f ms", figure.budget()) : "";
    }

    private static String cell(@Nullable Figure figure) {
        if (figure == null) {
            return "";
        }
        var limit = figure.limit() > 0
                ? String.format(Locale.ROOT, " (%.1f × %.2f)", figure.cpu() / figure.limit(), figure.limit())
                : "";
        var bad = figure.bad() == 0 ? "" : " **" + figure.bad() + " bad**";
        return String.format(Locale.ROOT, "%.2f", figure.cpu()) + limit + bad;
    }
}
