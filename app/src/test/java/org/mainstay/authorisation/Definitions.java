package org.mainstay.authorisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mainstay.testing.Cast;

/// What one of each type that administrators own could be made of.
final class Definitions {

    private Definitions() {}

    /// @param create what it would be made of
    /// @param edit a change that can be made
    record Definition(String type, Map<String, String> create, Map<String, String> edit) {}

    static List<Definition> all(Cast cast) {
        var all = new ArrayList<Definition>();
        var role = Map.of("number", Specimens.unique("role"), "name", "Reader", "permissions", "knowledge:read");
        add(all, "role", role, Map.of("description", "Reads"));
        add(all, "category", Map.of("name", Specimens.unique("Category")), Map.of("name", Specimens.unique("Other")));
        add(
                all,
                "pick",
                Map.of("list", "channel", "code", Specimens.unique("p"), "label", "Pigeon"),
                Map.of("label", "Dove"));
        add(
                all,
                "custom_field",
                Map.of("record_type", "location", "code", Specimens.unique("f"), "kind", "text", "label", "Floor"),
                Map.of("label", "Storey"));
        add(
                all,
                "assignment_rule",
                Map.of(
                        "name",
                        "Nothing",
                        "position",
                        "900",
                        "condition",
                        "title:" + Specimens.unique("never"),
                        "group",
                        cast.network().toString(),
                        "method",
                        "group_only",
                        "active",
                        "false"),
                Map.of("name", "Nobody"));
        add(
                all,
                "ci_class",
                Map.of("code", Specimens.unique("c"), "label", "Crane", "phase", "operational"),
                Map.of("label", "Lift"));
        add(
                all,
                "ci_attribute",
                Map.of("ci_class", "storage", "code", Specimens.unique("a"), "kind", "whole", "label", "Shelves"),
                Map.of("label", "Trays"));
        add(
                all,
                "relation_type",
                Map.of("code", Specimens.unique("r"), "label", "lifts", "reverse_label", "is lifted by"),
                Map.of("label", "raises"));
        var identification = Map.of("position", "900", "identifier", Specimens.unique("k"), "active", "false");
        add(all, "identification_rule", identification, Map.of("position", "901"));
        add(all, "precedence_rule", Map.of("attribute", "os", "rank", "900", "active", "false"), Map.of("rank", "901"));
        add(
                all,
                "change_model",
                Map.of("name", Specimens.unique("Model"), "type", "normal", "active", "false"),
                Map.of("position", "901"));
        add(
                all,
                "risk_rule",
                Map.of("fact", "hours", "threshold", "900", "points", "1", "active", "false"),
                Map.of("points", "2"));
        add(
                all,
                "risk_question",
                Map.of("code", Specimens.unique("q"), "text", "Is it raining?", "active", "false"),
                Map.of("text", "Is it dry?"));
        add(all, "announcement", Map.of("text", Specimens.unique("Lunch")), Map.of("text", "Supper"));
        add(
                all,
                "layout",
                Map.of(
                        "name",
                        Specimens.unique("Layout"),
                        "record_type",
                        "location",
                        "columns",
                        "name city",
                        "position",
                        "9000"),
                Map.of("columns", "name"));
        add(
                all,
                "template",
                Map.of(
                        "name", Specimens.unique("Template"),
                        "code", Specimens.unique("t"),
                        "record_type", "location",
                        "presets", "city: Kassel",
                        "audience", "everyone"),
                Map.of("presets", "city: Bonn"));
        add(
                all,
                "classification_rule",
                Map.of(
                        "name",
                        Specimens.unique("Rule"),
                        "position",
                        "900",
                        "condition",
                        "name:never",
                        "ci_class",
                        "printer",
                        "active",
                        "false"),
                Map.of("position", "901"));
        add(
                all,
                "question_set",
                Map.of("number", Specimens.unique("set"), "name", "Address", "document", asks("")),
                Map.of("name", "Place"));
        var code = Specimens.unique("form");
        add(all, "form", Map.of("number", code, "name", "Chair", "document", form()), Map.of("name", "Stool"));
        var version = Map.of("number", code + ":900", "form", code, "revision", "900", "document", form());
        add(all, "form_version", version, Map.of("note", "New"));
        health(all);
        approvals(all, cast);
        flows(all);
        return all;
    }

    private static void flows(List<Definition> all) {
        var code = Specimens.unique("flow");
        add(all, "flow", Map.of("number", code, "name", "Chairs"), Map.of("description", "How chairs come"));
        add(
                all,
                "flow_version",
                Map.of(
                        "number",
                        code + ":900",
                        "flow",
                        code,
                        "revision",
                        "900",
                        "subject",
                        "request_item",
                        "document",
                        FlowSpecimens.waiting()),
                Map.of("note", "New"));
    }

    private static void approvals(List<Definition> all, Cast cast) {
        add(
                all,
                "approval_policy",
                Map.of(
                        "name",
                        Specimens.unique("Policy"),
                        "record_type",
                        "location",
                        "condition",
                        "name:" + Specimens.unique("never"),
                        "stewards",
                        cast.operations().toString()),
                Map.of("position", "901"));
        add(
                all,
                "approval_step",
                Map.of("name", "Owner", "policy", Specimens.POLICY, "approvers", "owner"),
                Map.of("position", "901"));
        add(
                all,
                "approval_rule",
                Map.of("list", Specimens.unique("List"), "record_type", "location", "person", "nina"),
                Map.of("position", "901"));
    }

    /// A form that asks one thing.
    static String form() {
        return "{\"sections\":[" + asks("\"code\":\"all\",\"label\":\"All\",") + "]}";
    }

    private static String asks(String more) {
        return "{" + more + "\"questions\":[{\"code\":\"why\",\"kind\":\"text\",\"label\":\"Why\"}]}";
    }

    private static void health(List<Definition> all) {
        var measure = Map.of("code", Specimens.unique("m"), "label", "Shine", "active", "false");
        add(all, "health_measure", measure, Map.of("weight", "7"));
        add(
                all,
                "class_expectation",
                Map.of("name", Specimens.unique("Lamps"), "ci_class", "monitor", "active", "false"),
                Map.of("attributes", "owner"));
        add(
                all,
                "compliance_rule",
                Map.of("name", Specimens.unique("Rule"), "condition", "name:any", "active", "false"),
                Map.of("description", "Why"));
        add(
                all,
                "staleness_policy",
                Map.of("name", Specimens.unique("Policy"), "ci_class", "monitor", "active", "false"),
                Map.of("verify_after", "90"));
    }

    private static void add(List<Definition> all, String type, Map<String, String> create, Map<String, String> edit) {
        all.add(new Definition(type, create, edit));
    }
}
