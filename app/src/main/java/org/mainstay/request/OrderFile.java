package org.mainstay.request;

import java.util.UUID;
import org.mainstay.conversation.Attach;
import org.mainstay.kernel.blob.Blob;
import org.mainstay.kernel.record.Plan;

/// A file that somebody gave with an answer, kept until what it belongs to is ordered.
record OrderFile(UUID id, String name, String mediaType, Blob blob) {

    /// The same as a file of a record.
    Attach attached() {
        return new Attach(Plan.newId(), name, mediaType, blob, false, null);
    }
}
