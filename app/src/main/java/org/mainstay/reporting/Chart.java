package org.mainstay.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the lines, bars and labels of a trend lie, in a drawing of fixed size that scales.
///
/// @param width of the drawing, in units of which the letters have 12
/// @param names of the series, the first is drawn in full, the second dashed
/// @param points in the order of time
public record Chart(
        int width, List<String> names, List<Point> points, List<Line> lines, List<Tick> ticks, boolean bars) {

    /// For half a dashboard, and for a phone.
    static final int NARROW = 480;

    /// For the whole width of a dashboard.
    static final int BROAD = 960;

    public static final int HEIGHT = 180;
    private static final int LEFT = 44;
    private static final int TOP = 10;
    private static final int BOTTOM = 24;
    private static final int LABELS = 6;
    private static final int TICKS = 4;

    /// One stretch of time.
    ///
    /// @param label beside the axis; empty where there is no room for it
    /// @param title the stretch in full
    /// @param bar its height; nothing where lines are drawn
    public record Point(
            String title,
            String label,
            String href,
            List<String> figures,
            String x,
            String left,
            String width,
            String barTop,
            String bar) {}

    /// One series: pieces of a line, which is broken where there is no figure, and its dots.
    public record Line(List<String> pieces, List<Dot> dots) {}

    public record Dot(String x, String y) {}

    public record Tick(String y, String label) {}

    /// What is drawn of one stretch.
    record Stretch(String title, String label, String href, List<String> figures, List<@Nullable Double> sizes) {}

    /// How a size is written beside the axis.
    interface Axis {

        String label(double size);

        /// The least distance of ticks that makes sense.
        double step(double most);
    }

    static Chart of(int width, List<String> names, List<Stretch> stretches, Axis axis) {
        double most = stretches.stream()
                .flatMap(it -> it.sizes().stream())
                .flatMap(it -> it == null ? Stream.empty() : Stream.of(it))
                .mapToDouble(it -> it)
                .max()
                .orElse(0);
        double step = axis.step(most);
        double top = Math.max(step, Math.ceil(most / step) * step);
        var ticks = new ArrayList<Tick>();
        for (double at = 0; at <= top + step / 2; at += step) {
            ticks.add(new Tick(number(y(at, top)), axis.label(at)));
        }
        boolean bars = names.size() == 1;
        var points = new ArrayList<Point>();
        double wide = (double) (width - LEFT) / Math.max(1, stretches.size());
        int every = Math.max(1, (int) Math.ceil((double) stretches.size() / (LABELS * width / NARROW)));
        for (int i = 0; i < stretches.size(); i++) {
            var it = stretches.get(i);
            var size = it.sizes().getFirst();
            double height = size == null ? 0 : HEIGHT - BOTTOM - y(size, top);
            points.add(new Point(
                    it.title(),
                    i % every == 0 ? it.label() : "",
                    it.href(),
                    it.figures(),
                    number(LEFT + wide * (i + 0.5)),
                    number(LEFT + wide * i + wide * 0.1),
                    number(wide * 0.8),
                    number(HEIGHT - BOTTOM - height),
                    bars ? number(height) : ""));
        }
        var lines = new ArrayList<Line>();
        for (int series = 0; !bars && series < names.size(); series++) {
            lines.add(line(stretches, series, wide, top));
        }
        return new Chart(width, names, points, lines, ticks, bars);
    }

    private static Line line(List<Stretch> stretches, int series, double wide, double top) {
        var pieces = new ArrayList<String>();
        var dots = new ArrayList<Dot>();
        var piece = new StringBuilder();
        for (int i = 0; i < stretches.size(); i++) {
            var size = stretches.get(i).sizes().get(series);
            if (size == null) {
                end(piece, pieces);
                continue;
            }
            var x = number(LEFT + wide * (i + 0.5));
            var y = number(y(size, top));
            dots.add(new Dot(x, y));
            piece.append(piece.isEmpty() ? "" : " ").append(x).append(',').append(y);
        }
        end(piece, pieces);
        return new Line(pieces, dots);
    }

    private static void end(StringBuilder piece, List<String> pieces) {
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
            piece.setLength(0);
        }
    }

    private static double y(double size, double top) {
        return HEIGHT - BOTTOM - Math.max(0, size) / top * (HEIGHT - BOTTOM - TOP);
    }

    /// A round number that divides up to so much into few steps.
    static double round(double most, double least) {
        double rough = Math.max(most / TICKS, least);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= rough - 1e-9) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static String number(double at) {
        return String.format(Locale.ROOT, "%.1f", at);
    }
}
