package org.mainstay.request;

import java.util.List;
import org.mainstay.flow.RunView;
import org.mainstay.web.Shown;

/// What somebody sees of what they ordered.
public final class ParcelView {

    private ParcelView() {}

    /// @param code of the state, for its shape
    /// @param when expected or delivered, in words
    public record Card(String href, String title, String number, String code, String state, String when) {}

    /// @param closed whether those are shown that are done
    /// @param next address of the next page, or empty
    public record Listed(boolean closed, List<Card> cards, String next) {}

    /// A stage on the way.
    ///
    /// @param standing `done`, `now` or `next`
    /// @param when empty where it is not known
    /// @param who with whom it is, in words; empty for nobody
    public record Stage(
            String title, String standing, String standingText, String when, String who, List<Stage> below) {}

    /// One thing on its way.
    ///
    /// @param facts quantity, price and for whom, in words
    /// @param answers what was answered when it was ordered
    /// @param kept why it cannot be cancelled any more, though it is not delivered; empty where it can
    /// @param undoing whether what was done is being undone
    /// @param trouble where a problem with it is reported; empty once it is cancelled
    /// @param flow where its flow is; empty where it has none
    public record Parcel(
            String href,
            String number,
            String title,
            String code,
            String state,
            List<String> facts,
            List<CatalogView.Answered> answers,
            String expected,
            List<Stage> stages,
            List<RunView> flow,
            boolean confirms,
            boolean reopens,
            boolean cancels,
            String kept,
            boolean undoing,
            Rating rating,
            String trouble,
            List<Trouble> troubles) {}

    /// What they think of it.
    ///
    /// @param stars 0 before they said so
    /// @param possible whether they may say so now
    public record Rating(long stars, String text, boolean possible) {

        /// Whether there is anything to show.
        public boolean any() {
            return stars > 0 || possible;
        }
    }

    /// A problem that was reported with it.
    ///
    /// @param href empty where the reader does not see it
    /// @param code of its state, for its shape
    public record Trouble(String href, String title, String code, String state) {}

    public record Word(String who, Shown when, String html, boolean mine) {}

    /// What somebody gets by a request of many items.
    public record Group(String person, List<Card> cards) {}

    /// @param parcels its items, each with all that is known of it; none where there are many
    /// @param groups its items by who gets them, where there are many
    /// @param request address of the request, where one of its items is shown; empty where it is the request
    public record Whole(
            String href,
            String title,
            String number,
            List<String> facts,
            String request,
            List<Parcel> parcels,
            List<Group> groups,
            List<Word> words,
            boolean confirms,
            boolean cancels,
            boolean again,
            List<String> errors,
            String typed) {}
}
