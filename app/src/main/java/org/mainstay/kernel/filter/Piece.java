package org.mainstay.kernel.filter;

/// A stretch of a condition's text.
///
/// @param text without quotes and escapes
/// @param at 0-based position in the text
/// @param length in the text
public record Piece(String text, int at, int length, boolean quoted) {

    /// A stretch of a piece that was not quoted.
    public Piece part(int from, int to) {
        return new Piece(text.substring(from, to), at + from, to - from, false);
    }
}
