package org.mainstay.change;

import java.util.ArrayList;
import java.util.List;
import org.mainstay.change.Change.Type;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Shipped;
import org.mainstay.web.ShippedView;

/// A model of each type, and the views of lists, as they come.
final class ShippedChangeRecords implements Shipped {

    static final String OPEN = "state:new,assess,authorize,scheduled,implement,review";

    private static final String SOONEST = "planned_start";

    private static final List<ShippedView> VIEWS = List.of(
            new ShippedView("changes", "open", "Open", "Offen", OPEN, SOONEST),
            new ShippedView("changes", "scheduled", "Scheduled", "Eingeplant", "state:scheduled,implement", SOONEST),
            new ShippedView("changes", "mine", "Assigned to me", "Mir zugewiesen", "assignee:me " + OPEN, SOONEST),
            new ShippedView("changes", "groups", "My groups", "Meine Gruppen", "group:mygroups " + OPEN, SOONEST),
            new ShippedView("changes", "review", "In review", "In Nachprüfung", "state:review"),
            new ShippedView("change-tasks", "open", "Open", "Offen", "state:open,in_progress"),
            new ShippedView(
                    "change-tasks", "mine", "Assigned to me", "Mir zugewiesen", "assignee:me state:open,in_progress"));

    private static final String WINDOW = "planned_start, planned_end";

    @Override
    public List<Item> items() {
        var items = new ArrayList<Item>();
        items.add(model(
                "standard",
                "Standard change",
                Type.STANDARD,
                "new, scheduled, implement, closed",
                "scheduled: configuration_item, implementation_plan, " + WINDOW));
        items.add(model(
                "normal",
                "Normal change",
                Type.NORMAL,
                "new, assess, authorize, scheduled, implement, review, closed",
                """
                authorize: configuration_item, description, implementation_plan, test_plan, back_out_plan
                authorize: %s
                closed: review""".formatted(WINDOW)));
        items.add(model(
                "emergency",
                "Emergency change",
                Type.EMERGENCY,
                "new, authorize, scheduled, implement, review, closed",
                """
                authorize: configuration_item, justification, implementation_plan, back_out_plan, %s
                closed: review""".formatted(WINDOW)));
        items.addAll(ShippedView.items(VIEWS));
        return items;
    }

    private static Item model(String key, String name, Type type, String states, String demands) {
        var values = new Values()
                .set(ChangeModelType.NAME, name)
                .set(ChangeModelType.TYPE, type)
                .set(ChangeModelType.POSITION, 100L)
                .set(ChangeModelType.STATES, states)
                .set(ChangeModelType.DEMANDS, demands);
        return new Item(ChangeModelType.CHANGE_MODEL, key, values);
    }
}
