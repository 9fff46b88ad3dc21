package org.mainstay.kernel.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a filter text into tokens; never fails.
final class Lexer {

    enum Sort {
        OPEN,
        CLOSE,
        MINUS,
        AND,
        OR,
        NOT,
        WORD,
        QUOTED,
        SIGN,
        COMMA,
        END
    }

    /// @param at 0-based position
    /// @param text without quotes and escapes
    /// @param spaced whether a blank stands before it
    record Token(Sort sort, String text, int at, int length, boolean spaced) {}

    private static final String SIGNS = ":=<>!~";

    private final String text;
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    List<Token> tokens() {
        var tokens = new ArrayList<Token>();
        boolean spaced = true;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (Character.isWhitespace(next)) {
                spaced = true;
                at++;
                continue;
            }
            tokens.add(token(next, spaced));
            spaced = false;
        }
        tokens.add(new Token(Sort.END, "", text.length(), 0, spaced));
        return tokens;
    }

    private Token token(char next, boolean spaced) {
        int from = at;
        return switch (next) {
            case '(' -> single(Sort.OPEN, spaced);
            case ')' -> single(Sort.CLOSE, spaced);
            case ',' -> single(Sort.COMMA, spaced);
            case '"' -> quoted(spaced);
            case ':', '=', '~' -> single(Sort.SIGN, spaced);
            case '<', '>', '!' -> {
                at++;
                if (at < text.length() && text.charAt(at) == '=') {
                    at++;
                }
                yield new Token(Sort.SIGN, text.substring(from, at), from, at - from, spaced);
            }
            case '-' ->
                spaced && at + 1 < text.length() && startsTerm(text.charAt(at + 1))
                        ? single(Sort.MINUS, true)
                        : word(spaced);
            default -> word(spaced);
        };
    }

    private static boolean startsTerm(char next) {
        return Character.isLetter(next) || next == '(' || next == '"';
    }

    private Token single(Sort sort, boolean spaced) {
        at++;
        return new Token(sort, text.substring(at - 1, at), at - 1, 1, spaced);
    }

    private Token quoted(boolean spaced) {
        int from = at++;
        var value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        at = Math.min(text.length(), at + 1);
        return new Token(Sort.QUOTED, value.toString(), from, at - from, spaced);
    }

    private Token word(boolean spaced) {
        int from = at;
        while (at < text.length() && inWord(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            at++;
        }
        var word = text.substring(from, at);
        var sort =
                switch (word.toLowerCase(Locale.ROOT)) {
                    case "and" -> Sort.AND;
                    case "or" -> Sort.OR;
                    case "not" -> Sort.NOT;
                    default -> Sort.WORD;
                };
        return new Token(sort, word, from, at - from, spaced);
    }

    /// A colon ends a name but not a time: `10:30` and `2026-11-01T10:00:00Z` are one word.
    private boolean inWord(char next) {
        if (next == ':') {
            return at > 0
                    && at + 1 < text.length()
                    && Character.isDigit(text.charAt(at - 1))
                    && Character.isDigit(text.charAt(at + 1));
        }
        return !Character.isWhitespace(next)
                && next != '(' && next != ')' && next != ',' && next != '"'
                && SIGNS.indexOf(next) < 0;
    }
}
