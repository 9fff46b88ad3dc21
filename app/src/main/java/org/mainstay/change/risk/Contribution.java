package org.mainstay.change.risk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.Change.Risk;
import org.mainstay.kernel.record.Message;

/// One reason for the risk of a change.
///
/// @param code of the fact or the question
/// @param least class that it makes by itself; null for none
/// @param known not, where it could not be found out or nobody answered
/// @param rule that made it count; null where none did, or an answer has points of its own
record Contribution(
        String code,
        Source source,
        long points,
        @Nullable Risk least,
        Message text,
        boolean known,
        @Nullable UUID rule) {

    enum Source {
        FACT,
        QUESTIONNAIRE
    }
}
