package org.mainstay.incident;

import java.util.ArrayList;
import java.util.List;
import org.mainstay.incident.Incident.Level;
import org.mainstay.kernel.definition.PickType;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Shipped;
import org.mainstay.web.Audience;
import org.mainstay.web.SavedViewType;

/// Channels, resolution codes, the priority matrix and the views of lists as they come.
final class ShippedIncidentRecords implements Shipped {

    private record Option(String code, String label, String labelInGerman) {}

    private static final List<Option> CHANNELS = List.of(
            new Option("phone", "Phone", "Telefon"),
            new Option("email", "E-mail", "E-Mail"),
            new Option("self_service", "Self-service", "Self-Service"),
            new Option("walk_in", "Walk-in", "Vor Ort"),
            new Option("chat", "Chat", "Chat"),
            new Option("monitoring", "Monitoring", "Monitoring"));

    private static final List<Option> RESOLUTION_CODES = List.of(
            new Option("fixed", "Fixed", "Behoben"),
            new Option("workaround", "Workaround", "Umgehungslösung"),
            new Option("caller_fixed", "Fixed by the caller", "Vom Anrufer behoben"),
            new Option("duplicate", "Duplicate", "Duplikat"),
            new Option("known_error", "Known error", "Bekannter Fehler"),
            new Option("not_reproducible", "Not reproducible", "Nicht nachvollziehbar"),
            new Option("user_error", "User error", "Bedienfehler"));

    private record View(String key, String name, String nameInGerman, String filter, String sort) {}

    private static final List<View> VIEWS = List.of(
            new View("open", "Open", "Offen", "state:new,in_progress,on_hold", ""),
            new View("mine", "Assigned to me", "Mir zugewiesen", "assignee:me state:new,in_progress,on_hold", ""),
            new View("groups", "My groups", "Meine Gruppen", "group:mygroups state:new,in_progress,on_hold", ""),
            new View(
                    "unassigned",
                    "Unassigned",
                    "Nicht zugewiesen",
                    "group:mygroups assignee:empty state:new,in_progress,on_hold",
                    "-opened_at"),
            new View("waiting", "On hold", "Wartend", "group:mygroups state:on_hold", "-updated_at"),
            new View("major", "Major incidents", "Großstörungen", "major_incident:accepted,proposed", "-opened_at"),
            new View("resolved", "Resolved lately", "Kürzlich gelöst", "resolved_at>-7d", "-updated_at"));

    @Override
    public List<Item> items() {
        var items = new ArrayList<Item>();
        options(items, IncidentType.CHANNELS, CHANNELS);
        options(items, IncidentType.RESOLUTION_CODES, RESOLUTION_CODES);
        for (Level impact : Level.values()) {
            for (Level urgency : Level.values()) {
                items.add(cell(impact, urgency));
            }
        }
        VIEWS.forEach(it -> items.add(view(it, 10L * (VIEWS.indexOf(it) + 1))));
        return items;
    }

    private static Item view(View view, long position) {
        var values = new Values()
                .set(SavedViewType.NAME, view.name())
                .set(SavedViewType.NAME_DE, view.nameInGerman())
                .set(SavedViewType.COLLECTION, "incidents")
                .set(SavedViewType.FILTER, view.filter())
                .set(SavedViewType.SORT, view.sort().isEmpty() ? null : view.sort())
                .set(SavedViewType.AUDIENCE, Audience.EVERYONE)
                .set(SavedViewType.POSITION, position);
        return new Item(SavedViewType.SAVED_VIEW, "incidents:" + view.key(), values);
    }

    private static void options(List<Item> items, String list, List<Option> options) {
        long position = 0;
        for (Option option : options) {
            position += 10;
            var values = new Values()
                    .set(PickType.LIST, list)
                    .set(PickType.CODE, option.code())
                    .set(PickType.LABEL, option.label())
                    .set(PickType.LABEL_DE, option.labelInGerman())
                    .set(PickType.POSITION, position);
            items.add(new Item(PickType.PICK, PickType.number(list, option.code()), values));
        }
    }

    private static Item cell(Level impact, Level urgency) {
        var values = new Values()
                .set(PriorityRuleType.IMPACT, impact)
                .set(PriorityRuleType.URGENCY, urgency)
                .set(PriorityRuleType.PRIORITY, PriorityMatrix.shipped(impact, urgency));
        return new Item(PriorityRuleType.PRIORITY_RULE, PriorityRuleType.number(impact, urgency), values);
    }
}
