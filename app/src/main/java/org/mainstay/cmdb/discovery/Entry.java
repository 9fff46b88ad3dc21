package org.mainstay.cmdb.discovery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of what an agent told, the same for XML and JSON: named texts and named entries, each name as often as it
/// came. Names are lower case, texts are clean.
final class Entry {

    private static final Entry NOTHING = new Entry();

    private final List<String> names = new ArrayList<>(8);
    private final List<Object> values = new ArrayList<>(8);

    void add(String name, String text) {
        var clean = Texts.clean(text);
        if (!clean.isEmpty()) {
            names.add(name);
            values.add(clean);
        }
    }

    void add(String name, Entry entry) {
        names.add(name);
        values.add(entry);
    }

    /// The first text there is under the first of the names that has one.
    @Nullable
    String text(String... anyOf) {
        for (var name : anyOf) {
            for (int i = 0; i < names.size(); i++) {
                if (values.get(i) instanceof String text && names.get(i).equals(name)) {
                    return text;
                }
            }
        }
        return null;
    }

    /// The same, or the empty text.
    String textOrEmpty(String... anyOf) {
        var text = text(anyOf);
        return text == null ? "" : text;
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            if (values.get(i) instanceof String text && names.get(i).equals(name)) {
                texts.add(text);
            }
        }
        return texts;
    }

    List<Entry> entries(String name) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < names.size(); i++) {
            if (values.get(i) instanceof Entry entry && names.get(i).equals(name)) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /// The first entry of that name, or one that holds nothing.
    Entry entry(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (values.get(i) instanceof Entry entry && names.get(i).equals(name)) {
                return entry;
            }
        }
        return NOTHING;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /// Yes in any of the ways agents say it.
    boolean yes(String name) {
        var text = textOrEmpty(name);
        return text.equals("1") || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes");
    }
}
