package org.mainstay.request.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Money;
import tools.jackson.databind.JsonNode;

/// A place in a document that is read: takes what is there, and notes what should not be as it is.
///
/// @param pointer where it is
/// @param faults of the whole document, to which it adds
record Place(JsonNode node, String pointer, List<Fault> faults) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Set<String> RESERVED =
            Set.of("and", "or", "not", "none", "any", "empty", "set", "requester", "now", "today");
    private static final int MOST_FAULTS = 50;

    Place at(String key) {
        return new Place(node.path(key), pointer + "/" + escaped(key), faults);
    }

    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    boolean has(String key) {
        return node.has(key) && !node.get(key).isNull();
    }

    void wrong(String key, Object... arguments) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(Fault.at(pointer, key, arguments));
        }
    }

    /// Whether it is an object with no other keys than these.
    boolean object(Set<String> known) {
        if (!node.isObject()) {
            wrong("form.document.no_object");
            return false;
        }
        node.propertyNames().stream()
                .filter(it -> !known.contains(it))
                .forEach(it -> at(it).wrong(
                                "form.document.unknown_key",
                                String.join(", ", known.stream().sorted().toList())));
        return true;
    }

    /// The elements of the list under the key; none where there is no list.
    List<Place> list(String key, int least, int most) {
        var at = at(key);
        if (!has(key) && least == 0) {
            return List.of();
        }
        if (!at.node.isArray() || at.node.size() < least || at.node.size() > most) {
            at.wrong("form.document.no_list", least, most);
            return List.of();
        }
        var elements = new ArrayList<Place>();
        for (int i = 0; i < at.node.size(); i++) {
            elements.add(new Place(at.node.get(i), at.pointer + "/" + i, faults));
        }
        return elements;
    }

    String code(String key) {
        var text = text(key, 40, true);
        if (!text.isEmpty() && (!CODE.matcher(text).matches() || RESERVED.contains(text))) {
            at(key).wrong("form.document.no_code", text);
        }
        return text;
    }

    /// Stripped; empty where there is none.
    String text(String key, int most, boolean needed) {
        return text(key, new Kind.Text(most), needed);
    }

    String lines(String key, int most) {
        return text(key, new Kind.Prose(most), false);
    }

    private String text(String key, Kind<String> kind, boolean needed) {
        var at = at(key);
        try {
            var text = has(key) ? kind.fromJson(at.node) : "";
            if (needed && text.isEmpty()) {
                at.wrong("form.document.needed");
            }
            return text;
        } catch (BadValue e) {
            faults.add(new Fault(at.pointer, e.reason()));
            return "";
        }
    }

    /// A sentence as `{"en":"…","de":"…"}`, or as a text, which is the English one.
    Words words(String key, int most, boolean needed) {
        if (at(key).node.isString()) {
            return new Words(text(key, new Kind.Prose(most), needed), "");
        }
        if (!has(key)) {
            if (needed) {
                at(key).wrong("form.document.needed");
            }
            return Words.NONE;
        }
        var at = at(key);
        if (!at.object(Set.of("en", "de"))) {
            return Words.NONE;
        }
        return new Words(at.text("en", new Kind.Prose(most), true), at.lines("de", most));
    }

    boolean yes(String key) {
        if (!has(key)) {
            return false;
        }
        if (!at(key).node.isBoolean()) {
            at(key).wrong("kernel.value.not_yes_no", "");
        }
        return at(key).node.asBoolean(false);
    }

    int whole(String key, int otherwise, int least, int most) {
        if (!has(key)) {
            return otherwise;
        }
        try {
            return Math.toIntExact(new Kind.Whole(least, most).fromJson(at(key).node));
        } catch (BadValue e) {
            faults.add(new Fault(at(key).pointer, e.reason()));
            return otherwise;
        }
    }

    @Nullable
    BigDecimal decimal(String key) {
        try {
            return has(key) ? new Kind.Decimal().fromJson(at(key).node) : null;
        } catch (BadValue e) {
            faults.add(new Fault(at(key).pointer, e.reason()));
            return null;
        }
    }

    @Nullable
    Money money(String key) {
        try {
            return has(key) ? new Kind.Amount().fromJson(at(key).node) : null;
        } catch (BadValue e) {
            faults.add(new Fault(at(key).pointer, e.reason()));
            return null;
        }
    }
}
