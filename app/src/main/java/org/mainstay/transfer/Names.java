package org.mainstay.transfer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.text.Messages;

/// What the attributes of a type are called in files: by their codes, or by their labels in any language.
final class Names {

    private final Map<String, Attribute<?>> byName = new HashMap<>();

    Names(RecordType<?> type, Actor actor, Access access, Messages messages) {
        var several = new HashSet<String>();
        for (Attribute<?> attribute : access.readable(type, actor)) {
            for (Locale language : Messages.LANGUAGES) {
                var label = folded(messages.attribute(type, attribute, language));
                var other = byName.put(label, attribute);
                if (other != null && other != attribute) {
                    several.add(label);
                }
            }
        }
        byName.keySet().removeAll(several);
        access.readable(type, actor).forEach(it -> byName.put(folded(it.code()), it));
    }

    @Nullable
    Attribute<?> find(String column) {
        return byName.get(folded(column));
    }

    private static String folded(String name) {
        return Texts.fold(name.strip()).replaceAll("[\\s_-]+", "_");
    }

    static String clip(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
