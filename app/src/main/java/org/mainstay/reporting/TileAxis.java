package org.mainstay.reporting;

import java.math.BigDecimal;
import java.time.Duration;
import org.mainstay.web.Frame;

/// The sides of charts.
final class TileAxis {

    private static final double HOUR = 3_600;
    private static final double DAY = 24 * HOUR;

    private TileAxis() {}

    static Chart.Axis numbers(Frame frame) {
        return new Chart.Axis() {
            @Override
            public String label(double size) {
                return TileWords.figure(BigDecimal.valueOf(size), frame);
            }

            @Override
            public double step(double most) {
                return Chart.round(most, 1);
            }
        };
    }

    /// Lengths of time in seconds, which are written in whole hours or days.
    static Chart.Axis spans(Frame frame) {
        return new Chart.Axis() {
            @Override
            public String label(double size) {
                return size == 0 ? "0" : frame.say(unit(size).key(), TileWords.figure(count(size), frame));
            }

            @Override
            public double step(double most) {
                double unit = most > 4 * DAY ? DAY : most > 4 * HOUR ? HOUR : 60;
                return Chart.round(most / unit, 1) * unit;
            }
        };
    }

    private record Unit(String key, double seconds) {}

    private static Unit unit(double size) {
        if (size >= DAY && size % DAY == 0) {
            return new Unit("reporting.axis.days", DAY);
        }
        return size >= HOUR && size % HOUR == 0
                ? new Unit("reporting.axis.hours", HOUR)
                : new Unit("reporting.axis.minutes", Duration.ofMinutes(1).toSeconds());
    }

    private static BigDecimal count(double size) {
        return BigDecimal.valueOf(size / unit(size).seconds());
    }
}
