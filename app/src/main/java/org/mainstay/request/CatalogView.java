package org.mainstay.request;

import java.util.List;

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
            int inCart) {}

    /// What was typed, and what is wrong with it.
    public record Typed(String quantity, String people, List<String> errors) {

        static final Typed NOTHING = new Typed("1", "", List.of());
    }

    /// @param people who gets it, in words; empty for oneself
    public record Line(String id, Card card, long quantity, long most, String people, boolean offered, String sum) {}

    /// @param sums what is paid in all, in words
    public record Cart(List<Line> lines, List<Line> later, List<String> sums, List<String> errors, String once) {}

    /// @param words as they were typed, without accents
    public record Wanted(String words, long count, String lastAt) {}
}
