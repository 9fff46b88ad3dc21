package org.mainstay.cmdb.discovery;

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
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The characters of an XML document in the encoding it declares. A document that declares one and is written in
/// another is refused, instead of becoming question marks.
final class XmlText extends FilterReader {

    private static final Set<String> KNOWN = Set.of(
            "utf-8",
            "us-ascii",
            "iso-8859-1",
            "iso-8859-2",
            "iso-8859-15",
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "utf-16",
            "utf-16le",
            "utf-16be");

    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,100}?\\sencoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9._-]{1,40})[\"']");

    private static final int HEAD = 400;

    private final Charset charset;

    private XmlText(Reader in, Charset charset) {
        super(in);
        this.charset = charset;
    }

    /// What the first bytes are, whatever the document says of itself.
    ///
    /// @param mark how many of them are a byte order mark
    private record Seen(Charset charset, int mark) {

        static Seen of(byte[] head) {
            int first = at(head, 0);
            int second = at(head, 1);
            if (first == 0xef && second == 0xbb && at(head, 2) == 0xbf) {
                return new Seen(StandardCharsets.UTF_8, 3);
            }
            if (first == 0xff && second == 0xfe) {
                return new Seen(StandardCharsets.UTF_16LE, 2);
            }
            if (first == 0xfe && second == 0xff) {
                return new Seen(StandardCharsets.UTF_16BE, 2);
            }
            if (first == 0 && second == '<') {
                return new Seen(StandardCharsets.UTF_16BE, 0);
            }
            return new Seen(first == '<' && second == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8, 0);
        }

        boolean wide() {
            return charset.name().startsWith("UTF-16");
        }

        @Nullable
        String declared(byte[] head) {
            var readable = wide() ? charset : StandardCharsets.ISO_8859_1;
            var match = DECLARED.matcher(new String(head, mark, head.length - mark, readable));
            return match.find() ? match.group(1).toLowerCase(Locale.ROOT) : null;
        }

        /// Whether a document with these bytes may declare that encoding.
        boolean agrees(String declared) {
            if (wide()) {
                return declared.equals("utf-16") || declared.equalsIgnoreCase(charset.name());
            }
            return mark > 0 ? declared.equals("utf-8") : !declared.startsWith("utf-16");
        }
    }

    static Reader open(InputStream document) throws IOException {
        var peeked = new PushbackInputStream(document, HEAD);
        var head = peeked.readNBytes(HEAD);
        var seen = Seen.of(head);
        peeked.unread(head, seen.mark, head.length - seen.mark);
        var charset = agreed(seen, seen.declared(head));
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new XmlText(new BufferedReader(new InputStreamReader(peeked, decoder), 1 << 15), charset);
    }

    private static Charset agreed(Seen seen, @Nullable String declared) throws BadPayload {
        if (declared == null) {
            return seen.charset;
        }
        if (!KNOWN.contains(declared)) {
            throw new BadPayload("discovery.unknown_charset", declared);
        }
        if (!seen.agrees(declared)) {
            throw new BadPayload("discovery.other_charset", declared, seen.charset.name());
        }
        return seen.wide() ? seen.charset : Charset.forName(declared);
    }

    private static int at(byte[] head, int index) {
        return index < head.length ? head[index] & 0xff : -1;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (CharacterCodingException e) {
            throw new BadPayload("discovery.not_in_charset", charset.name());
        }
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        try {
            return super.read(into, from, length);
        } catch (CharacterCodingException e) {
            throw new BadPayload("discovery.not_in_charset", charset.name());
        }
    }
}
