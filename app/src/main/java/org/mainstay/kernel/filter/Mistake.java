package org.mainstay.kernel.filter;

import java.util.List;
import org.mainstay.kernel.record.Message;

/// Ends the parse of a filter text with its error; never leaves the parser.
final class Mistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FilterError error;

    private Mistake(FilterError error) {
        super(error.reason().key(), null, false, false);
        this.error = error;
    }

    static Mistake at(Lexer.Token token, String key, Object... arguments) {
        return at(token, List.of(), key, arguments);
    }

    static Mistake at(Lexer.Token token, List<String> suggestions, String key, Object... arguments) {
        return new Mistake(
                new FilterError(token.at() + 1, token.length(), Message.of(key, arguments), suggestions));
    }

    FilterError error() {
        return error;
    }
}
