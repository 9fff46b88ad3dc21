package org.mainstay.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.StatsQuestion.Measure;
import org.mainstay.kernel.store.StatsQuestion.Stretch;
import org.mainstay.web.Frame;

/// Says what a tile counts and what its figures are.
final class TileWords {

    private TileWords() {}

    /// The written definition: what is counted or measured, of which records, in which period.
    ///
    /// @param conditions of the tile's filter, in words
    static String definition(Question question, List<String> conditions, Frame frame) {
        var tile = question.tile();
        var words = new StringBuilder();
        words.append(
                tile.shape() == Tile.Shape.LIST
                        ? frame.say("reporting.words.list", collection(question, frame))
                        : frame.say(
                                "reporting.words.measures", measures(question, frame), collection(question, frame)));
        if (!conditions.isEmpty()) {
            words.append(' ').append(frame.say("reporting.words.filter", String.join("; ", conditions)));
        }
        if (question.moment() != null) {
            words.append(", ").append(period(question, question.moment(), frame));
        }
        if (!question.stats().groups().isEmpty() && tile.shape() != Tile.Shape.TREND) {
            var by = question.stats().groups().getFirst().attribute();
            words.append(", ").append(frame.say("reporting.words.by", name(question.type(), by, frame)));
        }
        if (tile.shape() == Tile.Shape.TREND) {
            words.append(", ").append(frame.say("reporting.words.per." + Codes.of(tile.stretch())));
        }
        if (!tile.against().isEmpty()) {
            var against = question.type().need(tile.against());
            words.append(", ").append(frame.say("reporting.words.against", name(question.type(), against, frame)));
        } else if (tile.compare()) {
            words.append(", ").append(frame.say("reporting.words.compare"));
        }
        return words.append('.').toString();
    }

    private static String period(Question question, Attribute<?> moment, Frame frame) {
        var tile = question.tile();
        var name = name(question.type(), moment, frame);
        if (tile.days() == null && tile.shape() != Tile.Shape.TREND) {
            return frame.say("reporting.words.moment", name);
        }
        long days = tile.days() == null ? TileReader.DEFAULT_DAYS : tile.days();
        return frame.say("reporting.words.days", name, days);
    }

    private static String collection(Question question, Frame frame) {
        var plural = frame.plural(question.type(), question.tile().collection());
        return frame.locale().getLanguage().equals("de") ? plural : plural.toLowerCase(Locale.ROOT);
    }

    static String measures(Question question, Frame frame) {
        return String.join(
                ", ",
                question.stats().measures().stream()
                        .map(it -> measure(question.type(), it, frame))
                        .toList());
    }

    static String measure(RecordType<?> type, Measure measure, Frame frame) {
        return switch (measure) {
            case Measure.Count _ -> frame.say("reporting.measure.count");
            case Measure.Of of -> {
                var what = of.until() == null
                        ? name(type, of.from(), frame)
                        : frame.say(
                                "reporting.measure.between",
                                name(type, of.from(), frame),
                                name(type, of.until(), frame));
                yield of.function().equals("percentile")
                        ? frame.say(
                                of.percentile() == 0.5 ? "reporting.measure.median" : "reporting.measure.percentile",
                                what,
                                Math.round(of.percentile() * 100))
                        : frame.say("reporting.measure." + of.function(), what);
            }
        };
    }

    /// The same above a column, where there is little room and the definition says the rest.
    static String head(Measure measure, Frame frame) {
        return switch (measure) {
            case Measure.Count _ -> frame.say("reporting.head.count");
            case Measure.Of of
            when of.function().equals("percentile") ->
                of.percentile() == 0.5
                        ? frame.say("reporting.head.median")
                        : frame.say("reporting.head.percentile", Math.round(of.percentile() * 100));
            case Measure.Of of -> frame.say("reporting.head." + of.function());
        };
    }

    static String name(RecordType<?> type, Attribute<?> attribute, Frame frame) {
        return frame.messages().attribute(type, attribute, frame.locale());
    }

    /// A figure as people read it; a dash where there is none.
    static String figure(@Nullable Object value, Frame frame) {
        return switch (value) {
            case null -> "–";
            case Long count -> NumberFormat.getIntegerInstance(frame.locale()).format(count);
            case BigDecimal number -> {
                var format = NumberFormat.getNumberInstance(frame.locale());
                format.setMaximumFractionDigits(2);
                format.setRoundingMode(RoundingMode.HALF_UP);
                yield format.format(number);
            }
            case Duration span -> span(span, frame);
            case LocalDate day -> day(day, frame);
            case Instant moment -> moment.toString();
            default -> value.toString();
        };
    }

    static String span(Duration span, Frame frame) {
        if (span.isNegative()) {
            return "−" + span(span.negated(), frame);
        }
        if (span.toHours() >= 48) {
            return frame.say("reporting.span.days", span.toDays(), span.toHoursPart());
        }
        return span.toHours() > 0
                ? frame.say("reporting.span.hours", span.toHours(), span.toMinutesPart())
                : frame.say("reporting.span.minutes", span.toMinutes());
    }

    static String day(LocalDate day, Frame frame) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(frame.locale())
                .format(day);
    }

    /// The first day of a stretch in few letters.
    static String brief(LocalDate day, Stretch stretch, Frame frame) {
        var format = stretch == Stretch.MONTH
                ? DateTimeFormatter.ofPattern("MMM yy")
                : DateTimeFormatter.ofLocalizedPattern("MMMd");
        return format.withLocale(frame.locale()).format(day);
    }

    /// For drawing; null where there is nothing to draw.
    static @Nullable Double size(@Nullable Object value) {
        return switch (value) {
            case Long count -> count.doubleValue();
            case BigDecimal number -> number.doubleValue();
            case Duration span -> (double) span.toSeconds();
            case null, default -> null;
        };
    }

    /// How a figure changed against the one before: `+12 %`; empty where that says nothing.
    static String change(@Nullable Object value, @Nullable Object before, Frame frame) {
        var now = size(value);
        var was = size(before);
        if (now == null || was == null || was == 0) {
            return "";
        }
        long percent = Math.round((now - was) / Math.abs(was) * 100);
        var sign = percent > 0 ? "+" : percent < 0 ? "−" : "±";
        return sign + NumberFormat.getIntegerInstance(frame.locale()).format(Math.abs(percent)) + " %";
    }
}
