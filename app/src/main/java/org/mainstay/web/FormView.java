package org.mainstay.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A form for attributes or for the questions of an action.
///
/// @param title what is being done
/// @param about what it is done to: number and label of the record; empty where there is none yet
/// @param post where it is sent
/// @param back where cancel leads
/// @param backTitle what is there
/// @param submit what the button says
/// @param version the record's version it was filled from; empty for none
/// @param errors of the form as a whole
/// @param preview what it would do, a record each; null where nobody asked
/// @param previews whether one may ask what it would do before it is done
public record FormView(
        String title,
        String about,
        String post,
        String back,
        String backTitle,
        String submit,
        String version,
        List<Input> inputs,
        List<String> errors,
        @Nullable List<Effect> preview,
        boolean previews) {

    /// The inputs, those of one section together.
    public List<Group> groups() {
        var groups = new ArrayList<Group>();
        for (var input : inputs) {
            if (groups.isEmpty() || !groups.getLast().title().equals(input.section())) {
                groups.add(new Group(input.section(), new ArrayList<>()));
            }
            groups.getLast().inputs().add(input);
        }
        return groups;
    }

    /// Where one begins to type; null where something is wrong with an input, and that is where one goes on.
    public @Nullable Input first() {
        return inputs.isEmpty() || inputs.stream().anyMatch(it -> !it.error().isEmpty()) ? null : inputs.getFirst();
    }

    /// @param title empty for what comes first
    public record Group(String title, List<Input> inputs) {}

    /// @param section the title above it; empty for none
    /// @param kind chooses the widget: `text`, `prose`, `number`, `yes_no`, `day`, `moment`, `select`,
    ///     `reference`, `references`
    /// @param wide whether it takes the whole width
    /// @param suggest where completion comes from, for references; for what decides which further inputs there are,
    ///     where the form comes from again
    /// @param hint how to write it
    /// @param now the value somebody else gave it meanwhile; empty where nobody did
    public record Input(
            String section,
            String name,
            String label,
            String kind,
            String value,
            boolean required,
            boolean wide,
            List<Option> options,
            String suggest,
            String hint,
            String now,
            String error) {

        /// In no section.
        public Input(
                String name,
                String label,
                String kind,
                String value,
                boolean required,
                boolean wide,
                List<Option> options,
                String suggest,
                String hint,
                String now,
                String error) {
            this("", name, label, kind, value, required, wide, options, suggest, hint, now, error);
        }

        public Input in(String title) {
            return new Input(title, name, label, kind, value, required, wide, options, suggest, hint, now, error);
        }

        /// What describes the input besides its label, for those who cannot see it.
        public String describedBy() {
            var id = "f-" + name;
            var about = (error.isEmpty() ? "" : id + "-error ")
                    + (now.isEmpty() ? "" : id + "-now ")
                    + (hint.isEmpty() ? "" : id + "-hint");
            return about.strip();
        }
    }

    public record Option(String value, String label, boolean chosen) {}

    /// What would happen to one record.
    ///
    /// @param remarks what rules have to say beside the changes
    public record Effect(String record, List<RecordView.Line> lines, List<String> remarks) {}
}
