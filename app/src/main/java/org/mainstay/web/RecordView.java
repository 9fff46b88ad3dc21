package org.mainstay.web;

import java.util.List;

/// What a record page shows.
///
/// @param href of this page
/// @param state badges of the header: state and priority
/// @param prose long texts, as safe HTML, with their labels
/// @param possible what can be done now, most likely first
/// @param impossible what cannot, and why
/// @param earlier where the timeline goes on; empty at its end
/// @param later whether this is not the newest part of the timeline
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
        List<Field> prose,
        List<Field> fields,
        List<Verb> possible,
        List<Verb> impossible,
        List<Item> timeline,
        String earlier,
        boolean later,
        boolean edits,
        boolean deletes,
        boolean works,
        Typed typed) {

    /// So many actions stand beside each other; the others are one press away.
    private static final int LIKELY = 4;

    public List<Verb> likely() {
        return possible.subList(0, Math.min(LIKELY, possible.size()));
    }

    public List<Verb> further() {
        return possible.subList(Math.min(LIKELY, possible.size()), possible.size());
    }

    /// @param why the sentence behind a computed value; empty where there is none
    public record Field(String label, Shown value, String why) {}

    /// @param asks whether it asks for something before it can be done
    /// @param reason why it cannot be done now
    public record Verb(String name, String label, boolean asks, String reason) {}

    /// @param kind chooses icon and shape: `comment`, `note`, `change`, `file`, `link`
    /// @param lines what changed, a line each
    public record Item(
            long version, String kind, String who, Shown.Moment when, String what, String html, List<Line> lines) {}

    /// @param old and now what the attribute was and is
    public record Line(String label, Shown old, Shown now, String why) {}

    /// A comment that could not be saved, and why.
    public record Typed(String text, boolean internal, String error) {

        static final Typed NOTHING = new Typed("", false, "");
    }
}
