package org.mainstay.request.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the page shows on which a form, or a set of questions, is designed.
///
/// @param collection of the record, and what it is called
/// @param href of the page
/// @param version of the record, which changes are made on
/// @param state what is published of a form; where a set is used
/// @param publish href of the action; empty for a set, which is not published by itself
/// @param errors of the form as a whole
/// @param kinds that questions can be of
/// @param sets that can stand in it
public record DesignerView(
        String number,
        String title,
        String collection,
        String plural,
        String href,
        String version,
        String state,
        String publish,
        List<String> errors,
        List<Section> sections,
        List<FormFill.Choice> kinds,
        List<FormFill.Choice> sets,
        @Nullable Editor editor,
        Preview preview) {

    /// Whether it is a set of questions.
    public boolean set() {
        return publish.isEmpty();
    }

    /// Whether what is edited stands there.
    public boolean edits(String spot) {
        return editor != null && editor.spot().equals(spot);
    }

    /// @param next where its next question will be
    public record Section(String spot, String next, String label, String code, String showWhen, List<Line> lines) {}

    /// @param set href of the set of questions that stands there; empty for a question
    /// @param says what else there is to say of it: conditions, whether it is needed
    public record Line(String spot, String label, String code, String kind, String set, List<String> says) {}

    /// @param kind of the question; empty for a section
    /// @param fields as [DesignFields] makes them
    /// @param errors by field
    public record Editor(
            String spot, String kind, String title, Map<String, String> fields, Map<String, String> errors) {

        public String value(String name) {
            return fields.getOrDefault(name, "");
        }

        public String error(String name) {
            return errors.getOrDefault(name, "");
        }

        public boolean has(String... kinds) {
            return List.of(kinds).contains(kind);
        }

        /// Whether it is asked and answered.
        public boolean asked() {
            return !kind.isEmpty() && !kind.equals("information");
        }
    }

    /// @param as whom it is looked at as
    /// @param fill null where there is nothing to look at
    /// @param good whether what is answered may stand; empty while nobody asked
    public record Preview(String as, @Nullable FormFill fill, List<String> good) {}
}
