package org.mainstay.problem;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import org.mainstay.conversation.Comment;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Step;

/// What verbs ask for that is not simply an attribute.
final class Questions {

    static final Attribute<String> COMMENT = Attribute.column("comment", new Kind.Prose());
    static final Attribute<String> NEEDED_REASON = Attribute.column("reason", new Kind.Prose(), REQUIRED);

    private Questions() {}

    static boolean answered(Acting acting, Attribute<String> question) {
        var text = acting.answer(question);
        return text != null && !text.isBlank();
    }

    /// The answer as a comment of the record, where there is one.
    static void said(Acting acting, Attribute<String> question, Step.Edit edit) {
        var text = acting.answer(question);
        if (text != null && !text.isBlank()) {
            edit.add(new Comment(text, false));
        }
    }
}
