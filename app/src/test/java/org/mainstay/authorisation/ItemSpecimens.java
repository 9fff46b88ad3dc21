package org.mainstay.authorisation;

import java.util.List;
import java.util.Map;
import org.mainstay.cmdb.drift.DriftType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.testing.Cast;

/// Configuration items, and what comes up about them.
final class ItemSpecimens {

    static final List<String> TYPES = List.of("configuration_item", "reconciliation_task", "drift");

    private final Specimens specimens;
    private final Cast cast;

    ItemSpecimens(Specimens specimens, Cast cast) {
        this.specimens = specimens;
        this.cast = cast;
    }

    /// A record in the state that the action is for.
    Snapshot ready(Snapshot like, String action) {
        if (like.type().code().equals("reconciliation_task")) {
            boolean asked = List.of("confirm", "retire").contains(action);
            var item = specimens.create(
                    cast.ada(),
                    "configuration_item",
                    Map.of(
                            "name",
                            Specimens.unique("Thing"),
                            "class",
                            "printer",
                            "organisation",
                            like.organisation().toString()));
            return specimens.create(
                    cast.ada(),
                    "reconciliation_task",
                    Map.of(
                            "summary",
                            Specimens.unique("Task"),
                            "kind",
                            asked ? "verification" : "reclassification",
                            "item",
                            item.id().toString(),
                            "proposed_class",
                            "phone",
                            "organisation",
                            like.organisation().toString()));
        }
        if (like.type().code().equals("drift")) {
            return specimens.create(
                    cast.ada(),
                    "drift",
                    Map.of(
                            "summary",
                            Specimens.unique("Drift"),
                            "item",
                            String.valueOf(like.get(DriftType.ITEM)),
                            "group",
                            String.valueOf(like.get(DriftType.GROUP))));
        }
        return List.of("archive", "bring_back").contains(action) ? retired(like) : like;
    }

    private Snapshot retired(Snapshot like) {
        return specimens.create(
                cast.ada(),
                "configuration_item",
                Map.of(
                        "name",
                        Specimens.unique("Thing"),
                        "class",
                        "business_service",
                        "status",
                        "retired",
                        "organisation",
                        like.organisation().toString()));
    }
}
