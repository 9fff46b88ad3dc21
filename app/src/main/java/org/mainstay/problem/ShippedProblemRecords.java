package org.mainstay.problem;

import java.util.List;
import org.mainstay.kernel.store.Shipped;
import org.mainstay.web.ShippedView;

/// The views of lists as they come.
final class ShippedProblemRecords implements Shipped {

    private static final String OPEN = "state:new,assess,root_cause_analysis,fix_in_progress";

    private static final List<ShippedView> VIEWS = List.of(
            new ShippedView("problems", "open", "Open", "Offen", OPEN),
            new ShippedView("problems", "mine", "Assigned to me", "Mir zugewiesen", "assignee:me " + OPEN),
            new ShippedView("problems", "groups", "My groups", "Meine Gruppen", "group:mygroups " + OPEN),
            new ShippedView("problem-tasks", "open", "Open", "Offen", "state:open,in_progress"),
            new ShippedView(
                    "problem-tasks", "mine", "Assigned to me", "Mir zugewiesen", "assignee:me state:open,in_progress"),
            new ShippedView("problem-candidates", "open", "Open", "Offen", "state:open"),
            new ShippedView("problem-candidates", "dismissed", "Dismissed", "Verworfen", "state:dismissed"),
            new ShippedView("known-errors", "published", "Published", "Veröffentlicht", "state:published"),
            new ShippedView("known-errors", "drafts", "Drafts", "Entwürfe", "state:draft"));

    @Override
    public List<Item> items() {
        return ShippedView.items(VIEWS);
    }
}
