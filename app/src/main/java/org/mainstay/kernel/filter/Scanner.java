package org.mainstay.kernel.filter;

/// Walks over a filter text. What ends a piece depends on where it stands: a value may hold `:` and `<`,
/// a name may not.
final class Scanner {

    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    void skipBlanks() {
        while (!ended() && boundary(at, "")) {
            at++;
        }
    }

    /// How far it has come.
    int at() {
        return at;
    }

    /// What was taken since then, as it was written.
    String since(int from) {
        return text.substring(from, at);
    }

    boolean ended() {
        return at == text.length();
    }

    boolean sees(char expected) {
        return !ended() && text.charAt(at) == expected;
    }

    /// Takes the character if it comes next.
    boolean takes(char expected) {
        boolean seen = sees(expected);
        if (seen) {
            at++;
        }
        return seen;
    }

    /// Takes the minus of `-term`; one that stands alone is a word.
    boolean takesMinus() {
        boolean negates = sees('-') && at + 1 < text.length() && !boundary(at + 1, ")");
        if (negates) {
            at++;
        }
        return negates;
    }

    /// Takes a keyword that stands alone, in any case.
    boolean takes(String keyword) {
        boolean seen = sees(keyword);
        if (seen) {
            at += keyword.length();
        }
        return seen;
    }

    boolean sees(String keyword) {
        return text.regionMatches(true, at, keyword, 0, keyword.length())
                && (at + keyword.length() == text.length() || boundary(at + keyword.length(), "()\""));
    }

    /// The next character, for an error that points at it; empty at the end.
    Piece next() {
        int end = ended() ? at : text.offsetByCodePoints(at, 1);
        return new Piece(text.substring(at, end), at, end - at, false);
    }

    /// What looks like an attribute's name and stands before a sign, or nothing, and then nothing is
    /// taken.
    Piece name() {
        int end = at;
        while (end < text.length() && inName(text.charAt(end))) {
            end++;
        }
        boolean named = end > at && isLetter(text.charAt(at)) && signLength(end) > 0;
        return take(named ? end : at);
    }

    /// One of `:` `=` `!=` `~` `<` `<=` `>` `>=`, or nothing.
    Piece sign() {
        return take(at + signLength(at));
    }

    private int signLength(int from) {
        if (from >= text.length()) {
            return 0;
        }
        boolean equals = from + 1 < text.length() && text.charAt(from + 1) == '=';
        return switch (text.charAt(from)) {
            case ':', '=', '~' -> 1;
            case '<', '>' -> equals ? 2 : 1;
            case '!' -> equals ? 2 : 0;
            default -> 0;
        };
    }

    /// A word of free text.
    Piece word() {
        return until("()\"");
    }

    /// A value: quoted, or up to a blank, a comma, a parenthesis or a quote; empty where there is none.
    Piece value() {
        return sees('"') ? quoted() : until("()\",");
    }

    /// Whether what was just taken ends here, with a blank, a comma or a parenthesis.
    boolean atBoundary() {
        return ended() || boundary(at, "(),");
    }

    /// @throws Mistake when the quotes are not closed
    Piece quoted() {
        int from = at++;
        var value = new StringBuilder();
        while (!ended() && !sees('"')) {
            if (sees('\\') && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (!takes('"')) {
            throw Mistake.at(new Piece("\"", from, 1, false), "kernel.filter.quote_not_closed");
        }
        return new Piece(value.toString(), from, at - from, true);
    }

    private Piece until(String stops) {
        int end = at;
        while (end < text.length() && !boundary(end, stops)) {
            end++;
        }
        return take(end);
    }

    private Piece take(int end) {
        var piece = new Piece(text.substring(at, end), at, end - at, false);
        at = end;
        return piece;
    }

    private boolean boundary(int position, String stops) {
        char there = text.charAt(position);
        return Character.isWhitespace(there) || Character.isSpaceChar(there) || stops.indexOf(there) >= 0;
    }

    private static boolean isLetter(char there) {
        return (there >= 'a' && there <= 'z') || (there >= 'A' && there <= 'Z');
    }

    private static boolean inName(char there) {
        return isLetter(there) || (there >= '0' && there <= '9') || there == '_' || there == '.';
    }
}
