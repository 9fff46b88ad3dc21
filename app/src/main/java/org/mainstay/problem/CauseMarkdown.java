package org.mainstay.problem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mainstay.problem.CauseView.Document;
import org.mainstay.problem.CauseView.Entry;
import org.mainstay.problem.CauseView.Proof;
import org.mainstay.web.Frame;

/// The document as Markdown. What people wrote as one line is taken literally; longer texts are Markdown already and
/// are quoted, so that they stay where they are.
final class CauseMarkdown {

    private static final Pattern MEANS_SOMETHING = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~!]");

    private final StringBuilder text = new StringBuilder();
    private final Frame frame;
    private final String origin;

    private CauseMarkdown(Frame frame, String origin) {
        this.frame = frame;
        this.origin = origin;
    }

    /// @param origin what stands before the paths of our own pages
    static String of(Document document, String origin, Frame frame) {
        var markdown = new CauseMarkdown(frame, origin);
        markdown.head(document);
        document.entries().forEach(markdown::entry);
        markdown.line("");
        markdown.line("---");
        markdown.line("");
        markdown.line(literal(document.made()));
        return markdown.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void head(Document document) {
        line("# " + literal(document.number() + " " + document.title()));
        line("");
        document.facts().forEach(it -> line("- **" + literal(it.label()) + ":** " + literal(it.value())));
        document.texts().forEach(it -> {
            line("");
            line("## " + literal(it.label()));
            line("");
            quoted("", it.value());
        });
        line("");
        line("## " + literal(frame.say("cause.plural")));
        line("");
        document.figures().forEach(it -> {
            line(literal(it));
            line("");
        });
    }

    private void entry(Entry entry) {
        var indent = "    ".repeat(entry.depth() - 1);
        line(indent + "- **" + literal(entry.outline() + " " + entry.statement()) + "** ("
                + literal(String.join(", ", entry.marks())) + ", " + entry.number() + ")");
        var inner = indent + "    ";
        if (!entry.decided().isEmpty()) {
            line("");
            line(inner + literal(entry.decided()));
        }
        if (!entry.reason().isBlank()) {
            line("");
            quoted(inner, entry.reason());
        }
        if (!entry.evidence().isEmpty()) {
            line("");
            line(inner + "- **" + literal(frame.say("cause.evidence")) + "**");
            entry.evidence().forEach(it -> proof(inner + "    ", it));
        }
        line("");
    }

    private void proof(String indent, Proof proof) {
        var what = proof.sort().isEmpty() ? "" : literal(proof.sort()) + ": ";
        var named = proof.href().isEmpty()
                ? literal(proof.text())
                : "[" + literal(proof.text()) + "](<" + (proof.away() ? "" : origin) + safe(proof.href()) + ">)";
        var noted = proof.note().isEmpty() ? "" : " — " + literal(proof.note());
        line(indent + "- " + what + named + noted + " (" + literal(proof.by()) + ")");
        if (!proof.excerpt().isEmpty()) {
            line(indent + "  > " + literal(proof.excerpt()));
        }
    }

    private void quoted(String indent, String prose) {
        prose.lines().forEach(it -> line(indent + "> " + it.replace("<", "&lt;")));
    }

    private static String safe(String address) {
        return address.replace("<", "%3C").replace(">", "%3E");
    }

    /// One line in which nothing means anything but itself.
    static String literal(String text) {
        return MEANS_SOMETHING
                .matcher(text.replaceAll("\\s+", " ").strip())
                .replaceAll(it -> "\\\\" + Matcher.quoteReplacement(it.group()));
    }
}
