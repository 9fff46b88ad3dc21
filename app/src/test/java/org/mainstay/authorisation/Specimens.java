package org.mainstay.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.approval.Approvals;
import org.mainstay.cmdb.relation.Relations;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.conversation.Uploads;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.testing.Cast;

/// A record of every type, in organisation one and, where types belong to organisations, in organisation two.
final class Specimens {

    /// In the place of the number of a policy that is still to be made.
    static final String POLICY = "policy";

    private final Acts acts;
    private final RecordStore store;
    private final RecordTypes types;
    private final Uploads uploads;
    private final ApprovalSpecimens approvals;
    private final Cast cast;
    private final List<Snapshot> made = new ArrayList<>();
    private final OrderSpecimens orders;
    private final ItemSpecimens items;
    private final ProblemSpecimens problems;
    private final ChangeSpecimens changes;

    Specimens(Acts acts, RecordStore store, RecordTypes types, Uploads uploads, Approvals approvals, Cast cast) {
        this.acts = acts;
        this.store = store;
        this.types = types;
        this.uploads = uploads;
        this.cast = cast;
        this.approvals = new ApprovalSpecimens(this, approvals, cast);
        orders = new OrderSpecimens(this, acts, store, types, cast);
        items = new ItemSpecimens(this, cast);
        problems = new ProblemSpecimens(this, cast);
        changes = new ChangeSpecimens(this, cast);
    }

    Map<String, Specimen> ofOne() {
        var one = cast.one().toString();
        var all = new LinkedHashMap<String, Specimen>();
        orders.catalogue(all);
        belonging(all, one, cast.mia(), "max", cast.network());
        Definitions.all(cast).forEach(it -> put(all, it.type(), of(all, it.create()), it.edit()));
        var form = all.get("form").record();
        acts.act(cast.ada(), form.type(), form.id(), "publish", Input.texts(Map.of()), null, false);
        put(
                all,
                "saved_view",
                Map.of("name", unique("View"), "collection", "incidents", "filter", "state:new"),
                Map.of("filter", "state:closed"),
                Map.of("audience", "everyone"));
        put(
                all,
                "dashboard",
                Map.of("title", unique("Board"), "audience", "everyone"),
                Map.of("description", "Figures"));
        put(
                all,
                "tile",
                Map.of(
                        "dashboard",
                        all.get("dashboard").record().id().toString(),
                        "title",
                        "Open",
                        "shape",
                        "number",
                        "collection",
                        "incidents"),
                Map.of("title", "Still open"));
        var cell =
                store.find(cast.ada(), types.need("priority_rule"), "high.high").orElseThrow();
        all.put(
                "priority_rule",
                new Specimen(
                        "priority_rule",
                        "priority-rules",
                        cell,
                        Map.of("impact", "high", "urgency", "high", "priority", "1"),
                        Map.of("priority", "1")));
        return all;
    }

    /// The policy is known only once there is one.
    private static Map<String, String> of(Map<String, Specimen> all, Map<String, String> values) {
        var known = new LinkedHashMap<>(values);
        known.computeIfPresent(
                "policy", (_, _) -> all.get("approval_policy").record().number());
        return known;
    }

    Map<String, Specimen> ofTwo() {
        var all = new LinkedHashMap<String, Specimen>();
        belonging(all, cast.two().toString(), cast.system(), "tim", cast.serviceDeskOfTwo());
        return all;
    }

    private void belonging(Map<String, Specimen> all, String organisation, Actor agent, String caller, UUID group) {
        incident(all, "incident", report(agent, caller, group, false));
        incident(all, "confidential", report(agent, caller, group, true));
        orders.requests(all, caller, group);
        problems.of(all, organisation, group);
        changes.of(all, organisation, group);
        var person = store.find(cast.ada(), types.need("person"), caller).orElseThrow();
        all.put(
                "person",
                new Specimen(
                        "person",
                        "people",
                        person,
                        Map.of("number", unique("somebody"), "name", "Somebody"),
                        Map.of("zone", "UTC")));
        var named = Map.of("name", unique("Thing"), "organisation", organisation);
        put(all, "group", named, Map.of("email", "group@example.org"));
        put(all, "location", named, Map.of("city", "Kassel"));
        var item = Map.of(
                "name", unique("Thing"), "organisation", organisation, "class", "business_service", "fqdn", "thing");
        put(all, "configuration_item", item, Map.of("criticality", "high"));
        var service = create(cast.ada(), "configuration_item", item);
        all.put("service", new Specimen("service", "services", service, item, Map.of("criticality", "low")));
        put(
                all,
                "relation",
                Map.of("type", "depends_on"),
                Map.of("protocol", "https"),
                Map.of(
                        "from",
                        service.id().toString(),
                        "to",
                        all.get("configuration_item").record().id().toString()));
        put(
                all,
                "discovery_source",
                Map.of("name", unique("Source"), "kind", "api", "organisation", organisation),
                Map.of("fresh_days", "7"));
        var source = Map.of("name", unique("Files"), "kind", "file", "organisation", organisation);
        put(
                all,
                "discovery_mapping",
                Map.of("name", unique("Mapping"), "format", "csv", "ci_class", "printer", "organisation", organisation),
                Map.of("name", unique("Columns")),
                Map.of(
                        "lines",
                        "[{\"from\":\"Name\",\"to\":\"name\"}]",
                        "source",
                        create(cast.ada(), "discovery_source", source).id().toString()));
        put(
                all,
                "reconciliation_task",
                Map.of("summary", unique("Task"), "kind", "duplicate", "organisation", organisation),
                Map.of("summary", unique("Question")),
                Map.of("item", service.id().toString()));
        approvals.of(all, organisation, caller);
        put(
                all,
                "accuracy_check",
                Map.of("attribute", "name", "verdict", "wrong"),
                Map.of("note", unique("Note")),
                Map.of("item", service.id().toString()));
        put(
                all,
                "drift",
                Map.of("summary", unique("Drift"), "organisation", organisation),
                Map.of("note", "As it should be"),
                Map.of("item", service.id().toString(), "group", group.toString()));
        var of = store.get(cast.ada(), types.need("organisation"), UUID.fromString(organisation))
                .orElseThrow();
        all.put(
                "organisation",
                new Specimen(
                        "organisation", "organisations", of, Map.of("name", "A third"), Map.of("description", "Ours")));
        put(
                all,
                "grant",
                Map.of("person", caller, "role", "requester", "for_organisation", organisation),
                Map.of("role", "requester"));
    }

    private void incident(Map<String, Specimen> all, String name, Snapshot record) {
        all.put(
                name,
                new Specimen(
                        name,
                        "incidents",
                        record,
                        Map.of("title", "Another"),
                        Map.of("description", "In other words")));
    }

    void put(Map<String, Specimen> all, String type, Map<String, String> values, Map<String, String> edit) {
        put(all, type, values, edit, Map.of());
    }

    /// @param own what the record has and another one, that anybody makes, has not
    void put(
            Map<String, Specimen> all,
            String type,
            Map<String, String> values,
            Map<String, String> edit,
            Map<String, String> own) {
        var whole = new LinkedHashMap<>(values);
        whole.putAll(own);
        var record = create(cast.ada(), type, whole);
        all.put(type, new Specimen(type, record.type().collection(), record, values, edit));
    }

    private Snapshot report(Actor agent, String caller, UUID group, boolean confidential) {
        return create(
                confidential ? cast.ada() : agent,
                "incident",
                Map.of(
                        "title",
                        "Printer on fire",
                        "caller",
                        caller,
                        "group",
                        group.toString(),
                        "confidential",
                        Boolean.toString(confidential)));
    }

    /// Another record like it that was deleted.
    Snapshot gone(Specimen like) {
        var values = new LinkedHashMap<>(like.create());
        if (like.record().type() == types.current(Relations.RELATION)) {
            // two items are related once; the other way round is another relation
            values.put("from", String.valueOf(like.record().get(Relations.TO)));
            values.put("to", String.valueOf(like.record().get(Relations.FROM)));
        }
        var record = create(cast.ada(), like.record().type().code(), values);
        remove(record);
        return record;
    }

    /// A record in the state that the action is for.
    Snapshot ready(Snapshot like, String action) {
        if (like.type().code().equals("person")) {
            var values = Map.of(
                    "number",
                    unique("somebody"),
                    "name",
                    "Somebody",
                    "organisation",
                    like.organisation().toString());
            return create(cast.ada(), "person", values);
        }
        if (like.type().code().equals("form")) {
            var values = Map.of("number", unique("form"), "name", "Table", "document", Definitions.form());
            return create(cast.ada(), "form", values);
        }
        if (OrderSpecimens.TYPES.contains(like.type().code())) {
            return orders.ready(like, action);
        }
        if (ProblemSpecimens.TYPES.contains(like.type().code())) {
            return problems.ready(like, action);
        }
        if (ChangeSpecimens.TYPES.contains(like.type().code())) {
            return changes.ready(like, action);
        }
        if (ItemSpecimens.TYPES.contains(like.type().code())) {
            return items.ready(like, action);
        }
        if (like.type().code().equals("approval")) {
            var person = like.organisation().equals(cast.two()) ? cast.tim() : cast.max();
            var asked = approvals.asked(like.organisation().toString(), cast.userName(person));
            return action.equals("answer") ? act(person, asked, "ask", Map.of("question", "Why?")) : asked;
        }
        var agent = like.organisation().equals(cast.two()) ? cast.olga() : cast.mia();
        var caller = like.organisation().equals(cast.two()) ? "tim" : "max";
        var group = like.organisation().equals(cast.two()) ? cast.serviceDeskOfTwo() : cast.network();
        var incident = report(agent, caller, group, false);
        return switch (action) {
            case "resume" -> act(agent, incident, "hold", Map.of("hold_reason", "awaiting_vendor"));
            case "close", "reopen" ->
                act(agent, incident, "resolve", Map.of("resolution_code", "fixed", "resolution", "Water"));
            case "demote_major" -> act(agent, incident, "propose_major", Map.of());
            case "undo_merge" -> act(agent, incident, "merge_duplicate", Map.of("duplicate_of", like.number()));
            default -> incident;
        };
    }

    Snapshot create(Actor actor, String type, Map<String, String> values) {
        var record = done(acts.create(actor, types.need(type), Input.texts(values), List.of(), false));
        made.add(record);
        return record;
    }

    Snapshot act(Actor actor, Snapshot record, String action, Map<String, String> answers) {
        return done(acts.act(actor, record.type(), record.id(), action, Input.texts(answers), null, false));
    }

    /// The same as somebody of the other organisation would have it: what is not theirs to see is theirs.
    Map<String, String> abroad(Map<String, String> values) {
        var one = List.of(cast.one().toString(), cast.network().toString(), "max");
        var two = List.of(cast.two().toString(), cast.serviceDeskOfTwo().toString(), "tim");
        var abroad = new LinkedHashMap<String, String>();
        values.forEach((code, value) -> {
            var other = one.contains(value) ? two.get(one.indexOf(value)) : value;
            abroad.put(code, two.contains(value) ? one.get(two.indexOf(value)) : other);
        });
        return abroad;
    }

    /// A file on the record, put there by an administrator.
    UUID attached(Snapshot record, String name, String content) {
        try {
            var attach = uploads.receive(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
            add(record, attach);
            return attach.id();
        } catch (IOException | Refusal e) {
            throw new IllegalStateException(e);
        }
    }

    /// A link to something that everybody sees, put there by an administrator.
    UUID linked(Snapshot record, LinkType type) {
        var link = new Link(Plan.newId(), type, everybodys());
        add(record, link);
        return link.id();
    }

    UUID person(String userName) {
        return cast.actor(userName).id();
    }

    /// A record that everybody sees.
    UUID everybodys() {
        return store.find(cast.ada(), types.need("priority_rule"), "low.low")
                .orElseThrow()
                .id();
    }

    private void add(Snapshot record, PlanPart part) {
        done(acts.add(cast.ada(), record.type(), record.id(), part));
    }

    private void remove(Snapshot record) {
        acts.delete(cast.ada(), record.type(), record.id(), null, false);
    }

    /// Leaves the cast's organisations, and what everybody sees, as they were.
    void remove() {
        made.reversed().forEach(this::remove);
        assertThat(made.stream()
                        .filter(it -> store.get(cast.ada(), it.type(), it.id()).isPresent()))
                .isEmpty();
    }

    long version(Snapshot record) {
        return store.get(cast.system(), record.type(), record.id())
                .map(Snapshot::version)
                .orElse(0L);
    }

    static Snapshot done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).record();
    }

    static String unique(String word) {
        return word + Plan.newId().toString().substring(28);
    }
}
