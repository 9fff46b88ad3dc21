package org.mainstay.web;

import java.util.List;
import java.util.UUID;

/// What a record page shows.
///
/// @param href of this page
/// @param state badges of the header: state and priority
/// @param prose long texts, as safe HTML, with their labels
/// @param sections of attributes, beside the timeline
/// @param may whether the person may edit
/// @param works whether the person reads and writes work notes
/// @param typed what was typed into the comment that could not be saved
/// @param earlier where the timeline goes on; empty at its end
public record RecordView(
        String collection,
        String collectionTitle,
        String href,
        String number,
        String title,
        List<Shown> state,
        List<Field> prose,
        List<Field> fields,
        List<Verb> possible,
        List<Verb> impossible,
        List<Item> timeline,
        String earlier,
        boolean may,
        boolean works,
        String typed,
        String error) {

    /// @param why the sentence behind a computed value; empty where there is none
    public record Field(String label, Shown value, String why) {}

    /// @param reason why it cannot be done now
    public record Verb(String name, String label, String reason) {}

    /// @param kind chooses icon and shape: `comment`, `note`, `change`, `file`, `link`
    /// @param lines what changed, a line each
    public record Item(
            long version, String kind, String who, Shown.Moment when, String what, String html, List<Line> lines) {}

    /// @param old and now what the attribute was and is
    public record Line(String label, Shown old, Shown now, String why) {}

    /// A link as the panel shows it.
    public record LinkLine(UUID id, String type, Shown to) {}
}
