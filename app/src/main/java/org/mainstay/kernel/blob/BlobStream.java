package org.mainstay.kernel.blob;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.function.IntFunction;

/// Reads a blob's chunks one after the other and checks them against its size and hash.
final class BlobStream extends InputStream {

    private final Blob blob;
    private final IntFunction<byte[]> chunks;
    private final MessageDigest hash = PostgresBlobs.sha256();
    private byte[] chunk = new byte[0];
    private int position;
    private int next;
    private long seen;

    /// @param chunks the content's n-th chunk, empty behind the last
    BlobStream(Blob blob, IntFunction<byte[]> chunks) {
        this.blob = blob;
        this.chunks = chunks;
    }

    @Override
    public int read() throws IOException {
        return advance() ? chunk[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean advance() throws IOException {
        if (position < chunk.length) {
            return true;
        }
        if (seen == blob.size()) {
            return false;
        }
        chunk = chunks.apply(next++);
        position = 0;
        seen += chunk.length;
        hash.update(chunk);
        if (chunk.length == 0 || seen > blob.size()) {
            throw new IOException("stored content is incomplete");
        }
        if (seen == blob.size() && !MessageDigest.isEqual(hash.digest(), blob.digest())) {
            throw new IOException("stored content does not have its hash");
        }
        return true;
    }
}
