package org.mainstay.change;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import java.time.Instant;
import org.mainstay.change.Change.Outcome;
import org.mainstay.conversation.Comment;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Step;

/// What verbs ask for that is not simply an attribute.
final class Questions {

    static final Attribute<String> COMMENT = Attribute.column("comment", new Kind.Prose());
    static final Attribute<String> NEEDED_REASON = Attribute.column("reason", new Kind.Prose(), REQUIRED);
    static final Attribute<Outcome> OUTCOME = Attribute.column("outcome", ChangeType.OUTCOME.kind(), REQUIRED);
    static final Attribute<Instant> ACTUAL_END = Attribute.column("actual_end", ChangeType.ACTUAL_END.kind());

    private Questions() {}

    /// The answer as a comment of the record, where there is one.
    static void said(Acting acting, Attribute<String> question, Step.Edit edit) {
        var text = acting.answer(question);
        if (text != null && !text.isBlank()) {
            edit.add(new Comment(text, false));
        }
    }

    /// What did not go as it should is explained.
    static void explained(Outcome outcome, Acting acting) throws Refusal {
        var text = acting.answer(COMMENT);
        if (outcome != Outcome.SUCCESSFUL && (text == null || text.isBlank())) {
            throw new Refusal(Problem.at(COMMENT, "change.outcome.explain"));
        }
    }
}
