package org.mainstay.web.home;

import java.util.List;
import org.mainstay.web.ListView;
import org.mainstay.web.Shown;

/// A list of the home page.
///
/// @param more whether there are more than are shown
/// @param empty what is said where there is nothing
public record HomeView(
        String title, String href, List<String> columns, List<ListView.Row> rows, boolean more, String empty) {

    /// A record that was looked at lately.
    public record Seen(String href, String number, String label, Shown at) {}
}
