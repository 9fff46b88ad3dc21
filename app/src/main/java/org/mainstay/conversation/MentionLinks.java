package org.mainstay.conversation;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Makes links of mentions that lead somewhere; text within links and code stays as it is.
final class MentionLinks extends AbstractVisitor {

    private final Markdown.Resolver resolver;

    MentionLinks(Markdown.Resolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void visit(Link link) {
        // no links in links
    }

    @Override
    public void visit(Image image) {
        // its text is not shown as text
    }

    @Override
    public void visit(Text text) {
        var literal = text.getLiteral();
        var matcher = Markdown.MENTION.matcher(literal);
        Node last = text;
        int end = 0;
        while (matcher.find()) {
            var target = resolver.find(matcher.group());
            if (target != null) {
                last = after(last, new Text(literal.substring(end, matcher.start())));
                var link = new Link(target.href(), target.title());
                link.appendChild(new Text(matcher.group()));
                last = after(last, link);
                end = matcher.end();
            }
        }
        if (end > 0) {
            after(last, new Text(literal.substring(end)));
            text.unlink();
        }
    }

    private static Node after(Node last, Node next) {
        last.insertAfter(next);
        return next;
    }
}
