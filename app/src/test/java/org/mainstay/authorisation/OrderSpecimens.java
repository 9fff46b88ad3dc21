package org.mainstay.authorisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.testing.Cast;

/// What can be ordered, and what was.
final class OrderSpecimens {

    static final List<String> TYPES = List.of("catalog_item", "flow", "request", "request_item", "task");

    private static final Set<String> FLOWING = Set.of("retry_step", "skip_step", "take_over_step", "send_message");

    private final Specimens specimens;
    private final Acts acts;
    private final RecordStore store;
    private final RecordTypes types;
    private final Cast cast;
    private final FlowSpecimens flows;
    private @Nullable Snapshot item;

    OrderSpecimens(Specimens specimens, Acts acts, RecordStore store, RecordTypes types, Cast cast) {
        this.specimens = specimens;
        this.acts = acts;
        this.store = store;
        this.types = types;
        this.cast = cast;
        flows = new FlowSpecimens(acts, store, types, cast);
    }

    void catalogue(Map<String, Specimen> all) {
        specimens.put(all, "catalog", Map.of("name", Specimens.unique("Catalogue")), Map.of("name_de", "Katalog"));
        var catalog = specimens
                .create(cast.ada(), "catalog", Map.of("name", Specimens.unique("Catalogue")))
                .number();
        specimens.put(
                all,
                "catalog_category",
                Map.of("name", Specimens.unique("Category"), "catalog", catalog),
                Map.of("name_de", "Kategorie"));
        var category = specimens
                .create(
                        cast.ada(),
                        "catalog_category",
                        Map.of("name", Specimens.unique("Category"), "catalog", catalog))
                .number();
        specimens.put(
                all,
                "catalog_item",
                Map.of("name", Specimens.unique("Chair"), "category", category),
                Map.of("name_de", "Stuhl"));
        item = all.get("catalog_item").record();
        var of = Map.of("item", item());
        specimens.put(
                all,
                "catalog_item_version",
                Map.of("name", Specimens.unique("Chair"), "edition", "1"),
                Map.of("note", "Softer"),
                of);
        specimens.put(
                all,
                "catalog_task_template",
                Map.of("title", Specimens.unique("Task")),
                Map.of("title_de", "Aufgabe"),
                of);
        specimens.put(
                all,
                "bundle_item",
                Map.of("name", Specimens.unique("Part")),
                Map.of("quantity", "2"),
                Map.of(
                        "bundle",
                        item(),
                        "item",
                        specimens
                                .create(
                                        cast.ada(),
                                        "catalog_item",
                                        Map.of("name", Specimens.unique("Leg"), "category", category))
                                .number()));
    }

    /// A draft that nobody is offered.
    private String item() {
        return Objects.requireNonNull(item, "the catalogue comes first").number();
    }

    void requests(Map<String, Specimen> all, String caller, UUID group) {
        specimens.put(
                all, "request", Map.of("title", "Chairs"), Map.of("title", "Two chairs"), Map.of("requester", caller));
        var request = all.get("request").record().number();
        specimens.put(
                all,
                "request_item",
                Map.of("title", "A chair"),
                Map.of("title", "This chair"),
                Map.of("request", request, "item", item(), "group", group.toString(), "flow_version", flows.waits()));
        flows.begun(all.get("request_item").record());
        specimens.put(
                all,
                "task",
                Map.of("title", "Carry it"),
                Map.of("title", "Carry it up"),
                Map.of("request_item", all.get("request_item").record().number(), "group", group.toString()));
    }

    /// What was published is not deleted any more, so nobody sees it.
    Snapshot ready(Snapshot like, String action) {
        if (like.type().code().equals("flow")) {
            return flows.draft(FlowSpecimens.waiting());
        }
        if (like.type().code().equals("catalog_item")) {
            var catalog = kept("catalog", Map.of("name", "Kept"));
            var category = kept("catalog_category", Map.of("name", "Kept", "catalog", catalog.number()));
            var table = kept(
                    "catalog_item",
                    Map.of("name", "Table", "seen_by", "name:nobody-at-all", "category", category.number()));
            return action.equals("retire") ? specimens.act(cast.ada(), table, "publish", Map.of()) : table;
        }
        boolean two = like.organisation().equals(cast.two());
        var request =
                specimens.create(cast.ada(), "request", Map.of("title", "Chairs", "requester", two ? "tim" : "max"));
        var group = (two ? cast.serviceDeskOfTwo() : cast.network()).toString();
        var values =
                new HashMap<>(Map.of("title", "A chair", "request", request.number(), "item", item(), "group", group));
        if (FLOWING.contains(action)) {
            values.put("flow_version", action.equals("send_message") ? flows.waits() : flows.fails());
        }
        var wanted = specimens.create(cast.ada(), "request_item", values);
        if (FLOWING.contains(action)) {
            var begun = flows.begun(wanted);
            return action.equals("send_message") ? begun : flows.failed(begun);
        }
        if (like.type().code().equals("task")) {
            return specimens.create(
                    cast.ada(), "task", Map.of("title", "Carry it", "request_item", wanted.number(), "group", group));
        }
        var now = List.of("close", "reopen", "rate").contains(action)
                ? specimens.act(cast.ada(), wanted, "fulfil", Map.of())
                : wanted;
        return like.type().code().equals("request")
                ? store.get(cast.ada(), request.type(), request.id()).orElseThrow()
                : now;
    }

    /// Not among what is removed.
    private Snapshot kept(String type, Map<String, String> values) {
        return Specimens.done(acts.create(cast.ada(), types.need(type), Input.texts(values), List.of(), false));
    }
}
