package org.mainstay.request.form;

import java.util.UUID;
import org.mainstay.kernel.record.BadValue;

/// Finds the persons, groups, locations and items that answers name.
@FunctionalInterface
interface RecordNames {

    /// Those of answers that were checked once, as they were then.
    RecordNames KEPT = new RecordNames() {
        @Override
        public Answer.Record find(QuestionKind kind, String name) {
            throw new BadValue("form.answer.no_record", name);
        }

        @Override
        public Answer.Record told(QuestionKind kind, String id, String number, String label) {
            try {
                return new Answer.Record(UUID.fromString(id), number, label);
            } catch (IllegalArgumentException e) {
                throw new BadValue("form.answer.no_record", label);
            }
        }
    };

    /// @param kind of the question, which is about a record
    /// @param name id, number, user name, or a label that no other has
    /// @throws BadValue when there is no such record for whoever answers
    Answer.Record find(QuestionKind kind, String name);

    /// One that is given as answers are given out, of which the id counts, else the number.
    default Answer.Record told(QuestionKind kind, String id, String number, String label) {
        return find(kind, id.isEmpty() ? number : id);
    }
}
