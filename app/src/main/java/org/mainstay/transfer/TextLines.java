package org.mainstay.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/// The lines of a text that are not blank, none of them longer than it may be.
public final class TextLines implements Closeable {

    private final Reader text;
    private long number;

    public TextLines(Reader text) {
        this.text = text;
    }

    /// The number of the line that was read last, from 1.
    public long number() {
        return number;
    }

    /// The next line, or null at the end.
    ///
    /// @throws BadFile when it is too long
    public @Nullable String next() throws IOException {
        for (var line = line(); line != null; line = line()) {
            if (!line.isBlank()) {
                return line;
            }
        }
        return null;
    }

    private @Nullable String line() throws IOException {
        var found = new StringBuilder();
        number++;
        for (int unit = text.read(); unit != '\n'; unit = text.read()) {
            if (unit < 0) {
                return found.isEmpty() ? null : found.toString();
            }
            found.append((char) unit);
            if (found.length() > Rows.MOST_CHARACTERS) {
                throw new BadFile("transfer.file.line_too_long", number, Rows.MOST_CHARACTERS);
            }
        }
        return found.toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
