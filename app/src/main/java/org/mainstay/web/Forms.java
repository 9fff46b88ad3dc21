package org.mainstay.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordTypes;

/// Inputs for attributes: one switch from kind to widget. References are written `Label [number]`, so that
/// people read whom they mean and the number decides.
public final class Forms {

    /// Parameters of a form's address that are no values of the record.
    public static final List<String> PARAMETERS = List.of("template", "quick");

    /// Whole numbers of so few are chosen from a list.
    private static final long FEW = 10;

    private static final int LONG_TEXT = 160;
    private static final Pattern NUMBERED = Pattern.compile("[^\\[\\],;]*\\[([^\\[\\]]+)]");

    private final Picks picks;
    private final RecordTypes types;

    Forms(Picks picks, RecordTypes types) {
        this.picks = picks;
        this.types = types;
    }

    /// What a form shows and knows besides its attributes.
    ///
    /// @param record whose values it shows; null when there is none yet
    /// @param labels of what the record refers to
    /// @param typed what was typed, by code; wins over the record's value
    /// @param changed codes of what somebody else changed meanwhile
    public record Filling(
            @Nullable Snapshot record,
            Map<UUID, Label> labels,
            Map<String, String> typed,
            Set<String> changed,
            List<Problem> problems) {

        public static Filling nothing(Map<String, String> typed, List<Problem> problems) {
            return new Filling(null, Map.of(), typed, Set.of(), problems);
        }

        public String typed(Attribute<?> attribute) {
            return typed.getOrDefault(attribute.code(), "");
        }

        public boolean refuses(Attribute<?> attribute) {
            return problems.stream().anyMatch(it -> it.attribute().equals(attribute.code()));
        }
    }

    public List<FormView.Input> inputs(
            RecordType<?> type,
            Collection<? extends Attribute<?>> attributes,
            Filling filling,
            ZoneId zone,
            Frame frame) {
        var inputs = new ArrayList<FormView.Input>();
        for (Attribute<?> attribute : attributes) {
            var code = attribute.code();
            var now = filling.record == null ? "" : text(attribute, filling.record, filling.labels, zone);
            var value = filling.typed.getOrDefault(code, now);
            var options = options(type, attribute, value, frame);
            inputs.add(new FormView.Input(
                    code,
                    frame.messages().attribute(type, attribute, frame.locale()),
                    widget(attribute),
                    value,
                    filling.record == null ? attribute.needed() : attribute.has(Trait.REQUIRED),
                    wide(attribute.kind()),
                    options,
                    type.attributes().stream()
                                    .anyMatch(
                                            it -> it.only() != null && it.only().by() == attribute)
                            ? "/" + type.collection() + "/new"
                            : suggest(attribute.kind()),
                    hint(type, attribute, frame),
                    filling.changed.contains(code) ? said(now, options, frame) : "",
                    error(attribute, filling.problems, frame)));
        }
        return inputs;
    }

    /// What a new record has where nothing is typed, as inputs take it, by code.
    public static Map<String, String> presets(Collection<? extends Attribute<?>> attributes) {
        var presets = new HashMap<String, String>();
        attributes.forEach(it -> preset(it).ifPresent(text -> presets.put(it.code(), text)));
        return presets;
    }

    private static <T> Optional<String> preset(Attribute<T> attribute) {
        return Optional.ofNullable(attribute.preset())
                .map(it -> attribute.kind().format(it));
    }

    /// The typed values as the store takes them.
    public Map<String, String> read(Collection<? extends Attribute<?>> attributes, Map<String, String> typed) {
        var values = new HashMap<>(typed);
        for (Attribute<?> attribute : attributes) {
            if (attribute.kind().target() != null) {
                values.computeIfPresent(attribute.code(), (_, text) -> number(text));
            }
        }
        return values;
    }

    /// What was written as [#written] gives it, as the store takes it.
    public static String number(String written) {
        return NUMBERED.matcher(written)
                .replaceAll(it -> Matcher.quoteReplacement(it.group(1)))
                .strip();
    }

    /// Whether the attribute is one that forms let people fill in.
    public static boolean fillable(Attribute<?> attribute, boolean creating) {
        return !attribute.has(Trait.READ_ONLY)
                && (creating || !attribute.has(Trait.SET_ONCE))
                && attribute != Header.ORGANISATION;
    }

    private static String widget(Attribute<?> attribute) {
        return switch (attribute.kind()) {
            case Kind.Text _, Kind.Amount _, Kind.Span _, Kind.Keys _, Kind.Decimal _ -> "text";
            case Kind.Prose _ -> "prose";
            case Kind.Whole whole -> few(whole) ? "select" : "number";
            case Kind.YesNo _ -> attribute.has(Trait.REQUIRED) ? "yes_no" : "select";
            case Kind.Choice<?> _, Kind.Pick _ -> "select";
            case Kind.Day _ -> "day";
            case Kind.Moment _ -> "moment";
            case Kind.Reference _, Kind.TreePick _ -> "reference";
            case Kind.References _ -> "references";
        };
    }

    private static boolean few(Kind.Whole kind) {
        long span = kind.max() - kind.min();
        return span >= 0 && span < FEW; // a span that overflows is not few
    }

    private static boolean wide(Kind<?> kind) {
        return kind instanceof Kind.Prose
                || kind instanceof Kind.References
                || (kind instanceof Kind.Text(var most) && most >= LONG_TEXT);
    }

    /// How to write it: what its module says, else what holds for its kind.
    private static String hint(RecordType<?> type, Attribute<?> attribute, Frame frame) {
        var own = frame.messages().find(type.code() + "." + attribute.code() + ".hint", frame.locale());
        return own == null ? hint(attribute.kind(), frame) : own;
    }

    private static String hint(Kind<?> kind, Frame frame) {
        return switch (kind) {
            case Kind.Amount _ -> frame.say("web.hint.money");
            case Kind.Span _ -> frame.say("web.hint.duration");
            case Kind.References _ -> frame.say("web.hint.references");
            default -> "";
        };
    }

    /// What may be chosen; empty where values are written.
    ///
    /// @param value that is chosen
    List<FormView.Option> options(RecordType<?> type, Attribute<?> attribute, String value, Frame frame) {
        var options = new ArrayList<FormView.Option>();
        switch (attribute.kind()) {
            case Kind.Choice<?>(var constants) -> {
                for (Enum<?> constant : constants.getEnumConstants()) {
                    var code = Codes.of(constant);
                    var label = frame.messages().choice(type, attribute, constant, frame.locale());
                    options.add(new FormView.Option(code, label, code.equals(value)));
                }
            }
            case Kind.Pick(var list) ->
                picks.options(list, frame.locale())
                        .forEach(it -> options.add(new FormView.Option(
                                it.code(), it.label(), it.code().equals(value))));
            case Kind.YesNo _ -> {
                options.add(new FormView.Option("true", frame.say("web.yes"), value.equals("true")));
                options.add(new FormView.Option("false", frame.say("web.no"), value.equals("false")));
            }
            case Kind.Whole whole
            when few(whole) ->
                LongStream.rangeClosed(whole.min(), whole.max())
                        .mapToObj(Long::toString)
                        .forEach(it -> options.add(new FormView.Option(it, it, it.equals(value))));
            default -> {}
        }
        if (!value.isEmpty() && !options.isEmpty() && options.stream().noneMatch(FormView.Option::chosen)) {
            // an option that is no longer active, or one that was never there: kept until it is refused
            options.add(new FormView.Option(value, value, true));
        }
        return options;
    }

    private static String said(String now, List<FormView.Option> options, Frame frame) {
        return options.stream()
                .filter(it -> it.value().equals(now))
                .map(FormView.Option::label)
                .findFirst()
                .orElse(now.isEmpty() ? frame.say("web.empty_value") : now);
    }

    /// Where completion comes from, for references.
    String suggest(Kind<?> kind) {
        var target = kind.target();
        return target == null
                ? ""
                : types.byCode(target)
                        .map(it -> "/" + it.collection() + "/suggest")
                        .orElse("");
    }

    private static String error(Attribute<?> attribute, List<Problem> problems, Frame frame) {
        return problems.stream()
                .filter(it -> it.attribute().equals(attribute.code()))
                .map(it -> frame.messages().say(it.reason(), frame.locale()))
                .collect(Collectors.joining(" "));
    }

    /// The record's value as its input takes it.
    @SuppressWarnings("unchecked") // the value is the attribute's
    public <T> String text(Attribute<T> attribute, Snapshot record, Map<UUID, Label> labels, ZoneId zone) {
        return switch (record.values().get(attribute.code())) {
            case null -> "";
            case UUID id -> written(labels.get(id));
            case Set<?> ids ->
                ids.stream()
                        .map(it -> written(labels.get((UUID) it)))
                        .filter(it -> !it.isEmpty())
                        .sorted()
                        .collect(Collectors.joining(", "));
            case Instant moment ->
                moment.atZone(zone)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
            case Object value -> attribute.kind().format((T) value);
        };
    }

    /// As people write a reference: what it is called, and its number in brackets.
    public static String written(@Nullable Label label) {
        if (label == null) {
            return "";
        }
        var name = label.label().replaceAll("[\\[\\],;]", " ").strip();
        return name.isEmpty() ? label.number() : name + " [" + label.number() + "]";
    }

    /// What concerns none of the inputs that are shown.
    public static List<String> general(
            Outcome outcome, RecordType<?> type, List<? extends Attribute<?>> shown, Frame frame) {
        if (!(outcome instanceof Outcome.Refused(var problems))) {
            return List.of(Says.why(outcome, frame));
        }
        var codes = shown.stream().map(Attribute::code).collect(Collectors.toSet());
        return problems.stream()
                .filter(it -> !codes.contains(it.attribute()))
                .map(it -> {
                    var reason = frame.messages().say(it.reason(), frame.locale());
                    return type.attribute(it.attribute())
                            .map(about -> frame.messages().attribute(type, about, frame.locale()) + ": " + reason)
                            .orElse(reason);
                })
                .toList();
    }

    /// What a form holds besides its technical fields.
    public static Map<String, String> values(Map<String, String> typed) {
        var values = new HashMap<>(typed);
        values.remove("_csrf");
        values.remove("version");
        values.remove("preview");
        PARAMETERS.forEach(values::remove);
        // browsers end the lines of a text area in their own way
        values.replaceAll((_, text) -> text.replace("\r\n", "\n"));
        return values;
    }
}
