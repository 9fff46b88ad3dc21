package org.mainstay.kernel.blob;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/// Contents of files by their hash, streamed in and out. What refers to a blob does so by a foreign key
/// to `kernel.blob (hash)`; a blob that nothing refers to is swept some time after it was brought.
public interface Blobs {

    /// Stores everything the stream holds. Each chunk is committed by itself, so that a slow sender keeps
    /// no transaction open; nothing can be read before all is there. To be called outside of
    /// transactions, unless the content is in memory already and short.
    ///
    /// @param limit the greatest number of bytes to accept
    /// @throws TooLarge when there is more; nothing is kept then
    Blob put(InputStream content, long limit) throws IOException;

    /// The content, read chunk by chunk. The last chunk is handed out only when all of them add up to the
    /// hash.
    InputStream open(Blob blob);

    /// Removes some of what nothing refers to and nobody brought since the instant, abandoned uploads
    /// included.
    ///
    /// @return how many; there may be more unless it is zero
    int sweep(Instant olderThan);

    /// More bytes were sent than are accepted.
    final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        private final long limit;

        public TooLarge(long limit) {
            super("more than " + limit + " bytes");
            this.limit = limit;
        }

        public long limit() {
            return limit;
        }
    }
}
