package org.mainstay.flow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a run has to be told.
///
/// @param step that it is about; null where about the run
/// @param outcome how a step ended, why it failed, or what a message is called
/// @param by who says so; null for nobody
record Signal(
        long id,
        Kind kind,
        @Nullable UUID step,
        @Nullable String outcome,
        @Nullable UUID by) {

    enum Kind {
        BEGIN,
        DONE,
        FAILED,
        /// Something of the record has changed.
        LOOK,
        MESSAGE,
        RETRY,
        SKIP,
        TAKE_OVER,
        CANCEL
    }
}
