package org.mainstay.request;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import org.mainstay.conversation.Comment;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Step;

/// What verbs ask for that is not simply an attribute.
final class Questions {

    static final Attribute<String> REASON = Attribute.column("reason", new Kind.Prose());
    static final Attribute<String> NEEDED_REASON = Attribute.column("reason", new Kind.Prose(), REQUIRED);
    static final Attribute<String> COMMENT = Attribute.column("comment", new Kind.Prose());

    private Questions() {}

    /// Refuses an act without an answer.
    static void must(Acting acting, Attribute<String> question, String key, Object... arguments) throws Refusal {
        var text = acting.answer(question);
        if (text == null || text.isBlank()) {
            throw new Refusal(Problem.at(question, key, arguments));
        }
    }

    /// The answer as a comment of the record, where there is one.
    static void said(Acting acting, Attribute<String> question, boolean internal, Step.Edit edit) {
        var text = acting.answer(question);
        if (text != null && !text.isBlank()) {
            edit.add(new Comment(text, internal));
        }
    }
}
