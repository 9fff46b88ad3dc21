package org.mainstay.web;

import java.util.List;

/// What a record page shows.
///
/// @param href of this page
/// @param state badges of the header: state and priority
/// @param people whom it is about and who works on it
/// @param prose long texts, as safe HTML, with their labels
/// @param parts what modules have to show of it, loaded after the page
/// @param doors pages on which one works on it, a button each
/// @param possible what can be done now, most likely first
/// @param impossible what cannot, and why
/// @param edits whether the person may edit
/// @param deletes whether the person may delete
/// @param works whether the person reads and writes work notes
public record RecordView(
        String collection,
        String collectionTitle,
        String href,
        String number,
        String title,
        long version,
        List<Shown> state,
        List<Field> people,
        List<Field> prose,
        List<Section> sections,
        List<Part> parts,
        List<Part> doors,
        List<Verb> possible,
        List<Verb> impossible,
        TimelineView timeline,
        boolean edits,
        boolean deletes,
        boolean works,
        Typed typed) {

    /// Something on a page of its own.
    ///
    /// @param href of that page
    public record Part(String title, String href) {}

    /// So many actions stand beside each other; the others are one press away.
    private static final int LIKELY = 4;

    public List<Verb> likely() {
        return possible.stream().filter(it -> !it.rare()).limit(LIKELY).toList();
    }

    public List<Verb> further() {
        var likely = likely();
        return possible.stream().filter(it -> !likely.contains(it)).toList();
    }

    /// @param title empty where it is the only one
    public record Section(String title, List<Field> fields) {}

    /// An attribute of a record.
    ///
    /// @param why the sentence behind a computed value; empty where there is none
    /// @param note what stands in small letters under the value; empty for nothing
    /// @param opens how the reader can change it: by an `input`, or by `actions`; empty for not at all
    public record Field(String code, String label, Shown value, String why, String note, String opens) {}

    /// @param asks whether it asks for something before it can be done
    /// @param reason why it cannot be done now
    /// @param rare whether it never stands beside others
    public record Verb(String name, String label, boolean asks, String reason, boolean rare) {}

    /// @param old and now what the attribute was and is
    public record Line(String label, Shown old, Shown now, String why) {}

    /// A comment that could not be saved, and why.
    public record Typed(String text, boolean internal, String error) {

        public static final Typed NOTHING = new Typed("", false, "");
    }
}
