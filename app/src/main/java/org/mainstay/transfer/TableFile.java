package org.mainstay.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Texts;

/// A file that somebody sent, as other modules read it: unpacked, decoded, and never more than it may be.
public final class TableFile {

    private static final int LONGEST_NAME = 120;

    private TableFile() {}

    /// The name of a file without what a path or a control character could do; of a long one its beginning and end.
    public static String name(@Nullable String given) {
        var name = Objects.requireNonNullElse(given, "")
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        var end = name.substring(name.length() - 50);
        return Texts.cut(name, 60) + "…" + (Character.isLowSurrogate(end.charAt(0)) ? end.substring(1) : end);
    }

    /// @param size of the file as it was sent
    /// @param charset as `utf-8` or `windows-1252`; empty for UTF-8 or what a byte order mark says
    /// @throws BadFile when it is no text
    public static Reader text(InputStream content, long size, String charset) throws IOException {
        return Decoded.open(Unpacked.open(content, size), charset);
    }

    /// The rows of a CSV file.
    ///
    /// @param separator between fields; empty where the first row is to tell
    /// @param headed whether the first row names the columns; else they are called by their place, from 1
    public static Rows csv(Reader text, String separator, boolean headed) throws IOException {
        return CsvRows.open(text, separator, headed);
    }
}
