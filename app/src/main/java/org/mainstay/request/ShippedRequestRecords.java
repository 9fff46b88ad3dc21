package org.mainstay.request;

import java.util.List;
import org.mainstay.kernel.store.Shipped;
import org.mainstay.web.ShippedView;

/// The views of lists as they come.
final class ShippedRequestRecords implements Shipped {

    private static final String OPEN = "state:requested,waiting_for_approval,in_fulfilment";

    private static final List<ShippedView> VIEWS = List.of(
            new ShippedView("requests", "open", "Open", "Offen", OPEN),
            new ShippedView("requests", "fulfilled", "Delivered", "Geliefert", "state:fulfilled"),
            new ShippedView("request-items", "open", "Open", "Offen", OPEN),
            new ShippedView("request-items", "groups", "My groups", "Meine Gruppen", "group:mygroups " + OPEN),
            new ShippedView("request-items", "late", "Late", "Verspätet", OPEN + " expected_at<today"),
            new ShippedView("tasks", "ready", "Ready", "Bereit", "state:open,in_progress"),
            new ShippedView("tasks", "mine", "Assigned to me", "Mir zugewiesen", "assignee:me state:open,in_progress"),
            new ShippedView("tasks", "groups", "My groups", "Meine Gruppen", "group:mygroups state:open,in_progress"),
            new ShippedView(
                    "tasks",
                    "unassigned",
                    "Unassigned",
                    "Nicht zugewiesen",
                    "group:mygroups assignee:empty state:open,in_progress"),
            new ShippedView("catalog-items", "published", "Published", "Veröffentlicht", "state:published"),
            new ShippedView("catalog-items", "drafts", "Drafts", "Entwürfe", "state:draft"));

    @Override
    public List<Item> items() {
        return ShippedView.items(VIEWS);
    }
}
