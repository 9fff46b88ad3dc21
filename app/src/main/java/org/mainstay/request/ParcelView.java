package org.mainstay.request;

import java.util.List;
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
    public record Parcel(
            String href,
            String number,
            String title,
            String code,
            String state,
            List<String> facts,
            String expected,
            List<Stage> stages,
            boolean confirms,
            boolean reopens,
            boolean cancels) {}

    public record Word(String who, Shown when, String html, boolean mine) {}

    /// @param request address of the request, where one of its items is shown; empty where it is the request
    public record Whole(
            String href,
            String title,
            String number,
            List<String> facts,
            String request,
            List<Parcel> parcels,
            List<Word> words,
            boolean confirms,
            boolean cancels,
            boolean again,
            List<String> errors,
            String typed) {}
}
