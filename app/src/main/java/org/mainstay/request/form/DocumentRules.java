package org.mainstay.request.form;

import java.util.List;
import java.util.Map;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Rule;

/// Documents are checked whenever they are saved, and kept in one form of text.
final class DocumentRules {

    private static final int MOST = 20;

    private DocumentRules() {}

    /// The document of a form as a problem of a save tells it.
    static Problem problem(Fault fault) {
        return new Problem(
                FormType.DOCUMENT.code(), Message.of("form.document.fault", fault.pointer(), fault.reason()));
    }

    private static void refuse(Draft draft, List<Fault> faults) {
        faults.stream().limit(MOST).forEach(it -> draft.refuse(problem(it)));
    }

    /// @param of the attribute that is checked
    private static boolean passed(Draft draft, Attribute<?> of) {
        return draft.get(of) == null || draft.plan().asItWas() || !(draft.created() || draft.changes(of));
    }

    static final class OfForms implements Rule {

        @Override
        public String type() {
            return FormType.FORM.code();
        }

        @Override
        public void apply(Draft draft) {
            var text = draft.get(FormType.DOCUMENT);
            if (text == null || passed(draft, FormType.DOCUMENT)) {
                return;
            }
            switch (DocumentReader.form(text)) {
                case DocumentRead.Bad<FormDocument>(var faults) -> refuse(draft, faults);
                case DocumentRead.Good<FormDocument>(var document) -> {
                    var sets = StoredSets.of(document, draft.lookup());
                    draft.set(FormType.DOCUMENT, DocumentWriter.form(document));
                    draft.set(FormType.SETS, sets.ids().isEmpty() ? null : sets.ids());
                    if (FormCheck.of(document, sets.questions()) instanceof FormCheck.Checked.Bad(var faults)) {
                        refuse(draft, faults);
                    }
                }
            }
        }
    }

    static final class OfSets implements Rule {

        @Override
        public String type() {
            return QuestionSetType.QUESTION_SET.code();
        }

        @Override
        public void apply(Draft draft) {
            var text = draft.get(QuestionSetType.DOCUMENT);
            if (text == null || passed(draft, QuestionSetType.DOCUMENT)) {
                return;
            }
            switch (DocumentReader.set(text)) {
                case DocumentRead.Bad<List<Question>>(var faults) -> refuse(draft, faults);
                case DocumentRead.Good<List<Question>>(var questions) -> {
                    draft.set(QuestionSetType.DOCUMENT, DocumentWriter.set(questions));
                    refuse(draft, FormCheck.set(questions));
                }
            }
        }
    }

    /// A version is called by its form and its revision, and is as whole as a form is when it is published.
    static final class OfVersions implements Rule {

        @Override
        public String type() {
            return FormVersionType.FORM_VERSION.code();
        }

        @Override
        public void apply(Draft draft) {
            var form = draft.get(FormVersionType.FORM);
            var revision = draft.get(FormVersionType.REVISION);
            var text = draft.get(FormVersionType.DOCUMENT);
            if (!draft.created() || form == null || revision == null || text == null) {
                return;
            }
            var name = draft.lookup().get(FormType.FORM, form).map(it -> it.need(FormType.NAME));
            draft.set(FormVersionType.NAME, name.orElse("") + " · " + revision);
            switch (DocumentReader.form(text)) {
                case DocumentRead.Bad<FormDocument>(var faults) -> refuse(draft, faults);
                case DocumentRead.Good<FormDocument>(var document) -> {
                    if (FormCheck.of(document, Map.of()) instanceof FormCheck.Checked.Bad(var faults)) {
                        refuse(draft, faults);
                    }
                }
            }
        }
    }
}
