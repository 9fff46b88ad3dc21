package org.mainstay.transfer;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Text out of bytes: a byte order mark decides, else what was declared, else UTF-8. Bytes that are no
/// text in that encoding end it with a sentence instead of becoming question marks.
final class Decoded extends FilterReader {

    static final List<String> KNOWN =
            List.of("utf-8", "utf-16", "utf-16le", "utf-16be", "windows-1252", "iso-8859-1", "iso-8859-15");

    private final String charset;

    private Decoded(Reader in, String charset) {
        super(in);
        this.charset = charset;
    }

    /// @param declared one of [#KNOWN], or empty
    static Reader open(InputStream content, String declared) throws IOException {
        var peeked = new PushbackInputStream(content, 4);
        var head = peeked.readNBytes(4);
        var charset = declared.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(declared);
        int mark = 0;
        if (at(head, 0) == 0xef && at(head, 1) == 0xbb && at(head, 2) == 0xbf) {
            charset = StandardCharsets.UTF_8;
            mark = 3;
        } else if (at(head, 0) == 0xff && at(head, 1) == 0xfe) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (at(head, 0) == 0xfe && at(head, 1) == 0xff) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        } else if (declared.isEmpty() && (at(head, 0) == 0) != (at(head, 1) == 0)) {
            throw new BadFile("transfer.file.utf16_without_mark");
        }
        peeked.unread(head, mark, head.length - mark);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new Decoded(
                new BufferedReader(new InputStreamReader(peeked, decoder), 1 << 15),
                charset.name().toLowerCase(Locale.ROOT));
    }

    private static int at(byte[] head, int index) {
        return index < head.length ? head[index] & 0xff : -1;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (CharacterCodingException e) {
            throw new BadFile("transfer.file.not_in_charset", charset);
        }
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        try {
            return super.read(into, from, length);
        } catch (CharacterCodingException e) {
            throw new BadFile("transfer.file.not_in_charset", charset);
        }
    }
}
