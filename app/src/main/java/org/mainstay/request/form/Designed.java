package org.mainstay.request.form;

import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// What is designed: a form, or a set of questions, which is worked on as a form of one section that is always there.
enum Designed {
    FORM(FormType.FORM, FormType.DOCUMENT),
    SET(QuestionSetType.QUESTION_SET, QuestionSetType.DOCUMENT);

    private final RecordType<Snapshot> type;
    private final Attribute<String> document;

    Designed(RecordType<Snapshot> type, Attribute<String> document) {
        this.type = type;
        this.document = document;
    }

    RecordType<Snapshot> type() {
        return type;
    }

    Attribute<String> document() {
        return document;
    }

    String text(Snapshot record) {
        return record.need(document);
    }

    static Designed of(Snapshot record) {
        return record.type().code().equals(FORM.type.code()) ? FORM : SET;
    }

    /// The document as that of a form.
    ///
    /// @param name of the record
    DocumentRead<FormDocument> read(String text, String name) {
        return this == FORM ? DocumentReader.form(text) : DocumentReader.setAsForm(text, name);
    }
}
