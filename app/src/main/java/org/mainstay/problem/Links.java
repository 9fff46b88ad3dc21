package org.mainstay.problem;

import java.util.List;
import org.mainstay.conversation.RecordLink;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;

/// What a record is linked with, from both sides, as far as the actor sees it.
interface Links {

    /// Where nobody asks.
    Links NONE = (_, _) -> List.of();

    List<RecordLink> of(Actor actor, Snapshot record);
}
