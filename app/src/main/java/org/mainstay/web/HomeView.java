package org.mainstay.web;

import java.util.List;

/// A list of the home page.
///
/// @param more whether there are more than are shown
/// @param empty what is said where there is nothing
public record HomeView(
        String title, String href, List<String> columns, List<ListView.Row> rows, boolean more, String empty) {

    /// A record that was looked at lately.
    public record Seen(String href, String number, String label, Shown at) {}
}
