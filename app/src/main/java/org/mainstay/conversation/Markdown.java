package org.mainstay.conversation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// The one way from Markdown to HTML. HTML in the text is shown as text; what comes out has passed an
/// allow list: nothing in it runs, and it loads nothing but our own attachments.
public final class Markdown {

    /// `@sam` or `INC0000042`, not within a word, an address or a longer number.
    static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}_@./#&-])"
            + "(?:@[\\p{L}\\p{N}]+(?:[._-][\\p{L}\\p{N}]+)*|[A-Z]{2,8}[0-9]{7,12})"
            + "(?![\\p{L}\\p{N}_@])");

    /// More mentions in one text than these stay plain text.
    private static final int MOST_MENTIONS = 200;

    private static final int DEEPEST = 100;

    private static final Pattern OWN_IMAGE =
            Pattern.compile("(?:/[A-Za-z0-9._-]{1,80}){1,6}/attachments/[0-9a-f-]{36}/content");

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br />\n")
            .build();

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li")
            .allowElements("h1", "h2", "h3", "h4", "h5", "h6")
            .allowElements("table", "thead", "tbody", "tr", "th", "td", "a", "img")
            .allowAttributes("align")
            .matching(Pattern.compile("left|center|right"))
            .onElements("th", "td")
            .allowAttributes("class")
            .matching(Pattern.compile("language-[A-Za-z0-9+#-]{1,30}"))
            .onElements("code")
            .allowAttributes("start")
            .matching(Pattern.compile("[0-9]{1,9}"))
            .onElements("ol")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("src")
            .matching(OWN_IMAGE)
            .onElements("img")
            .allowAttributes("title")
            .onElements("a", "img")
            .allowAttributes("alt")
            .onElements("img")
            .requireRelsOnLinks("nofollow", "noopener")
            .toFactory();

    private Markdown() {}

    /// Says where mentions lead.
    @FunctionalInterface
    public interface Resolver {

        /// No mention leads anywhere.
        Resolver NONE = _ -> null;

        /// @param mention `@sam` or `INC0000042`
        /// @return null when there is nothing of that name, or nothing the reader may see
        @Nullable
        Target find(String mention);
    }

    /// @param href an address of ours
    /// @param title what a person calls it
    public record Target(String href, String title) {}

    /// Safe HTML.
    public static String html(String text, Resolver resolver) {
        var document = PARSER.parse(text);
        document.accept(new ForeignImages(OWN_IMAGE));
        document.accept(new MentionLinks(resolver));
        return sanitize(RENDERER.render(document));
    }

    /// HTML from anywhere without what could do harm. Doing it twice is doing it once.
    public static String sanitize(String html) {
        return POLICY.sanitize(html);
    }

    /// What may be a mention in the text; at most 200. More than [#html] asks for, never less.
    public static Set<String> mentions(String text) {
        var mentions = new LinkedHashSet<String>();
        var matcher = MENTION.matcher(text);
        while (matcher.find() && mentions.size() < MOST_MENTIONS) {
            mentions.add(matcher.group());
        }
        return mentions;
    }
}
