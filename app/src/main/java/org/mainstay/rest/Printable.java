package org.mainstay.rest;

/// Text from outside as it may be repeated in an answer: short, and without what JSON cannot carry or a
/// terminal would obey.
final class Printable {

    private static final int LONGEST = 500;
    private static final int REPLACEMENT = 0xfffd;

    private Printable() {}

    static String of(String text) {
        var printable = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(it ->
                        Character.isISOControl(it) || (it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE)
                                ? REPLACEMENT
                                : it)
                .forEach(printable::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST
                ? printable.append('…').toString()
                : printable.toString();
    }
}
