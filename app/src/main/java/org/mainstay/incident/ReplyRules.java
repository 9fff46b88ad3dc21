package org.mainstay.incident;

import java.time.Duration;
import org.mainstay.conversation.Comment;
import org.mainstay.incident.Incident.HoldReason;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Rule;

/// What a public comment means: the caller's answer takes up work that waited for it, or work that was
/// thought to be done; the first answer to the caller is the first response.
///
/// @param window how long after its resolution an incident goes back into work
record ReplyRules(Duration window) implements Rule {

    @Override
    public String type() {
        return "incident";
    }

    @Override
    public void apply(Draft draft) {
        if (draft.created() || draft.plan().asItWas() || !(draft.actor() instanceof Actor.Person)) {
            return;
        }
        boolean caller = draft.actor().id().equals(draft.get(IncidentType.CALLER));
        boolean said = draft.parts().stream().anyMatch(it -> it instanceof Comment comment && !comment.internal());
        if (caller && said && !draft.sets(IncidentType.STATE)) {
            answered(draft);
        }
        if (!caller && draft.get(IncidentType.FIRST_RESPONSE_AT) == null && (said || begins(draft))) {
            draft.set(IncidentType.FIRST_RESPONSE_AT, draft.at());
        }
    }

    private void answered(Draft draft) {
        var before = Incident.of(draft.before().orElseThrow());
        if (before.state() == State.ON_HOLD && before.holdReason() == HoldReason.AWAITING_CALLER) {
            draft.set(IncidentType.STATE, State.IN_PROGRESS, Message.of("incident.reply.resumes"), null);
        } else if (before.state() == State.RESOLVED && before.reopens(draft.at(), window)) {
            draft.set(IncidentType.STATE, State.IN_PROGRESS, Message.of("incident.reply.reopens"), null);
        }
    }

    /// Whether somebody begins to work on what was new.
    private static boolean begins(Draft draft) {
        return draft.changes(IncidentType.STATE)
                && draft.old(IncidentType.STATE) == State.NEW
                && draft.get(IncidentType.STATE) != State.CANCELLED;
    }
}
