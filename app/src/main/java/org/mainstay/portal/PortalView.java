package org.mainstay.portal;

import java.util.List;
import org.mainstay.web.Shown;

/// What the pages for those who ask for help show.
public final class PortalView {

    private PortalView() {}

    /// The first page.
    ///
    /// @param waiting for them
    public record Home(List<Card> waiting, List<Card> open, boolean more) {}

    /// @param next empty on the last page
    public record Listed(boolean open, List<Card> cards, String next) {}

    /// @param state in plain words; its code chooses the shape
    public record Card(String href, String title, String number, String code, String state, Shown when) {}

    /// A problem that is being reported.
    ///
    /// @param similar what they reported already and sounds like it
    public record Report(String title, String description, List<Card> similar, List<String> errors) {}

    /// What they wrote and could not be sent.
    ///
    /// @param form `reply`, or the verb it was the reason for
    public record Typed(String form, String text, String error) {

        static final Typed NOTHING = new Typed("", "", "");

        /// What was written there.
        public String in(String other) {
            return form.equals(other) ? text : "";
        }
    }

    /// One request as a conversation.
    ///
    /// @param next what happens now, or what they are asked for, in a sentence
    public record Talk(
            String href,
            Card card,
            String next,
            List<Word> words,
            String earlier,
            boolean replies,
            boolean confirms,
            boolean reopens,
            boolean cancels,
            Typed typed) {}

    /// @param kind `mine`, `theirs` or `event`
    /// @param html safe; empty for events
    public record Word(String kind, String who, String what, Shown when, String html, List<File> files) {}

    public record File(String href, String name, boolean image) {}
}
