package org.mainstay.request.form;

import java.util.Locale;

/// A text that people read, in English and, where somebody wrote it, in German.
///
/// @param de empty where the English has to do
public record Words(String en, String de) {

    static final Words NONE = new Words("", "");

    public boolean isEmpty() {
        return en.isEmpty();
    }

    public String in(Locale reader) {
        return de.isEmpty() || !reader.getLanguage().equals("de") ? en : de;
    }
}
