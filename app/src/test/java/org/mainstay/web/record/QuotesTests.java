package org.mainstay.web.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mainstay.conversation.Markdown;

class QuotesTests {

    private static String folded(String markdown) {
        return Quotes.folded(Markdown.html(markdown, Markdown.Resolver.NONE), "Quoted <text>");
    }

    @Test
    void whatIsQuotedAtLengthIsFolded() {
        var html = folded("Yes.\n\n> one\n> two\n> three\n> four\n\nSee you");

        assertThat(html)
                .contains("<details class=\"quote\"><summary>Quoted &lt;text&gt;</summary><blockquote>")
                .contains("</blockquote></details>")
                .startsWith("<p>Yes.</p>")
                .endsWith("<p>See you</p>\n");
    }

    @Test
    void aShortQuoteStaysOpen() {
        assertThat(folded("> one\n> two\n\nYes.")).contains("<blockquote>").doesNotContain("<details");
    }

    @Test
    void quotesWithinAQuoteAreFoldedWithIt() {
        var html = folded("> one\n> > two\n> > three\n> > four\n>\n> five\n\nYes.\n\n> again\n> and\n> again\n> and");

        assertThat(html.split("<details", -1)).hasSize(3);
        assertThat(html.split("</details>", -1)).hasSize(3);
        assertThat(html.indexOf("five")).isLessThan(html.indexOf("</details>"));
    }

    @Test
    void aTextThatOnlyLooksLikeAQuoteIsLeftAlone() {
        assertThat(folded("`<blockquote>` and </blockquote>")).doesNotContain("<details");
    }
}
