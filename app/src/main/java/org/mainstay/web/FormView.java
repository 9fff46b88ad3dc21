package org.mainstay.web;

import java.util.List;

/// A form for attributes or for the questions of an action.
///
/// @param title what is being done
/// @param post where it is sent
/// @param back where cancel leads
/// @param version the record's version it was filled from; empty for none
/// @param errors of the form as a whole
/// @param preview what it would do, a sentence each
public record FormView(
        String title,
        String post,
        String back,
        String submit,
        String version,
        List<Input> inputs,
        List<String> errors,
        List<String> preview) {

    /// @param kind chooses the widget: `text`, `prose`, `number`, `yes_no`, `day`, `moment`, `select`,
    ///     `reference`
    /// @param suggest where completion comes from, for references
    /// @param hint what the value is now where somebody else changed it, or how to write it
    public record Input(
            String name,
            String label,
            String kind,
            String value,
            boolean required,
            List<Option> options,
            String suggest,
            String hint,
            String error) {}

    public record Option(String value, String label, boolean chosen) {}
}
