package org.mainstay.conversation;

import java.text.Normalizer;
import java.util.Locale;

/// Names of files as people send them, made harmless.
public final class FileNames {

    private static final int LONGEST = 200;
    private static final int LONGEST_EXTENSION = 20;
    private static final String NAMELESS = "file";

    private FileNames() {}

    /// Without folders, control and invisible characters (those that turn the direction of text among
    /// them), leading dots and what file systems refuse; at most 200 characters, with the extension kept;
    /// never empty.
    public static String clean(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder();
        Normalizer.normalize(last, Normalizer.Form.NFC).codePoints().forEach(it -> {
            switch (Character.getType(it)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.UNASSIGNED,
                        Character.PRIVATE_USE -> {}
                case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    kept.append(' ');
                default -> kept.appendCodePoint("<>:\"|?*".indexOf(it) < 0 ? it : '_');
            }
        });
        var clean = kept.toString().strip();
        while (clean.startsWith(".")) {
            clean = clean.substring(1).strip();
        }
        while (clean.endsWith(".")) {
            clean = clean.substring(0, clean.length() - 1).strip();
        }
        return clean.isEmpty() ? NAMELESS : shortened(clean);
    }

    /// What stands behind the last dot, in lower case; empty where there is none.
    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 1 || name.length() - dot > LONGEST_EXTENSION
                ? ""
                : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        var extension = extension(name);
        var tail = extension.isEmpty() ? "" : "." + extension;
        int end = LONGEST - tail.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end).strip() + tail;
    }
}
