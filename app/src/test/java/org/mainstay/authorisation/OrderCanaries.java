package org.mainstay.authorisation;

import java.util.List;
import java.util.Map;
import org.mainstay.approval.Approvals;
import org.mainstay.flow.FlowDocument;
import org.mainstay.flow.FlowWriter;
import org.mainstay.flow.StepKind;
import org.mainstay.testing.Cast;

/// What some know of what was ordered, and of what somebody is asked to decide on.
record OrderCanaries(Canaries canaries, Approvals approvals, Cast cast) {

    /// What nobody but its agents and who gets it knows of.
    void ordered(String requester, String name, String... agents) {
        var catalog = canaries.make("catalog", Map.of("name", Specimens.unique("Catalogue")));
        var category = canaries.make(
                "catalog_category", Map.of("name", Specimens.unique("Category"), "catalog", catalog.number()));
        var item =
                canaries.make("catalog_item", Map.of("name", Specimens.unique("Item"), "category", category.number()));
        var request = canaries.secret(
                canaries.make(
                        "request", Map.of("title", canaries.canary("request-" + name, agents), "requester", requester)),
                agents);
        var one = canaries.secret(
                canaries.make(
                        "request_item",
                        Map.of(
                                "title",
                                canaries.canary("request-item-" + name, agents),
                                "request",
                                request.number(),
                                "item",
                                item.number())),
                agents);
        canaries.note(cast.ada(), one, "note-on-item-" + name, agents);
        var task = Map.of("title", canaries.canary("order-task-" + name, agents), "request_item", one.number());
        canaries.secret(canaries.make("task", task), agents);
        canaries.made.addAll(List.of(item, category, catalog));
    }

    /// A flow that only administrators know of, and what it tells other systems.
    void flow() {
        var step = new FlowDocument.Step(
                "ask",
                canaries.canary("flow-step"),
                StepKind.REST_CALL,
                Map.of(
                        "method",
                        "POST",
                        "url",
                        "https://example.org/" + canaries.canary("flow-url").replace(' ', '/')));
        var document = FlowWriter.write(FlowDocument.line(List.of(step)));
        var flow = canaries.secret(canaries.make(
                "flow",
                Map.of(
                        "number",
                        Specimens.unique("canary"),
                        "name",
                        canaries.canary("flow"),
                        "description",
                        canaries.canary("flow-text"),
                        "document",
                        document)));
        canaries.secret(canaries.make(
                "flow_version",
                Map.of(
                        "number",
                        flow.number() + ":1",
                        "flow",
                        flow.number(),
                        "revision",
                        "1",
                        "subject",
                        "request_item",
                        "document",
                        document)));
    }

    /// A location that somebody nobody knows is asked about.
    void approved(String organisation, String name, String person, String... people) {
        var mark = Specimens.unique("asked");
        var values =
                Map.of("name", mark, "record_type", "location", "condition", "address~" + mark, "stewards", "Network");
        var policy = canaries.make("approval_policy", values);
        var step = canaries.make(
                "approval_step",
                Map.of("name", "One", "policy", policy.number(), "approvers", "person", "person", person));
        canaries.secrets.add(step);
        canaries.secrets.add(policy);
        var location = canaries.secret(
                canaries.make(
                        "location",
                        Map.of(
                                "organisation",
                                organisation,
                                "name",
                                canaries.canary("approved-" + name, people),
                                "address",
                                mark)),
                people);
        // who sees a record sees who decides on it
        canaries.secret(approvals.request(cast.ada(), location).orElseThrow(), people);
    }
}
