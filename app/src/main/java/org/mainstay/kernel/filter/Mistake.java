package org.mainstay.kernel.filter;

import java.util.List;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Message;

/// Ends the reading of a condition with its error; never leaves [Grammar#read].
public final class Mistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FilterError error;

    private Mistake(Piece piece, List<String> suggestions, Message reason) {
        super(reason.key(), null, false, false);
        error = new FilterError(piece.at() + 1, piece.length(), reason, suggestions);
    }

    public static Mistake at(Piece piece, String key, Object... arguments) {
        return new Mistake(piece, List.of(), Message.of(key, arguments));
    }

    public static Mistake at(Piece piece, List<String> suggestions, String key, Object... arguments) {
        return new Mistake(piece, suggestions, Message.of(key, arguments));
    }

    public static Mistake at(Piece piece, BadValue bad, List<String> suggestions) {
        return new Mistake(piece, suggestions, bad.reason());
    }

    FilterError error() {
        return error;
    }

    /// As much of a text from outside as an error repeats.
    public static String clip(String text) {
        return text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
    }
}
