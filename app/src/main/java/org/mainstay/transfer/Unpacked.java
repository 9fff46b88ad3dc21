package org.mainstay.transfer;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A file's content, unpacked where it is gzip, and never more than it may be. What is no text at all is
/// told apart by how it begins.
final class Unpacked {

    /// Unpacked, a file is at most this many bytes.
    private static final long MOST = 4L << 30;

    /// Text packs to a twentieth; what unpacks to more than this many times is a bomb.
    private static final long RATIO = 200;

    private static final long SMALL = 16L << 20;

    private Unpacked() {}

    /// @param size of the file as it was sent
    /// @throws BadFile when it is another kind of file
    static InputStream open(InputStream stored, long size) throws IOException {
        var peeked = new PushbackInputStream(stored, 4);
        var head = peeked.readNBytes(4);
        peeked.unread(head);
        if (begins(head, 0x1f, 0x8b)) {
            return new Bounded(new Gunzipped(peeked), Math.min(MOST, Math.max(SMALL, size * RATIO)));
        }
        if (begins(head, 'P', 'K', 3, 4)) {
            throw new BadFile("transfer.file.zip");
        }
        if (begins(head, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw new BadFile("transfer.file.zip");
        }
        if (begins(head, '%', 'P', 'D', 'F')) {
            throw new BadFile("transfer.file.no_table");
        }
        return new Bounded(peeked, MOST);
    }

    private static boolean begins(byte[] head, int... with) {
        if (head.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((head[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /// Says in words that a packed file is broken.
    private static final class Gunzipped extends FilterInputStream {

        Gunzipped(InputStream packed) throws IOException {
            super(unpack(packed));
        }

        private static InputStream unpack(InputStream packed) throws IOException {
            try {
                return new GZIPInputStream(packed, 1 << 16);
            } catch (ZipException | EOFException e) {
                throw new BadFile("transfer.file.gzip_broken");
            }
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (ZipException | EOFException e) {
                throw new BadFile("transfer.file.gzip_broken");
            }
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (ZipException | EOFException e) {
                throw new BadFile("transfer.file.gzip_broken");
            }
        }
    }
}
