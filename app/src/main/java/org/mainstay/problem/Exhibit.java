package org.mainstay.problem;

import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Attachment;
import org.mainstay.conversation.PostedComment;
import org.mainstay.conversation.Timeline;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;

/// Evidence as one reader sees it.
///
/// @param record to which it leads; null where there is none, or none for the reader
/// @param whole the record itself, where something within it is meant
/// @param hidden whether the reader is told no more than that there is something, because they do not see it or it is
///     gone
/// @param entry a timeline of nothing but the entry that is meant
/// @param by who put it there
/// @param who said or did it
record Exhibit(
        Evidence evidence,
        @Nullable Label record,
        @Nullable Snapshot whole,
        @Nullable PostedComment comment,
        @Nullable Attachment attachment,
        @Nullable Timeline entry,
        boolean hidden,
        @Nullable Label by,
        @Nullable Label who) {

    Exhibit by(@Nullable Label actor) {
        return new Exhibit(evidence, record, whole, comment, attachment, entry, hidden, by, actor);
    }
}
