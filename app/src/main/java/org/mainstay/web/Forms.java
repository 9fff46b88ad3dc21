package org.mainstay.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordTypes;

/// Inputs for attributes: one switch from kind to widget.
final class Forms {

    private final Picks picks;
    private final RecordTypes types;

    Forms(Picks picks, RecordTypes types) {
        this.picks = picks;
        this.types = types;
    }

    /// @param typed what was typed, by code; wins over the record's value
    List<FormView.Input> inputs(
            RecordType<?> type,
            Collection<? extends Attribute<?>> attributes,
            @Nullable Snapshot record,
            Map<UUID, Label> labels,
            Map<String, String> typed,
            List<Problem> problems,
            ZoneId zone,
            Frame frame) {
        var inputs = new ArrayList<FormView.Input>();
        for (Attribute<?> attribute : attributes) {
            var now = record == null ? "" : text(attribute, record.get(attribute), labels, zone);
            var value = typed.getOrDefault(attribute.code(), now);
            inputs.add(new FormView.Input(
                    attribute.code(),
                    frame.messages().attribute(type, attribute, frame.locale()),
                    widget(attribute.kind()),
                    value,
                    attribute.has(Trait.REQUIRED),
                    options(type, attribute, value, frame),
                    suggest(attribute.kind()),
                    typed.containsKey(attribute.code())
                                    && !typed.get(attribute.code()).equals(now)
                                    && !now.isEmpty()
                            ? frame.say("web.now", now)
                            : hint(attribute.kind(), frame),
                    error(attribute, problems, frame)));
        }
        return inputs;
    }

    private static String widget(Kind<?> kind) {
        return switch (kind) {
            case Kind.Text _, Kind.Amount _, Kind.Span _, Kind.Keys _, Kind.Decimal _ -> "text";
            case Kind.Prose _ -> "prose";
            case Kind.Whole _ -> "number";
            case Kind.YesNo _, Kind.Choice<?> _, Kind.Pick _ -> "select";
            case Kind.Day _ -> "day";
            case Kind.Moment _ -> "moment";
            case Kind.Reference _, Kind.TreePick _, Kind.References _ -> "reference";
        };
    }

    private static String hint(Kind<?> kind, Frame frame) {
        return switch (kind) {
            case Kind.Amount _ -> frame.say("web.hint.money");
            case Kind.Span _ -> frame.say("web.hint.duration");
            case Kind.References _ -> frame.say("web.hint.references");
            default -> "";
        };
    }

    private List<FormView.Option> options(RecordType<?> type, Attribute<?> attribute, String value, Frame frame) {
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
            default -> {}
        }
        return options;
    }

    private String suggest(Kind<?> kind) {
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

    /// The value as its input takes it.
    @SuppressWarnings("unchecked") // the value is the attribute's
    private static <T> String text(
            Attribute<T> attribute, @Nullable Object value, Map<UUID, Label> labels, ZoneId zone) {
        return switch (value) {
            case null -> "";
            case UUID id -> number(labels.get(id));
            case Set<?> ids ->
                ids.stream().map(it -> number(labels.get((UUID) it))).sorted().collect(Collectors.joining(", "));
            case Instant moment ->
                moment.atZone(zone)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
            default -> attribute.kind().format((T) value);
        };
    }

    private static String number(@Nullable Label label) {
        return label == null ? "" : label.number();
    }
}
