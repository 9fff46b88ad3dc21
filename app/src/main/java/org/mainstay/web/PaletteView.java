package org.mainstay.web;

import java.util.List;

/// What the palette offers: groups in order, the likeliest entry first.
///
/// @param text what was typed
public record PaletteView(String text, List<Group> groups) {

    public record Group(String title, List<Entry> entries) {}

    /// @param href where it leads; nothing is changed by going there
    /// @param number of a record, else empty
    /// @param note more about it, such as its state or the key that leads there; may be empty
    public record Entry(String href, String icon, String number, String label, String note) {}

    public String searchHref() {
        return "/search?q=" + Hrefs.encoded(text);
    }

    public boolean empty() {
        return groups.isEmpty();
    }
}
