package org.mainstay.web.form;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.web.Forms;
import org.mainstay.web.Frame;

/// Values for a new record as an address or a template gives them, made what its form takes. What does not fit
/// any more, or may not be set by whoever asks, is left out and said.
final class Prefilling {

    private static final int LONGEST = 60;

    private final RecordStore store;
    private final References references;
    private final Picks picks;
    private final Messages messages;

    Prefilling(RecordStore store, References references, Picks picks, Messages messages) {
        this.store = store;
        this.references = references;
        this.picks = picks;
        this.messages = messages;
    }

    /// @param typed by code, as inputs hold them
    /// @param left why something was left out, a sentence each
    record Filled(Map<String, String> typed, List<String> left) {}

    Filled of(
            RecordType<?> type,
            Collection<? extends Attribute<?>> fillable,
            Map<String, String> given,
            Actor actor,
            Frame frame) {
        var filled = new Filled(new LinkedHashMap<>(), new ArrayList<>());
        given.forEach((code, text) -> {
            var attribute = fillable.stream()
                    .filter(it -> it.code().equals(code))
                    .findFirst()
                    .orElse(null);
            if (attribute == null) {
                filled.left.add(frame.say("web.prefill.not_set", clip(code)));
            } else if (!text.isBlank()) {
                var label = frame.messages().attribute(type, attribute, frame.locale());
                value(type, attribute, text.strip(), actor)
                        .ifPresentOrElse(
                                it -> filled.typed.put(code, it),
                                () -> filled.left.add(frame.say("web.prefill.left", label, clip(text))));
            }
        });
        return filled;
    }

    private Optional<String> value(RecordType<?> type, Attribute<?> attribute, String text, Actor actor) {
        return switch (attribute.kind()) {
            case Kind.Reference(var target) -> reference(actor, target, text);
            case Kind.TreePick(var target) -> reference(actor, target, text);
            case Kind.References(var target) -> references(actor, target, text);
            case Kind.Choice<?>(var constants) -> choice(type, attribute, constants.getEnumConstants(), text);
            case Kind.Pick(var list) -> pick(list, text);
            case Kind.Moment moment -> moment(moment, text, actor);
            default -> parsed(attribute.kind(), text);
        };
    }

    private static <T> Optional<String> parsed(Kind<T> kind, String text) {
        try {
            return Optional.of(kind.format(kind.parse(text)));
        } catch (BadValue e) {
            return Optional.empty();
        }
    }

    /// A form's time is meant in the actor's zone.
    private static Optional<String> moment(Kind.Moment kind, String text, Actor actor) {
        try {
            return Optional.of(LocalDateTime.parse(text).toString());
        } catch (DateTimeException e) {
            try {
                return Optional.of(
                        kind.parse(text).atZone(actor.zone()).toLocalDateTime().toString());
            } catch (BadValue bad) {
                return Optional.empty();
            }
        }
    }

    /// By code, by label in any language, or by its place: the second of three is `2`.
    private Optional<String> choice(RecordType<?> type, Attribute<?> attribute, Object[] options, String text) {
        for (int i = 0; i < options.length; i++) {
            var option = (Enum<?>) options[i];
            boolean named = Codes.of(option).equals(text)
                    || text.equals(Integer.toString(i + 1))
                    || Messages.LANGUAGES.stream()
                            .anyMatch(it -> same(messages.choice(type, attribute, option, it), text));
            if (named) {
                return Optional.of(Codes.of(option));
            }
        }
        return Optional.empty();
    }

    private Optional<String> pick(String list, String text) {
        return Messages.LANGUAGES.stream()
                .flatMap(it -> picks.options(list, it).stream())
                .filter(it -> it.code().equals(text) || same(it.label(), text))
                .map(Picks.Option::code)
                .findFirst();
    }

    private static boolean same(String label, String text) {
        return Texts.fold(label).equals(Texts.fold(text));
    }

    private Optional<String> reference(Actor actor, String target, String text) {
        return Optional.ofNullable(found(actor, target, text)).map(it -> written(actor, List.of(it)));
    }

    private Optional<String> references(Actor actor, String target, String text) {
        var ids = new ArrayList<UUID>();
        for (String one : text.split("[,\n]")) {
            if (!one.isBlank()) {
                var id = found(actor, target, one.strip());
                if (id == null) {
                    return Optional.empty();
                }
                ids.add(id);
            }
        }
        return Optional.of(written(actor, ids));
    }

    private @Nullable UUID found(Actor actor, String target, String text) {
        var found = references.find(actor, target, Forms.number(text));
        return found.size() == 1 ? found.getFirst() : null;
    }

    private String written(Actor actor, List<UUID> ids) {
        var labels = store.labelsOfVisible(actor, ids);
        return String.join(
                ", ", ids.stream().map(it -> Forms.written(labels.get(it))).toList());
    }

    private static String clip(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
