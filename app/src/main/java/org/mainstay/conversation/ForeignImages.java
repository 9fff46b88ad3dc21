package org.mainstay.conversation;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Turns images that are not attachments of ours into links: looking at a text tells nobody else about
/// it.
final class ForeignImages extends AbstractVisitor {

    private final Pattern own;

    ForeignImages(Pattern own) {
        this.own = own;
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
        if (own.matcher(image.getDestination()).matches()) {
            return;
        }
        boolean linked = false;
        for (Node up = image.getParent(); up != null; up = up.getParent()) {
            linked |= up instanceof Link;
        }
        if (image.getFirstChild() == null) {
            image.appendChild(new Text(image.getDestination()));
        }
        Node heir = image;
        if (!linked) {
            heir = new Link(image.getDestination(), image.getTitle());
            image.insertAfter(heir);
        }
        while (image.getFirstChild() != null) {
            var child = image.getFirstChild();
            if (linked) {
                image.insertBefore(child);
            } else {
                heir.appendChild(child);
            }
        }
        image.unlink();
    }
}
