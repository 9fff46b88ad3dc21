package org.mainstay.web.form;

import java.util.List;
import org.mainstay.web.Shown;

/// What is open already and says the same.
///
/// @param suggestions what most of it has in common
public record DuplicatesView(List<Row> rows, List<Suggestion> suggestions) {

    public record Row(String number, String label, String href, Shown state) {}

    /// @param value as the input takes it
    /// @param why why it is suggested
    public record Suggestion(String attribute, String value, String why) {}
}
