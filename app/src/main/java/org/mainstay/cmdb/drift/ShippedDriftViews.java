package org.mainstay.cmdb.drift;

import java.util.List;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Shipped;
import org.mainstay.web.Audience;
import org.mainstay.web.SavedViewType;

/// The tabs over the list of drift.
final class ShippedDriftViews implements Shipped {

    static final String INBOX = "state:open flapping:no";

    @Override
    public List<Item> items() {
        return List.of(
                view("inbox", "Inbox", "Eingang", INBOX, 10),
                view("groups", "My groups", "Meine Gruppen", "group:mygroups " + INBOX, 20),
                view("flapping", "Flapping", "Schwankend", "state:open flapping:yes", 30),
                view("decided", "Decided", "Entschieden", "state:accepted,explained", 40),
                view("reversed", "Reversed", "Zurückgenommen", "state:reversed", 50));
    }

    private static Item view(String key, String name, String nameInGerman, String filter, long position) {
        var values = new Values()
                .set(SavedViewType.NAME, name)
                .set(SavedViewType.NAME_DE, nameInGerman)
                .set(SavedViewType.COLLECTION, "drifts")
                .set(SavedViewType.FILTER, filter)
                .set(SavedViewType.AUDIENCE, Audience.EVERYONE)
                .set(SavedViewType.POSITION, position);
        return new Item(SavedViewType.SAVED_VIEW, "drifts:" + key, values);
    }
}
