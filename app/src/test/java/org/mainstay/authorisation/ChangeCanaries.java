package org.mainstay.authorisation;

import java.util.List;
import java.util.Map;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.testing.Cast;

/// What agents plan for the items of an organisation.
record ChangeCanaries(Canaries canaries, Cast cast) {

    void of(String organisation, Snapshot item, String name, String... agents) {
        var change = canaries.secret(
                canaries.make(
                        "change",
                        Map.of(
                                "organisation",
                                organisation,
                                "title",
                                canaries.canary("change-" + name, agents),
                                "type",
                                "normal",
                                "configuration_item",
                                item.number(),
                                "description",
                                canaries.canary("change-text-" + name, agents),
                                "back_out_plan",
                                canaries.canary("change-plan-" + name, agents))),
                agents);
        canaries.secret(
                canaries.make(
                        "change_task",
                        Map.of("title", canaries.canary("change-task-" + name, agents), "change", change.number())),
                agents);
        canaries.secret(
                canaries.make(
                        "affected_item",
                        Map.of(
                                "change",
                                change.number(),
                                "item",
                                item.number(),
                                "reason",
                                canaries.canary("affected-" + name, agents))),
                agents);
        for (var type : List.of("freeze_period", "maintenance_window")) {
            canaries.secret(
                    canaries.make(
                            type,
                            Map.of(
                                    "organisation",
                                    organisation,
                                    "name",
                                    canaries.canary(type + "-" + name, agents),
                                    "items",
                                    item.number(),
                                    "starts_at",
                                    "2027-12-20T00:00:00Z",
                                    "ends_at",
                                    "2028-01-02T00:00:00Z")),
                    agents);
        }
    }
}
