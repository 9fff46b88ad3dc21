package org.mainstay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainstay.conversation.Markdown.Resolver;
import org.mainstay.conversation.Markdown.Target;

class MarkdownTests {

    private static final Resolver KNOWN = Map.of(
            "@sam", new Target("/people/sam", "Sam Lindqvist"),
            "INC0000042", new Target("/incidents/INC0000042", "Printer \"on fire\""))::get;

    /// Anything by which a browser would run or load something, had it come through as markup.
    private static final Pattern ACTIVE = Pattern.compile(
            "(?is)<\\s*/?\\s*(script|style|iframe|object|embed|svg|math|form|input|button|link|meta|base|video|audio)"
                    + "|<[^>]*\\s(on\\w+|style|srcset|formaction|id|name)\\s*="
                    + "|<[^>]*(href|src)=\"\\s*(javascript|data|vbscript|file|blob):"
                    + "|<img[^>]*src=\"(?!/)");

    @Test
    void commonMarkdownBecomesHtml() {
        assertThat(html("# Outage\n\nThe *east* **wing**:\n\n- one\n- two"))
                .contains("<h1>Outage</h1>", "<em>east</em>", "<strong>wing</strong>", "<li>one</li>");
        assertThat(html("~~old~~")).contains("<del>old</del>");
        assertThat(html("| a | b |\n|:-:|---|\n| 1 | 2 |")).contains("<table>", "align=\"center\"", "<td>2</td>");
        assertThat(html("```java\nvar x = 1;\n```")).contains("<pre><code class=\"language-java\">");
        assertThat(html("one\ntwo")).contains("one<br />", "two");
    }

    @Test
    void addressesBecomeLinksThatEndorseNothing() {
        assertThat(html("see https://example.org/a?b=1&c=2 now"))
                .contains("href=\"https://example.org/a?b&#61;1&amp;c&#61;2\"")
                .contains("rel=\"nofollow noopener\"");
        assertThat(html("[page](/incidents)")).contains("href=\"/incidents\"");
        assertThat(html("[mail](mailto:sam@example.org)")).contains("mailto:sam");
        assertThat(html("[x](ftp://example.org/)")).doesNotContain("href=\"ftp");
    }

    @Test
    void htmlInTheTextIsShownAsText() {
        assertThat(html("a <b>bold</b> <script>alert(1)</script>"))
                .contains("&lt;b&gt;bold&lt;/b&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void mentionsBecomeLinksWhereTheyLeadSomewhere() {
        assertThat(html("Ask @sam about INC0000042, not @nobody or INC0000043."))
                .contains("href=\"/people/sam\"")
                .contains(">&#64;sam</a>")
                .contains("href=\"/incidents/INC0000042\"")
                .contains(">INC0000042</a>")
                .doesNotContain("nobody</a>")
                .doesNotContain("INC0000043</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x@sam",
                "@sam@example.org",
                "`@sam`",
                "```\n@sam\n```",
                "[@sam](/x)",
                "AINC0000042x",
                "INC000004",
                "XINC0000042",
                "https://example.org/@sam",
                "https://example.org/INC0000042"
            })
    void whatOnlyLooksLikeAMentionIsNone(String text) {
        assertThat(html(text)).doesNotContain("/people/sam").doesNotContain("/incidents/INC0000042\"");
    }

    @Test
    void mentionsAreFoundForLookingUpAtOnce() {
        assertThat(Markdown.mentions("@sam, @nina.b! INC0000042 (CHG0000007) me@here.org"))
                .containsExactly("@sam", "@nina.b", "INC0000042", "CHG0000007");
        var many = IntStream.range(0, 500).mapToObj(it -> "@u" + it + " ").collect(Collectors.joining());
        assertThat(Markdown.mentions(many)).hasSize(200);
    }

    @Test
    void imagesAreOnlyOurOwnAttachments() {
        var own = "/incidents/INC0000042/attachments/" + UUID.randomUUID() + "/content";
        assertThat(html("![plan](" + own + ")")).contains("<img src=\"" + own + "\" alt=\"plan\"");
        assertThat(html("![spy](https://example.org/pixel.png)"))
                .doesNotContain("<img")
                .contains("href=\"https://example.org/pixel.png\"");
        assertThat(html("![](https://example.org/pixel.png)"))
                .doesNotContain("<img")
                .contains("pixel.png</a>");
        assertThat(html("[![spy](//example.org/pixel.png)](/x)"))
                .doesNotContain("<img")
                .contains("spy");
        assertThat(html("![x](/../attachments/" + UUID.randomUUID() + "/content?x)"))
                .doesNotContain("<img");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\nscript:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](\u0001javascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[x](vbscript:msgbox(1))",
                "[x]( javascript:alert(1) \"t\")",
                "[x](<javascript:alert(1)>)",
                "<javascript:alert(1)>",
                "<data:text/html,<script>alert(1)</script>>",
                "![x](javascript:alert(1))",
                "![x\" onerror=\"alert(1)](https://x/y.png)",
                "![x](https://x/y.png \"\\\" onload=\\\"alert(1)\")",
                "[x](https://x \"t\\\" onmouseover=\\\"alert(1)\")",
                "[x]: javascript:alert(1)\n\n[x]",
                "```\"><script>alert(1)</script>\nx\n```",
                "``` onclick=alert(1)\nx\n```",
                "<details open ontoggle=alert(1)>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<style>@import 'https://evil'</style>",
                "<form action=https://evil><input name=password>",
                "<base href=https://evil>",
                "<meta http-equiv=refresh content=0;url=https://evil>",
                "| <script> |\n|---|\n| <img src=x onerror=alert(1)> |",
                "<!--><script>alert(1)</script>-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "@sam<script>alert(1)</script>",
                "INC0000042\"><script>alert(1)</script>",
                "\u0000<scr\u0000ipt>alert(1)</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
            })
    void attacksStayText(String attack) {
        var html = html(attack);
        assertThat(html).doesNotContainPattern(ACTIVE);
        assertThat(Markdown.sanitize(attack)).doesNotContainPattern(ACTIVE);
        assertThat(Markdown.sanitize(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>",
                "<a href=\"javascript:x\">",
                "<p onclick=x>",
                "<img src=\"https://x\">",
                "<b style=x>",
                "</svg>"
            })
    void anAttackThatGotThroughWouldBeSeen(String html) {
        assertThat(html).containsPattern(ACTIVE);
    }

    @Test
    void randomTextNeverGetsThroughAndSanitisingTwiceIsSanitisingOnce() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var pieces = new String[] {
            "<script>",
            "</script>",
            "<img src=x onerror=alert(1)>",
            "javascript:",
            "[",
            "](",
            ")",
            "!",
            "*",
            "**",
            "`",
            "```\n",
            "\n\n",
            "\n",
            "> ",
            "- ",
            "| a | b |\n|---|---|\n",
            "~~",
            "@sam",
            "INC0000042",
            "\"",
            "'",
            "&lt;",
            "&#x3c;",
            "&",
            "<",
            ">",
            "\\",
            "https://x.org/",
            "www.x.org",
            " ",
            "ä",
            "\uD83D\uDE00",
            "\uD83D",
            "\u0000",
            "<a href=",
            "<svg onload=",
            "<!--",
            "-->",
            "<![CDATA[",
            "#",
            "=",
            "1. ",
            "style=x",
            "\t"
        };
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(25); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            var html = html(text.toString());
            assertThat(html).as("seed %s: %s", seed, text).doesNotContainPattern(ACTIVE);
            assertThat(Markdown.sanitize(html)).as("seed %s: %s", seed, text).isEqualTo(html);
            var raw = Markdown.sanitize(text.toString());
            assertThat(raw).as("seed %s: %s", seed, text).doesNotContainPattern(ACTIVE);
            assertThat(Markdown.sanitize(raw)).as("seed %s: %s", seed, text).isEqualTo(raw);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">", "[", "![", "*", "**a ", "`", "- ", "<", "(", "~~a", "| ", "&", "@a", "\\", "[a](", "#", "1. "
            })
    void longAndDeepTextsAreRenderedSoon(String piece) {
        var text = piece.repeat(100_000 / piece.length());
        var start = System.nanoTime();
        assertThat(html(text)).isNotNull();
        assertThat(html(text + "\n\nx\n" + "]".repeat(50_000))).isNotNull();
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    private static String html(String text) {
        return Markdown.html(text, KNOWN);
    }
}
