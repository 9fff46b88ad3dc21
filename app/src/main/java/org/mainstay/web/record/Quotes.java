package org.mainstay.web.record;

import java.util.regex.Pattern;

/// Folds what was quoted at length, so that an answer is read before what it answers.
final class Quotes {

    private static final String OPEN = "<blockquote>";
    private static final String CLOSE = "</blockquote>";
    private static final Pattern LINE = Pattern.compile("<(?:br|p|li|tr|pre|h[1-6])\\b");
    private static final int SHORT = 3;

    private Quotes() {}

    /// @param html from the sanitiser: its elements are balanced
    /// @param label of what is folded, as text
    static String folded(String html, String label) {
        if (!html.contains(OPEN)) {
            return html;
        }
        var folded = new StringBuilder(html.length() + 64);
        int at = 0;
        for (int begin = html.indexOf(OPEN); begin >= 0; begin = html.indexOf(OPEN, at)) {
            int end = end(html, begin);
            var quote = html.substring(begin, end);
            folded.append(html, at, begin);
            if (LINE.matcher(quote).results().limit(SHORT + 1).count() > SHORT) {
                folded.append("<details class=\"quote\"><summary>")
                        .append(escaped(label))
                        .append("</summary>")
                        .append(quote)
                        .append("</details>");
            } else {
                folded.append(quote);
            }
            at = end;
        }
        return folded.append(html, at, html.length()).toString();
    }

    /// Behind the quote that begins there, whatever is quoted within it.
    private static int end(String html, int begin) {
        int depth = 0;
        int at = begin;
        while (true) {
            int open = html.indexOf(OPEN, at);
            int close = html.indexOf(CLOSE, at);
            if (close < 0) {
                return html.length();
            }
            if (open >= 0 && open < close) {
                depth++;
                at = open + OPEN.length();
            } else {
                depth--;
                at = close + CLOSE.length();
                if (depth == 0) {
                    return at;
                }
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
