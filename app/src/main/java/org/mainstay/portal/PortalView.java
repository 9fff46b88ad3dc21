package org.mainstay.portal;

import java.util.List;
import org.mainstay.request.CatalogView;
import org.mainstay.request.ParcelView;
import org.mainstay.web.Hrefs;
import org.mainstay.web.Shown;

/// What the pages for those who ask for help show.
public final class PortalView {

    private PortalView() {}

    /// The first page.
    ///
    /// @param outages what goes on, and what affects the reader
    /// @param waiting for the reader: reported problems
    /// @param decisions that wait for the reader
    /// @param underway what they ordered
    /// @param open reported problems beside those that wait for them
    public record Home(
            List<Outage> outages,
            List<Card> waiting,
            List<Decision> decisions,
            Few<ParcelView.Card> underway,
            Few<Card> open,
            List<CatalogView.Category> categories,
            List<Gear> devices) {

        public boolean waits() {
            return !waiting.isEmpty() || !decisions.isEmpty();
        }
    }

    /// The first of many.
    public record Few<T>(List<T> cards, boolean more) {}

    /// @param outages that affect the reader
    /// @param next empty on the last page
    public record Listed(boolean open, List<Outage> outages, List<Card> cards, String next) {}

    /// @param state in plain words; its code chooses the shape
    public record Card(String href, String title, String number, String code, String state, Shown when) {}

    /// A major incident as everybody is told of it.
    ///
    /// @param title in the words of those who work on it, or which service is disturbed
    /// @param service beside a title of their own; empty otherwise
    /// @param when since when it is so, or when it was over
    public record Outage(
            String href, String number, String title, String service, String when, boolean over, boolean affected) {}

    /// Something that waits for the reader's word.
    ///
    /// @param about who asked, for whom and for how much, in words
    public record Decision(String href, String title, String number, String about) {}

    /// @param decision what is decided on
    /// @param details everything there is to know about it
    /// @param open whether the reader may decide now
    public record Deciding(Decision decision, List<String> facts, String details, boolean open, Typed typed) {}

    /// A device or a service.
    ///
    /// @param about what it is, in words
    public record Gear(String href, String title, String number, String icon, String about) {}

    /// @param facts name and value
    /// @param report where a problem with it is reported
    public record Thing(Gear gear, boolean device, List<Fact> facts, List<Outage> outages, String report) {}

    public record Fact(String name, String value) {}

    /// What was found for a text, few of each kind or many of one.
    ///
    /// @param kind the one that is shown alone; empty for all
    public record Search(
            String text,
            String kind,
            Few<CatalogView.Card> items,
            Few<Gear> services,
            Few<ParcelView.Card> requests,
            Few<Card> problems) {

        /// Everything of one kind.
        public String all(String one) {
            return "/portal/search?kind=" + one + "&q=" + Hrefs.encoded(text);
        }

        /// Where it is reported that something does not work.
        public String reportHref() {
            return "/portal/report" + (text.isEmpty() ? "" : "?title=" + Hrefs.encoded(text));
        }

        public boolean nothing() {
            return items.cards.isEmpty()
                    && services.cards.isEmpty()
                    && requests.cards.isEmpty()
                    && problems.cards.isEmpty();
        }
    }

    /// A problem that is being reported.
    ///
    /// @param about number of what it is about; empty for nothing in particular
    /// @param thing what that is called
    /// @param known what is known already and may be it
    public record Report(
            String title, String description, String about, String thing, Known known, List<String> errors) {}

    /// What is known already.
    ///
    /// @param outages what goes on, the likest first
    /// @param similar what they reported themselves and sounds like it
    /// @param likely whether any of it sounds like it
    public record Known(List<Outage> outages, List<Card> similar, boolean likely) {}

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

    /// One reported problem as a conversation.
    ///
    /// @param about what it is about
    /// @param next what happens now, or what they are asked for, in a sentence
    public record Talk(
            String href,
            Card card,
            List<Ref> about,
            String next,
            List<Word> words,
            String earlier,
            boolean replies,
            boolean confirms,
            boolean reopens,
            boolean cancels,
            Typed typed) {}

    public record Ref(String href, String label) {}

    /// @param kind `mine`, `theirs` or `event`
    /// @param html safe; empty for events
    public record Word(String kind, String who, String what, Shown when, String html, List<File> files) {}

    public record File(String href, String name, boolean image) {}
}
