package org.mainstay.cmdb.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An item while it is put together. What it is given and cannot take becomes a remark.
final class Draft {

    private final Assembly assembly;
    private final String ref;
    private final String itemClass;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<Identifier> identifiers = new ArrayList<>();

    Draft(Assembly assembly, String ref, String itemClass) {
        this.assembly = assembly;
        this.ref = ref;
        this.itemClass = itemClass;
    }

    String ref() {
        return ref;
    }

    /// The first that says something.
    Draft name(@Nullable String... candidates) {
        for (var candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                values.put("name", Texts.cut(candidate, Texts.LONGEST_NAME));
                break;
            }
        }
        return this;
    }

    Draft text(String code, @Nullable String text) {
        if (text == null) {
            return this;
        }
        if (JunkValues.placeholder(text)) {
            assembly.remark(ref + "/" + code, "discovery.junk.placeholder", Texts.cut(text, 60));
            return this;
        }
        return put(code, Texts.cut(text, Texts.LONGEST));
    }

    /// As text of at most the length of a name: makers, models, versions.
    Draft shortText(String code, @Nullable String text) {
        return text(code, text == null ? null : Texts.cut(text, Texts.LONGEST_NAME));
    }

    Draft whole(String code, @Nullable String text, long least, long most) {
        if (text == null) {
            return this;
        }
        var number = Readings.whole(text);
        if (number == null || number < least || number > most) {
            assembly.remark(ref + "/" + code, "discovery.absurd_number", Texts.cut(text, 60));
            return this;
        }
        return put(code, number);
    }

    Draft put(String code, @Nullable Object value) {
        if (value != null) {
            values.put(code, value);
        }
        return this;
    }

    Draft identify(String kind, @Nullable String value, @Nullable String scope) {
        if (value == null) {
            return this;
        }
        var identifier = Identifier.of(kind, value, scope);
        if (identifier.isEmpty()) {
            JunkValues.reason(kind, value).ifPresent(it -> assembly.remark(new Remark(ref + "/" + kind, it)));
        } else if (!identifiers.contains(identifier.get())) {
            identifiers.add(identifier.get());
        }
        return this;
    }

    /// The serial as attribute and as identifier, or neither.
    Draft serial(@Nullable String serial, @Nullable String manufacturer) {
        var maker = manufacturer == null || JunkValues.placeholder(manufacturer) ? null : manufacturer;
        identify(Identifier.SERIAL, serial, maker);
        return put("serial_number", value(Identifier.SERIAL));
    }

    /// The name within another item, for what has no identifier of its own.
    Draft nameIn(Draft parent, String name) {
        return identify(Identifier.NAME_IN_PARENT, name, parent.ref);
    }

    /// The value of its first identifier of that kind.
    @Nullable
    String value(String kind) {
        return identifiers.stream()
                .filter(it -> it.kind().equals(kind))
                .map(Identifier::value)
                .findFirst()
                .orElse(null);
    }

    boolean identified() {
        return !identifiers.isEmpty();
    }

    boolean named() {
        return values.containsKey("name");
    }

    /// The item, or empty where nothing tells it from others.
    Optional<Discovered> item() {
        if (!identified()) {
            return Optional.empty();
        }
        if (!named()) {
            name(identifiers.getFirst().value());
        }
        var best = identifiers.stream()
                .sorted(Comparator.comparing(Identifier::weak))
                .toList();
        return Optional.of(new Discovered(ref, itemClass, values, best));
    }
}
