package org.mainstay.problem;

import java.util.ArrayList;
import java.util.List;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Shipped;
import org.mainstay.web.Audience;
import org.mainstay.web.SavedViewType;

/// The views of lists as they come.
final class ShippedProblemRecords implements Shipped {

    private static final String OPEN = "state:new,assess,root_cause_analysis,fix_in_progress";

    private record View(String collection, String key, String name, String nameInGerman, String filter) {}

    private static final List<View> VIEWS = List.of(
            new View("problems", "open", "Open", "Offen", OPEN),
            new View("problems", "mine", "Assigned to me", "Mir zugewiesen", "assignee:me " + OPEN),
            new View("problems", "groups", "My groups", "Meine Gruppen", "group:mygroups " + OPEN),
            new View("problem-tasks", "open", "Open", "Offen", "state:open,in_progress"),
            new View("problem-tasks", "mine", "Assigned to me", "Mir zugewiesen", "assignee:me state:open,in_progress"),
            new View("problem-candidates", "open", "Open", "Offen", "state:open"),
            new View("problem-candidates", "dismissed", "Dismissed", "Verworfen", "state:dismissed"),
            new View("known-errors", "published", "Published", "Veröffentlicht", "state:published"),
            new View("known-errors", "drafts", "Drafts", "Entwürfe", "state:draft"));

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
