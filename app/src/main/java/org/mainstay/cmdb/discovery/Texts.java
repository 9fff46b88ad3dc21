package org.mainstay.cmdb.discovery;

/// Texts of strangers, made harmless to store and to show: on one line, without control characters and without those
/// that turn the direction of writing, and never longer than it takes.
final class Texts {

    /// Of any value.
    static final int LONGEST = 1_000;

    /// Of a name.
    static final int LONGEST_NAME = 200;

    private Texts() {}

    /// Markup stays what it is: text.
    static String clean(String text) {
        var clean = new StringBuilder(Math.min(text.length(), LONGEST));
        for (int i = 0; i < text.length() && clean.length() < LONGEST; ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (Character.isWhitespace(point) || point == 0xa0) {
                if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
            } else if (shown(point)) {
                clean.appendCodePoint(point);
            }
        }
        return cut(clean.toString(), LONGEST).strip();
    }

    private static boolean shown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.FORMAT -> false;
            default -> true;
        };
    }

    static String cut(String text, int most) {
        return org.mainstay.kernel.record.Texts.cut(text, most);
    }
}
