package org.mainstay.transfer;

/// Texts that a spreadsheet would compute are given with an apostrophe before them, and taken back
/// without it. What is taken back is always what was given.
final class Neutral {

    /// What a spreadsheet takes for the beginning of a formula, full-width forms included.
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private static final char APOSTROPHE = '\'';

    private Neutral() {}

    static String of(String text) {
        return computed(text) && !text.matches("-?\\d+(\\.\\d+)?") ? APOSTROPHE + text : text;
    }

    static String undone(String text) {
        return !text.isEmpty() && text.charAt(0) == APOSTROPHE && computed(text) ? text.substring(1) : text;
    }

    /// Whether a formula follows, behind any number of apostrophes.
    private static boolean computed(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == APOSTROPHE) {
            first++;
        }
        return first < text.length() && FORMULA.indexOf(text.charAt(first)) >= 0;
    }
}
