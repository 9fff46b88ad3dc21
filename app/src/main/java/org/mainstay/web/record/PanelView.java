package org.mainstay.web.record;

import java.util.List;
import java.util.UUID;
import org.mainstay.web.FormView;
import org.mainstay.web.Shown;

/// What hangs on a record: files, links, watchers, further pages, and why the reader sees it.
///
/// @param href of the record
/// @param edits whether the reader may link it
/// @param works whether the reader may choose who else watches it
/// @param watching whether the reader watches it
/// @param types of links
/// @param access why the reader sees the record; empty where nothing says so
/// @param error why the last change was not made; empty for none
public record PanelView(
        String href,
        boolean edits,
        boolean works,
        boolean watching,
        List<File> files,
        List<LinkLine> links,
        List<Watch> watchers,
        List<FormView.Option> types,
        List<Further> further,
        String access,
        Typed typed,
        String error) {

    /// @param size for people
    /// @param removable whether the reader may take it off
    public record File(UUID id, String name, String size, boolean removable) {}

    /// A link as the panel shows it.
    public record LinkLine(UUID id, String type, Shown to) {}

    public record Watch(UUID person, String name, boolean removable) {}

    public record Further(String title, String href) {}

    /// What was typed into the panel's forms and could not be saved.
    public record Typed(String to, String person) {

        static final Typed NOTHING = new Typed("", "");
    }
}
