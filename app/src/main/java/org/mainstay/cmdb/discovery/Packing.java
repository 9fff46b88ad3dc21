package org.mainstay.cmdb.discovery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// How a body was packed. The bytes themselves say it: what agents declare is often wrong.
public enum Packing {
    NONE,
    ZLIB,
    GZIP,
    DEFLATE;

    /// A body is at most this many bytes once unpacked.
    static final long MOST = 64L << 20;

    /// Text packs to a twentieth; what unpacks to more than this many times is a bomb.
    private static final long RATIO = 200;

    /// What is small anyway may unpack to this much.
    private static final long SMALL = 1L << 20;

    static Packing of(byte[] body) {
        int first = at(body, 0);
        int second = at(body, 1);
        if (first == 0x1f && second == 0x8b) {
            return GZIP;
        }
        if (text(body)) {
            return NONE;
        }
        return (first & 0x0f) == 8 && (first * 256 + second) % 31 == 0 ? ZLIB : DEFLATE;
    }

    private static boolean text(byte[] body) {
        int start = 0;
        while (start < body.length && Character.isWhitespace(body[start])) {
            start++;
        }
        int first = at(body, start);
        boolean mark = first == 0xef && at(body, start + 1) == 0xbb
                || first == 0xff && at(body, start + 1) == 0xfe
                || first == 0xfe && at(body, start + 1) == 0xff;
        return mark || first < 0 || first == '<' || first == '{' || first == 0 && at(body, start + 1) == '<';
    }

    private static int at(byte[] body, int index) {
        return index < body.length ? body[index] & 0xff : -1;
    }

    /// The body as it was before it was packed. Reading it fails with a [BadPayload] where it is broken or a bomb.
    InputStream open(byte[] body) throws BadPayload {
        var packed = new ByteArrayInputStream(body);
        var most = this == NONE ? MOST : Math.min(MOST, Math.max(SMALL, body.length * RATIO));
        try {
            return new Bounded(
                    switch (this) {
                        case NONE -> packed;
                        case ZLIB -> new Inflated(packed, new Inflater());
                        case DEFLATE -> new Inflated(packed, new Inflater(true));
                        case GZIP -> new GZIPInputStream(packed, 1 << 14);
                    },
                    most);
        } catch (IOException e) {
            throw new BadPayload("discovery.packed_broken");
        }
    }

    byte[] pack(byte[] body) {
        var packed = new ByteArrayOutputStream();
        try (var out = packing(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private OutputStream packing(OutputStream to) throws IOException {
        return switch (this) {
            case NONE -> to;
            case ZLIB -> new DeflaterOutputStream(to);
            case DEFLATE -> new DeflaterOutputStream(to, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
            case GZIP -> new GZIPOutputStream(to);
        };
    }

    /// Frees what the inflater holds outside the heap.
    private static final class Inflated extends InflaterInputStream {

        Inflated(InputStream packed, Inflater inflater) {
            super(packed, inflater, 1 << 14);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }

    private static final class Bounded extends FilterInputStream {

        private final long most;
        private long read;

        Bounded(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int more;
            try {
                more = super.read(bytes, from, length);
            } catch (ZipException | EOFException e) {
                throw new BadPayload("discovery.packed_broken");
            }
            read += Math.max(0, more);
            if (read > most) {
                throw new BadPayload("discovery.unpacks_to_too_much", most >> 20);
            }
            return more;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
