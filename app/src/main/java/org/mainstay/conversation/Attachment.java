package org.mainstay.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file on a record; its content comes from [Conversations#content].
///
/// @param size in bytes
/// @param comment the comment it came with
public record Attachment(
        UUID id,
        UUID record,
        String name,
        String mediaType,
        long size,
        boolean internal,
        @Nullable UUID comment,
        UUID by,
        Instant at) {

    /// Whether a browser may show it in the page: raster images, recognised by their bytes.
    public boolean image() {
        return MediaTypes.INLINE.contains(mediaType);
    }
}
