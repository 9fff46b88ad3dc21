package org.mainstay.cmdb.drift;

import java.util.List;
import org.mainstay.kernel.store.Shipped;
import org.mainstay.web.ShippedView;

/// The tabs over the list of drift.
final class ShippedDriftViews implements Shipped {

    static final String INBOX = "state:open flapping:no";

    @Override
    public List<Item> items() {
        return ShippedView.items(List.of(
                new ShippedView("drifts", "inbox", "Inbox", "Eingang", INBOX),
                new ShippedView("drifts", "groups", "My groups", "Meine Gruppen", "group:mygroups " + INBOX),
                new ShippedView("drifts", "flapping", "Flapping", "Schwankend", "state:open flapping:yes"),
                new ShippedView("drifts", "decided", "Decided", "Entschieden", "state:accepted,explained"),
                new ShippedView("drifts", "reversed", "Reversed", "Zurückgenommen", "state:reversed")));
    }
}
