package org.mainstay.authorisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.testing.Cast;

/// Changes, their tasks, and what is said of affected items.
final class ChangeSpecimens {

    static final List<String> TYPES =
            List.of("change", "change_task", "affected_item", "freeze_period", "maintenance_window");

    /// What is done before the action can be.
    private static final Map<String, List<String>> BEFORE = Map.of(
            "implement", List.of("schedule"),
            "finish", List.of("schedule", "implement"),
            "revise", List.of("schedule"),
            "close", List.of("record_afterwards"));

    private final Specimens specimens;
    private final Cast cast;

    ChangeSpecimens(Specimens specimens, Cast cast) {
        this.specimens = specimens;
        this.cast = cast;
    }

    void of(Map<String, Specimen> all, String organisation, UUID group) {
        var own = Map.of("organisation", organisation, "group", group.toString());
        specimens.put(
                all,
                "change",
                Map.of("title", "Renew", "type", "normal", "configuration_item", item(organisation)),
                Map.of("title", "Renew all"),
                own);
        var change = all.get("change").record().number();
        specimens.put(
                all,
                "change_task",
                Map.of("title", "Look", "kind", "plan"),
                Map.of("title", "Look closer"),
                Map.of("change", change, "group", group.toString()));
        specimens.put(
                all,
                "affected_item",
                Map.of("change", change),
                Map.of("reason", "It is near"),
                Map.of("item", item(organisation)));
        var window = Map.of(
                "organisation",
                organisation,
                "starts_at",
                "2027-12-20T00:00:00Z",
                "ends_at",
                "2028-01-02T00:00:00Z",
                "items",
                item(organisation));
        for (var type : List.of("freeze_period", "maintenance_window")) {
            specimens.put(all, type, Map.of("name", "Year end"), Map.of("name", "End of the year"), window);
        }
    }

    private String item(String organisation) {
        return specimens
                .create(
                        cast.ada(),
                        "configuration_item",
                        Map.of(
                                "class",
                                "linux_server",
                                "name",
                                Specimens.unique("renewed"),
                                "organisation",
                                organisation))
                .id()
                .toString();
    }

    Snapshot ready(Snapshot like, String action) {
        var organisation = like.organisation();
        var group = organisation.equals(cast.two()) ? cast.serviceDeskOfTwo() : cast.network();
        var of = new HashMap<>(Map.of("title", "Renew", "type", type(action), "group", group.toString()));
        of.put("organisation", organisation.toString());
        of.put("configuration_item", item(organisation.toString()));
        for (String fact :
                List.of("description", "justification", "implementation_plan", "test_plan", "back_out_plan")) {
            of.put(fact, "So");
        }
        of.put("planned_start", "2026-01-01T00:00:00Z");
        of.put("planned_end", "2026-12-31T00:00:00Z");
        var change = specimens.create(cast.ada(), "change", of);
        if (like.type().code().equals("change_task")) {
            return specimens.create(
                    cast.ada(), "change_task", Map.of("title", "Look", "kind", "plan", "change", change.number()));
        }
        for (String before : BEFORE.getOrDefault(action, List.of())) {
            change = specimens.act(cast.ada(), change, before, answers(before));
        }
        return change;
    }

    private static String type(String action) {
        return switch (action) {
            case "request_approval", "close", "record_afterwards" -> "emergency";
            case "schedule", "implement", "finish", "revise" -> "standard";
            default -> "normal";
        };
    }

    private static Map<String, String> answers(String action) {
        return action.equals("record_afterwards")
                ? Map.of(
                        "actual_start",
                        "2026-01-01T00:00:00Z",
                        "actual_end",
                        "2026-01-01T01:00:00Z",
                        "outcome",
                        "successful",
                        "reason",
                        "Fire")
                : Map.of();
    }
}
