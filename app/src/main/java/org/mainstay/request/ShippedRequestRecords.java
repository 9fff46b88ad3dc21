package org.mainstay.request;

import java.util.ArrayList;
import java.util.List;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Shipped;
import org.mainstay.web.Audience;
import org.mainstay.web.SavedViewType;

/// The views of lists as they come.
final class ShippedRequestRecords implements Shipped {

    private static final String OPEN = "state:requested,waiting_for_approval,in_fulfilment";

    private record View(String collection, String key, String name, String nameInGerman, String filter) {}

    private static final List<View> VIEWS = List.of(
            new View("requests", "open", "Open", "Offen", OPEN),
            new View("requests", "fulfilled", "Delivered", "Geliefert", "state:fulfilled"),
            new View("request-items", "open", "Open", "Offen", OPEN),
            new View("request-items", "groups", "My groups", "Meine Gruppen", "group:mygroups " + OPEN),
            new View("request-items", "late", "Late", "Verspätet", OPEN + " expected_at<today"),
            new View("tasks", "ready", "Ready", "Bereit", "state:open,in_progress"),
            new View("tasks", "mine", "Assigned to me", "Mir zugewiesen", "assignee:me state:open,in_progress"),
            new View("tasks", "groups", "My groups", "Meine Gruppen", "group:mygroups state:open,in_progress"),
            new View(
                    "tasks",
                    "unassigned",
                    "Unassigned",
                    "Nicht zugewiesen",
                    "group:mygroups assignee:empty state:open,in_progress"),
            new View("catalog-items", "published", "Published", "Veröffentlicht", "state:published"),
            new View("catalog-items", "drafts", "Drafts", "Entwürfe", "state:draft"));

    @Override
    public List<Item> items() {
        var items = new ArrayList<Item>();
        VIEWS.forEach(it -> items.add(view(it, 10L * (VIEWS.indexOf(it) + 1))));
        return items;
    }

    private static Item view(View view, long position) {
        var values = new Values()
                .set(SavedViewType.NAME, view.name())
                .set(SavedViewType.NAME_DE, view.nameInGerman())
                .set(SavedViewType.COLLECTION, view.collection())
                .set(SavedViewType.FILTER, view.filter())
                .set(SavedViewType.AUDIENCE, Audience.EVERYONE)
                .set(SavedViewType.POSITION, position);
        return new Item(SavedViewType.SAVED_VIEW, view.collection() + ":" + view.key(), values);
    }
}
