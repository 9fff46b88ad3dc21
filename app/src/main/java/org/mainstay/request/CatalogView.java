package org.mainstay.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.request.form.FormFill;
import org.mainstay.web.Shown;

/// What the pages of the catalogue show.
public final class CatalogView {

    private CatalogView() {}

    /// An item, in the reader's language.
    ///
    /// @param price what it costs, in words; empty for nothing
    /// @param promise how long it takes, in words; empty where nothing is promised
    public record Card(String href, String icon, String name, String text, String price, String promise) {}

    /// @param here whether it is the one that is looked at, or above it
    public record Category(
            String href, String icon, String name, boolean here, boolean current, List<Category> below) {}

    /// @param title of the category, or empty
    /// @param next address of the next page, or empty
    public record Browse(
            String query,
            String category,
            String title,
            List<Category> tree,
            List<Card> popular,
            List<Card> cards,
            String next,
            int inCart) {}

    /// Why somebody may or may not order.
    ///
    /// @param text the condition in words
    public record Condition(String text, boolean holds) {}

    /// @param html the description
    /// @param category where it stands, to lead back
    /// @param why conditions; empty where it can be ordered
    /// @param once tells this form from others
    /// @param fill what is asked; null for nothing
    /// @param bundle null where it is none
    /// @param line of the cart, which the form changes; empty where it makes one
    public record Item(
            Card card,
            String key,
            String html,
            String categoryHref,
            String categoryName,
            long most,
            boolean forOthers,
            boolean offered,
            List<Condition> why,
            Typed typed,
            String once,
            @Nullable FormFill fill,
            Total total,
            String line,
            int inCart,
            @Nullable Bundle bundle) {}

    /// What a bundle would order as it is answered so far.
    ///
    /// @param sums what is paid in all, in words
    public record Bundle(List<BundleLine> lines, List<String> sums) {

        public List<BundleLine> ordered() {
            return lines.stream().filter(BundleLine::ordered).toList();
        }

        public List<BundleLine> others() {
            return lines.stream().filter(it -> !it.ordered()).toList();
        }
    }

    /// @param people who gets it, where it is not only one
    /// @param because what decides whether it is ordered, in words; none where it always is
    /// @param after what is delivered before, in words
    /// @param left what is asked besides, in words
    /// @param errors why it cannot be ordered
    public record BundleLine(
            Card card,
            boolean ordered,
            long quantity,
            String people,
            List<String> because,
            String after,
            List<String> left,
            List<String> errors) {}

    /// What everything costs, for the page to add up while somebody chooses.
    ///
    /// @param text in words; empty for nothing
    /// @param once of one, without answers; a plain decimal
    /// @param recurring of one, without answers; a plain decimal
    /// @param currency of whatever has to be paid; empty where nothing has a price
    /// @param again `{0} a month`
    public record Total(String text, String once, String recurring, String currency, String again, String free) {}

    /// What was typed, and what is wrong with it.
    ///
    /// @param once of the form that was sent; empty for none
    public record Typed(String quantity, String people, List<String> errors, String once) {}

    /// @param people who gets it, in words; empty for oneself
    /// @param answers what was answered, in words
    /// @param again what has to be answered again, in words
    /// @param edit address where the answers are changed; empty where nothing is asked
    /// @param bundle by which it was chosen, in words; empty for none
    public record Line(
            String id,
            Card card,
            long quantity,
            long most,
            String people,
            String bundle,
            boolean offered,
            String sum,
            List<Answered> answers,
            List<String> again,
            String edit) {}

    /// What was asked, and what was answered.
    public record Answered(String question, List<Shown> answers) {}

    /// @param sums what is paid in all, in words
    /// @param days how long a line stays that nobody touches
    public record Cart(
            List<Line> lines, List<Line> later, List<String> sums, List<String> errors, String once, long days) {}

    /// @param words as they were typed, without accents
    public record Wanted(String words, long count, String lastAt) {}
}
