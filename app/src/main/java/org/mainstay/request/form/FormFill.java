package org.mainstay.request.form;

import java.util.List;

/// A form as a page asks by it: `request/form_fill.jte` shows it inside a form of the page that has its own button.
///
/// @param rules for `form-fill.js`
/// @param files whether files are asked for, so that the page's form has to send them
/// @param checked what the answers so far come to
public record FormFill(String rules, List<Section> sections, boolean files, Forms.Checked checked) {

    /// Whether rows are asked for, of which there may have to be more.
    public boolean tables() {
        return sections.stream()
                .flatMap(it -> it.fields().stream())
                .anyMatch(it -> it.shown() && !it.columns().isEmpty());
    }

    public record Section(String code, String label, String hint, boolean shown, List<Field> fields) {}

    /// @param kind of the question
    /// @param name of the field
    /// @param value what it holds; the first day of a period
    /// @param to the last day of a period
    /// @param suggest where completion comes from; empty for none
    /// @param unit behind the field
    /// @param known id, number and label of the record that the field names; none where it names none
    /// @param columns of a table
    /// @param rows of a table
    /// @param message what the browser may say where the answer does not meet the question's condition
    /// @param error empty where nothing is wrong
    public record Field(
            String code,
            String kind,
            String name,
            String label,
            String hint,
            boolean shown,
            boolean needed,
            String value,
            String to,
            List<Choice> options,
            String suggest,
            String unit,
            List<String> known,
            List<Field> columns,
            List<Row> rows,
            String message,
            String error) {

        public String id() {
            return "q-" + name.substring(AnswerFields.PREFIX.length()).replace('.', '-');
        }

        /// What describes it besides its label, for those who cannot see it.
        public String describedBy() {
            return ((error.isEmpty() ? "" : id() + "-error ") + (hint.isEmpty() ? "" : id() + "-hint")).strip();
        }

        /// The same in a row of its table.
        Field in(String table, int row, String given, List<Choice> offered) {
            return new Field(
                    code,
                    kind,
                    table + "." + row + "." + code,
                    label,
                    "",
                    true,
                    needed,
                    given,
                    "",
                    offered,
                    suggest,
                    unit,
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    "");
        }
    }

    public record Row(List<Field> fields) {}

    /// @param price what choosing it adds; empty for nothing
    public record Choice(String value, String label, String price, boolean chosen) {}
}
