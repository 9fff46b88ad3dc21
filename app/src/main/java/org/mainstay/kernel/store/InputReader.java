package org.mainstay.kernel.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;
import tools.jackson.databind.JsonNode;

/// Turns input from outside into values: names become attributes, texts and JSON become values of their
/// kinds, what people write for other records becomes ids. Everything that does not fit is a problem with
/// a place.
final class InputReader {

    private static final int MANY = 1_000;
    private static final String SOURCE = Header.EXTERNAL_SOURCE.code();
    private static final String KEY = Header.EXTERNAL_KEY.code();

    private final Access access;
    private final References references;

    InputReader(Access access, References references) {
        this.access = access;
        this.references = references;
    }

    record Read(Values values, List<Problem> problems) {}

    /// What a text stands for.
    ///
    /// @param source of which it is a key; empty where it is an id, a number or a label
    record Named(String type, String source, String text) {}

    /// The records that an input names, as far as they can be told.
    static Set<Named> named(RecordType<?> type, Input input) {
        var names = new LinkedHashSet<Named>();
        input.values().forEach((code, given) -> {
            var target = type.attribute(code).map(it -> single(it.kind())).orElse("");
            switch (given) {
                case Input.Given.Text(var text)
                when !target.isEmpty() && !text.isBlank() -> names.add(new Named(target, "", text.strip()));
                case Input.Given.Json(var node)
                when !target.isEmpty() && isKeyed(node) ->
                    names.add(new Named(target, source(node), externalKey(node)));
                case Input.Given.Json(var node)
                when !target.isEmpty() && isKey(node) -> names.add(new Named(target, "", key(node)));
                default -> {}
            }
        });
        return names;
    }

    private static String single(Kind<?> kind) {
        return switch (kind) {
            case Kind.Reference(var type) -> type;
            case Kind.TreePick(var type) -> type;
            default -> "";
        };
    }

    /// @param subject null when a record is being created
    Read attributes(Actor actor, RecordType<?> type, Input input, @Nullable Snapshot subject) {
        var read = new Read(new Values(), new ArrayList<>());
        input.values().forEach((code, given) -> {
            var found = type.attribute(code).filter(it -> access.reads(type, it, actor, subject));
            if (found.isEmpty()) {
                read.problems.add(new Problem(code, message("kernel.save.unknown_attribute", code)));
                return;
            }
            var attribute = found.get();
            var refusal = refusal(actor, type, attribute, subject);
            if (refusal != null) {
                read.problems.add(refusal);
            } else {
                take(actor, attribute, given, read);
            }
        });
        return read;
    }

    /// What stands against the input whatever the record it is for.
    List<Problem> anywhere(Actor actor, RecordType<?> type, Input input) {
        var problems = attributes(actor, type, input, null).problems();
        input.values()
                .keySet()
                .forEach(code -> type.attribute(code)
                        .filter(it -> it.has(Trait.SET_ONCE) && access.reads(type, it, actor))
                        .ifPresent(it -> problems.add(Problem.at(it, "kernel.save.set_once"))));
        return problems;
    }

    /// What a file gives. For a new record also what only actions change later is taken; of a record that
    /// is there only what differs is kept, so that a file may carry what cannot be changed along with what
    /// can.
    ///
    /// @param subject null when a record is being created
    Read imported(Actor actor, RecordType<?> type, Input input, @Nullable Snapshot subject) {
        var read = new Read(new Values(), new ArrayList<>());
        input.values().forEach((code, given) -> {
            var found = type.attribute(code).filter(it -> access.reads(type, it, actor, subject));
            if (found.isEmpty()) {
                read.problems.add(new Problem(code, message("kernel.save.unknown_attribute", code)));
            } else {
                imported(actor, type, found.get(), given, subject, read);
            }
        });
        return read;
    }

    private void imported(
            Actor actor,
            RecordType<?> type,
            Attribute<?> attribute,
            Input.Given given,
            @Nullable Snapshot subject,
            Read read) {
        var taken = new Read(new Values(), new ArrayList<>());
        take(actor, attribute, given, taken);
        if (!taken.problems.isEmpty() && stands(actor, attribute, given, subject)) {
            return;
        }
        read.problems.addAll(taken.problems);
        if (!taken.problems.isEmpty() || same(attribute, taken.values.get(attribute), subject)) {
            return;
        }
        boolean asItWas = subject == null && attribute.has(Trait.READ_ONLY) && attribute.recorded();
        var refusal = asItWas ? null : refusal(actor, type, attribute, subject);
        if (refusal != null) {
            read.problems.add(refusal);
        } else {
            read.values.put(attribute, taken.values.get(attribute));
        }
    }

    /// Whether the file names what the record refers to already, be it something that cannot be chosen, such
    /// as a part of the system or somebody who was deleted.
    private boolean stands(Actor actor, Attribute<?> attribute, Input.Given given, @Nullable Snapshot subject) {
        var now = subject == null ? null : subject.get(attribute);
        return switch (attribute.kind()) {
            case Kind.Reference(var type) ->
                now instanceof UUID id && Set.of(id).equals(named(actor, type, given, Set.of(id)));
            case Kind.TreePick(var type) ->
                now instanceof UUID id && Set.of(id).equals(named(actor, type, given, Set.of(id)));
            case Kind.References(var type) -> now instanceof Set<?> ids && ids.equals(named(actor, type, given, ids));
            default -> false;
        };
    }

    private Set<UUID> named(Actor actor, String type, Input.Given given, Set<?> now) {
        var texts = switch (given) {
            case Input.Given.Text(var text) -> List.of(text.split(","));
            case Input.Given.Json(var node) ->
                node.isArray() ? keys(node) : isKey(node) ? List.of(key(node)) : List.<String>of();
        };
        var ids = new LinkedHashSet<UUID>();
        for (String text : texts) {
            now.stream()
                    .map(UUID.class::cast)
                    .filter(it -> references.names(it, text.strip()))
                    .findFirst()
                    .ifPresentOrElse(ids::add, () -> ids.addAll(references.find(actor, type, text.strip())));
        }
        return ids;
    }

    private static boolean same(Attribute<?> attribute, @Nullable Object value, @Nullable Snapshot subject) {
        var now = subject == null ? null : subject.get(attribute);
        return Objects.equals(value instanceof Set<?> set && set.isEmpty() ? null : value, now);
    }

    /// The values that need no other record to be read, as far as they can be read.
    Values plain(Actor actor, RecordType<?> type, Input input) {
        var read = new Read(new Values(), new ArrayList<>());
        input.values()
                .forEach((code, given) -> type.attribute(code)
                        .filter(it -> it.kind().target() == null)
                        .ifPresent(it -> take(actor, it, given, read)));
        return read.values;
    }

    /// The answers to an action's questions.
    Read answers(Actor actor, Action<?> action, Input input) {
        var read = new Read(new Values(), new ArrayList<>());
        input.values()
                .forEach((code, given) -> action.asks().stream()
                        .filter(it -> it.code().equals(code))
                        .findFirst()
                        .ifPresentOrElse(
                                it -> take(actor, it, given, read),
                                () -> read.problems.add(new Problem(code, message("kernel.save.not_asked", code)))));
        for (Attribute<?> ask : action.asks()) {
            if (ask.has(Trait.REQUIRED)
                    && read.values.get(ask) == null
                    && read.problems.stream().noneMatch(it -> it.attribute().equals(ask.code()))) {
                read.problems.add(Problem.at(ask, "kernel.save.required"));
            }
        }
        return read;
    }

    private @Nullable Problem refusal(
            Actor actor, RecordType<?> type, Attribute<?> attribute, @Nullable Snapshot subject) {
        if (attribute.has(Trait.READ_ONLY)) {
            var actions = actions(type, attribute);
            return actions.isEmpty()
                    ? Problem.at(attribute, "kernel.save.kept")
                    : Problem.at(attribute, "kernel.save.read_only", actions);
        }
        if (subject != null && attribute.has(Trait.SET_ONCE)) {
            var actions = actions(type, attribute);
            return actions.isEmpty()
                    ? Problem.at(attribute, "kernel.save.set_once")
                    : Problem.at(attribute, "kernel.save.read_only", actions);
        }
        return access.writes(type, attribute, actor, subject)
                ? null
                : Problem.at(attribute, "kernel.save.not_writable");
    }

    /// The names of the actions that change it; empty where the system alone does.
    private static String actions(RecordType<?> type, Attribute<?> attribute) {
        return type.actions().stream()
                .filter(it -> it.changes().contains(attribute.code())
                        || it.asks().stream().anyMatch(ask -> ask.code().equals(attribute.code())))
                .map(Action::name)
                .collect(Collectors.joining(", "));
    }

    private void take(Actor actor, Attribute<?> attribute, Input.Given given, Read read) {
        try {
            read.values.put(attribute, value(actor, attribute.kind(), given));
        } catch (BadValue e) {
            read.problems.add(new Problem(attribute.code(), e.reason()));
        }
    }

    private @Nullable Object value(Actor actor, Kind<?> kind, Input.Given given) {
        return switch (given) {
            case Input.Given.Json(var node) when node.isNull() -> null;
            case Input.Given.Text(var text) when text.isBlank() -> null;
            case Input.Given.Json(var node) ->
                switch (kind) {
                    case Kind.Reference(var type) -> reference(actor, type, node);
                    case Kind.TreePick(var type) -> reference(actor, type, node);
                    case Kind.References(var type) -> references(actor, type, keys(node));
                    default -> emptied(kind.fromJson(node));
                };
            case Input.Given.Text(var text) ->
                switch (kind) {
                    case Kind.Reference(var type) -> reference(actor, type, text.strip());
                    case Kind.TreePick(var type) -> reference(actor, type, text.strip());
                    case Kind.References(var type) -> references(actor, type, List.of(text.split(",")));
                    case Kind.Moment moment -> moment(actor, moment, text.strip());
                    default -> emptied(kind.parse(text));
                };
        };
    }

    /// A text of nothing but blanks is an empty attribute.
    private static @Nullable Object emptied(Object value) {
        return value instanceof String text && text.isEmpty() ? null : value;
    }

    /// A form's time without offset is meant in the actor's zone.
    private static Instant moment(Actor actor, Kind.Moment kind, String text) {
        try {
            return LocalDateTime.parse(text).atZone(actor.zone()).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            return kind.parse(text);
        }
    }

    private UUID reference(Actor actor, String type, JsonNode node) {
        if (!isKeyed(node)) {
            return reference(actor, type, key(node));
        }
        var key = externalKey(node);
        var found = references.keyed(actor, type, source(node), List.of(key)).get(key);
        if (found == null) {
            throw new BadValue("kernel.save.no_such_record", clip(key));
        }
        return found;
    }

    private UUID reference(Actor actor, String type, String text) {
        var found = references.find(actor, type, text);
        if (found.isEmpty()) {
            throw new BadValue("kernel.save.no_such_record", clip(text));
        }
        if (found.size() > 1) {
            throw new BadValue("kernel.save.ambiguous", clip(text), found.size());
        }
        return found.getFirst();
    }

    private Set<UUID> references(Actor actor, String type, List<String> texts) {
        var ids = new LinkedHashSet<UUID>();
        for (String text : texts) {
            if (!text.isBlank()) {
                ids.add(reference(actor, type, text.strip()));
            }
        }
        return ids;
    }

    /// A reference in JSON is a text, or an object as it was read.
    private static String key(JsonNode node) {
        if (!isKey(node)) {
            throw new BadValue("kernel.value.not_a_reference");
        }
        return identity(node).stringValue().strip();
    }

    private static boolean isKey(JsonNode node) {
        return identity(node).isString();
    }

    private static JsonNode identity(JsonNode node) {
        return !node.isObject() ? node : node.has("id") ? node.path("id") : node.path("number");
    }

    /// Or an object that says what the record is called where it came from.
    private static boolean isKeyed(JsonNode node) {
        return node.isObject()
                && !node.has("id")
                && !node.has("number")
                && node.path(KEY).isString();
    }

    private static String externalKey(JsonNode node) {
        return node.path(KEY).stringValue().strip();
    }

    private static String source(JsonNode node) {
        return node.path(SOURCE).isString() ? node.path(SOURCE).stringValue().strip() : "";
    }

    private static List<String> keys(JsonNode node) {
        if (!node.isArray() || node.size() > MANY) {
            throw new BadValue("kernel.value.not_a_list", MANY);
        }
        var keys = new ArrayList<String>();
        node.forEach(it -> keys.add(key(it)));
        return keys;
    }

    private static String clip(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(key, arguments);
    }
}
