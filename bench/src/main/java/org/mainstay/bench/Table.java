package org.mainstay.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The figures as a Markdown table: a line per work, the sizes beside each other, the growth at the end.
final class Table {

    private final List<Long> sizes;
    private final Map<String, Map<Long, Works.Figure>> works = new LinkedHashMap<>();
    private final Map<Long, String> starts = new TreeMap<>();

    Table(List<Long> sizes) {
        this.sizes = sizes;
    }

    void add(long size, Map<String, Works.Figure> figures) {
        figures.forEach((work, figure) ->
                works.computeIfAbsent(work, _ -> new TreeMap<>()).put(size, figure));
    }

    void start(long size, double seconds, long megabytes) {
        starts.put(size, String.format(Locale.ROOT, "%.1f s, %d MB resident after the run", seconds, megabytes));
    }

    String text() {
        var text = new StringBuilder("CPU milliseconds per answer: application + database = sum (limit, ratio); then "
                + "answers a second, p50 and p99 in milliseconds at 8 clients.\n\n| work |");
        sizes.forEach(it -> text.append(String.format(Locale.ROOT, " %,d incidents |", it)));
        text.append(" growth |\n|---|").append("---|".repeat(sizes.size() + 1)).append('\n');
        works.forEach((work, figures) -> {
            text.append("| ").append(work).append(" |");
            sizes.forEach(it -> text.append(' ').append(cell(figures.get(it))).append(" |"));
            text.append(' ').append(growth(figures)).append(" |\n");
        });
        starts.forEach((size, start) -> text.append(
                String.format(Locale.ROOT, "%nStart to the first answer with %,d incidents: %s.", size, start)));
        return text.append('\n').toString();
    }

    private static String cell(Works.Figure figure) {
        if (figure == null) {
            return "";
        }
        var limit = figure.limit() == 0
                ? ""
                : String.format(Locale.ROOT, " (%.2f, %.1f×)", figure.limit(), figure.cpu() / figure.limit());
        var bad = figure.bad() == 0 ? "" : " **" + figure.bad() + " bad**";
        return String.format(
                        Locale.ROOT,
                        "%.2f + %.2f = %.2f%s; %.0f/s, %.1f, %.1f",
                        figure.application(),
                        figure.database(),
                        figure.cpu(),
                        limit,
                        figure.perSecond(),
                        figure.p50(),
                        figure.p99())
                + bad;
    }

    private String growth(Map<Long, Works.Figure> figures) {
        var first = figures.get(sizes.getFirst());
        var last = figures.get(sizes.getLast());
        return first == null || last == null || sizes.size() < 2
                ? ""
                : String.format(Locale.ROOT, "%.2f×", last.cpu() / first.cpu());
    }
}
