package org.mainstay.transfer;

import java.util.List;
import org.mainstay.web.FormView;
import org.mainstay.web.RecordView;
import org.mainstay.web.Shown;

/// What the pages of bulks show.
public final class BulkView {

    private BulkView() {}

    /// The page on which one says what is to be done.
    ///
    /// @param about how many records, of what
    /// @param named the first of them
    /// @param records as they were chosen, to be sent along; empty where the filter finds them
    /// @param action empty where attributes are set
    /// @param verbs what may be done; the first sets attributes
    /// @param clearable attributes that may be emptied
    /// @param notes whether the comment may be a work note
    public record Ask(
            String collection,
            String title,
            String backTitle,
            String back,
            String about,
            List<Named> named,
            List<String> records,
            String filter,
            boolean all,
            String action,
            List<Verb> verbs,
            List<FormView.Input> inputs,
            List<FormView.Option> clearable,
            String comment,
            boolean internal,
            boolean notes,
            List<String> errors) {}

    /// @param href empty where there is no such record
    public record Named(String number, String href) {}

    /// @param reach to how many of the records it can be done; empty where nobody counted
    public record Verb(String name, String label, String reach, boolean chosen) {}

    /// One bulk: what would happen, what happens, or what happened.
    ///
    /// @param back to the list it came from
    /// @param again where something else can be chosen for the same records; empty where they are too many
    /// @param comment that is said on each
    /// @param applies whether what the dry run told can be done
    /// @param undoable until when it can be taken back; empty where it cannot
    /// @param list where what was changed is listed
    public record One(
            String href,
            String title,
            String backTitle,
            String back,
            String again,
            boolean dry,
            boolean applies,
            String comment,
            String undoable,
            String list,
            ImportView.Progress progress,
            List<Section> sections) {}

    /// Records with the same outcome.
    ///
    /// @param plain whether only the numbers are of interest
    /// @param more where it goes on
    public record Section(String outcome, String title, boolean plain, List<Row> rows, String more) {}

    /// @param parts what is added besides, in words
    /// @param also what happens to others with it
    public record Row(
            String number,
            String href,
            List<RecordView.Line> changes,
            List<String> parts,
            List<FormView.Effect> also,
            List<String> reasons) {}

    /// One bulk in a list.
    public record Line(String href, String title, String state, String stateLabel, Shown when, String result) {}
}
