package org.mainstay.transfer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.text.Messages;

/// Cells as people and their spreadsheets write them, turned into what the kinds read: labels of choices
/// and picks in any language, days as `24.12.2026` or in the file's own pattern. What is not known is
/// left as it is, for the kind to refuse.
public final class CellForms {

    private static final Pattern DAY_AND_TIME =
            Pattern.compile("(\\S+)[ T,]+(\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)");
    private static final DateTimeFormatter WITH_DOTS =
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final RecordType<?> type;
    private final Messages messages;
    private final Picks picks;
    private final List<DateTimeFormatter> forms;
    private final Map<Attribute<?>, Map<String, String>> codes = new HashMap<>();

    /// @param pattern of days, or empty
    public CellForms(RecordType<?> type, Messages messages, Picks picks, String pattern) {
        this.type = type;
        this.messages = messages;
        this.picks = picks;
        forms = pattern.isEmpty()
                ? List.of(DateTimeFormatter.ISO_LOCAL_DATE, WITH_DOTS)
                : List.of(days(pattern), DateTimeFormatter.ISO_LOCAL_DATE, WITH_DOTS);
    }

    /// Whether days can be written and read in the pattern.
    public static boolean isPattern(String pattern) {
        try {
            var days = days(pattern);
            return LocalDate.EPOCH.equals(LocalDate.parse(LocalDate.EPOCH.format(days), days));
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static DateTimeFormatter days(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    public Input.Given read(Attribute<?> attribute, Input.Given cell) {
        if (!(cell instanceof Input.Given.Text(var text)) || text.isBlank()) {
            return cell;
        }
        var written = text.strip();
        return switch (attribute.kind()) {
            case Kind.Choice<?> _, Kind.Pick _, Kind.YesNo _ ->
                new Input.Given.Text(codes(attribute).getOrDefault(Texts.fold(written), written));
            case Kind.Day _ -> {
                var day = day(written);
                yield new Input.Given.Text(day == null ? written : day.toString());
            }
            case Kind.Moment _ -> new Input.Given.Text(moment(written));
            default -> cell;
        };
    }

    private Map<String, String> codes(Attribute<?> attribute) {
        return codes.computeIfAbsent(attribute, this::labels);
    }

    private Map<String, String> labels(Attribute<?> attribute) {
        var labels = new HashMap<String, String>();
        for (Locale language : Messages.LANGUAGES) {
            switch (attribute.kind()) {
                case Kind.Choice<?>(var constants) -> {
                    for (Enum<?> constant : constants.getEnumConstants()) {
                        labels.putIfAbsent(
                                Texts.fold(messages.choice(type, attribute, constant, language)), Codes.of(constant));
                        labels.put(Codes.of(constant), Codes.of(constant));
                    }
                }
                case Kind.Pick(var list) ->
                    picks.options(list, language).forEach(it -> {
                        labels.putIfAbsent(Texts.fold(it.label()), it.code());
                        labels.put(it.code(), it.code());
                    });
                case Kind.YesNo _ -> {
                    labels.put(Texts.fold(messages.say(language, "transfer.yes")), "true");
                    labels.put(Texts.fold(messages.say(language, "transfer.no")), "false");
                    labels.put("1", "true");
                    labels.put("0", "false");
                    labels.put("true", "true");
                    labels.put("false", "false");
                }
                default -> {}
            }
        }
        return labels;
    }

    private @Nullable LocalDate day(String text) {
        for (var form : forms) {
            var day = day(form, text);
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private static @Nullable LocalDate day(DateTimeFormatter form, String text) {
        try {
            return LocalDate.parse(text, form);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// A time without offset is meant in the zone of whoever imports.
    private String moment(String text) {
        var both = DAY_AND_TIME.matcher(text);
        var day = day(both.matches() ? both.group(1) : text);
        if (day == null) {
            return text;
        }
        return day + "T" + (both.matches() ? both.group(2).replaceAll("^(\\d):", "0$1:") : "00:00");
    }
}
