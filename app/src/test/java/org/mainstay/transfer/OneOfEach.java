package org.mainstay.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mainstay.approval.Approvals;
import org.mainstay.flow.FlowDocument;
import org.mainstay.flow.FlowWriter;
import org.mainstay.flow.StepKind;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.testing.Cast;

/// A record of every type that people make, with values that files get wrong easily.
final class OneOfEach {

    private final RecordTypes types;
    private final Acts acts;
    private final Cast cast;
    private final Approvals approvals;
    private final Map<String, Snapshot> records = new HashMap<>();

    OneOfEach(RecordTypes types, Acts acts, Cast cast, Approvals approvals) {
        this.types = types;
        this.acts = acts;
        this.cast = cast;
        this.approvals = approvals;
    }

    /// @param mark a word that nothing else has
    Map<String, Snapshot> made(String mark) {
        make("organisation", "name=Org " + mark, "description==1+1");
        make("person", "number=" + mark, "name='-Person " + mark, "email=" + mark + "@example.org", "manager=sam");
        make("group", "name=Group " + mark, "members=sam, nina", "description=two\nlines, \"quoted\"");
        make("location", "name=Location " + mark);
        make("role", "number=" + mark, "name=Role " + mark, "permissions=incident:work");
        make("grant", "person=sam", "role=requester");
        make("category", "name=+Category " + mark);
        make("pick", "list=channel", "code=" + mark, "label=Label " + mark);
        make("custom_field", "record_type=group", "code=" + mark, "kind=text", "label=Field " + mark);
        make("announcement", "text=Text " + mark, "kind=warning", "ends_at=2020-01-01T00:00:00Z");
        make("layout", "name=Layout " + mark, "record_type=location", "columns=name city");
        make("template", "name=T " + mark, "record_type=location", "presets=city: A\nname: B\n C");
        make("saved_view", "name=View " + mark, "collection=incidents", "filter=\"=1+1\"", "columns=title,state");
        make("configuration_item", "name=Server " + mark, "class=linux_server", "memory_mb=2048");
        var server = Objects.requireNonNull(records.get("configuration_item"));
        make("configuration_item", "name=Item " + mark, "class=business_service", "owner=sam");
        var service = Objects.requireNonNull(records.get("configuration_item"));
        make(
                "relation",
                "type=depends_on",
                "from=" + service.number(),
                "to=" + server.number(),
                "port=443",
                "valid_to=2090-01-01T00:00:00Z");
        make("discovery_source", "name=Source " + mark, "kind=scan", "fresh_days=7");
        var source = Objects.requireNonNull(records.get("discovery_source"));
        make("discovery_source", "name=Files " + mark, "kind=file");
        make(
                "discovery_mapping",
                "name=Mapping " + mark,
                "source="
                        + Objects.requireNonNull(records.get("discovery_source"))
                                .number(),
                "format=csv",
                "ci_class=linux_server",
                "charset=windows_1252",
                "separator=semicolon",
                "header=false",
                "lines=[{\"from\":\"1\",\"to\":\"name\",\"letters\":\"lower\"}]");
        records.put("discovery_source", source);
        make(
                "precedence_rule",
                "ci_class=server",
                "attribute=os",
                "source=" + source.number(),
                "rank=7",
                "fresh_days=30");
        make("identification_rule", "ci_class=storage", "position=900", "identifier=x" + mark, "active=false");
        make(
                "classification_rule",
                "name=Printers " + mark,
                "position=900",
                "condition=os:JetDirect",
                "ci_class=printer",
                "active=false");
        make("health_measure", "code=m" + mark, "label=Shine", "weight=7", "active=false");
        make(
                "class_expectation",
                "name=Monitors " + mark,
                "ci_class=monitor",
                "attributes=owner, model",
                "related=needs",
                "unique_names=true",
                "active=false");
        make("compliance_rule", "name=Rule " + mark, "ci_class=server", "condition=os:any", "active=false");
        make(
                "staleness_policy",
                "name=Policy " + mark,
                "source=" + source.number(),
                "verify_after=61",
                "retire_after=99",
                "archive_after=200",
                "active=false");
        forms(mark);
        flows(mark);
        make("drift", "summary=Drift " + mark, "item=" + server.number(), "note=As it should be");
        make(
                "reconciliation_task",
                "summary=Task " + mark,
                "kind=duplicate",
                "item=" + server.number(),
                "other_item=" + service.number());
        make("accuracy_check", "item=" + server.number(), "attribute=name", "verdict=wrong", "note=It is " + mark);
        approval(mark);
        make(
                "assignment_rule",
                "name=Rule " + mark,
                "position=900000",
                "condition=title:" + mark,
                "group=Network",
                "method=group_only",
                "active=false");
        make(
                "incident",
                "title==Incident; " + mark,
                "description='quoted\n\nlines\t, \"x\"",
                "caller=max",
                "impact=high",
                "urgency=low",
                "due_at=2027-01-01T10:00:00Z");
        make("catalog", "name=Catalogue " + mark, "name_de=Katalog " + mark, "seen_by=name:" + mark);
        make("catalog_category", "name=Category " + mark, "catalog=" + number("catalog"), "icon=key");
        make(
                "catalog_item",
                "name==Item; " + mark,
                "category=" + number("catalog_category"),
                "price=12.50 EUR",
                "recurring_price=1 EUR",
                "recurring_period=month",
                "promise=P5D",
                "ordered_by=department:\"=1+1\"",
                "most=7");
        make("catalog_task_template", "title=Task " + mark, "item=" + number("catalog_item"), "position=7");
        make(
                "bundle_item",
                "name=Part " + mark,
                "bundle=" + number("catalog_item"),
                "item=" + item("Leg " + mark).number(),
                "condition=requester.department:\"=1+1\"",
                "quantity=3",
                "position=7",
                "answers=colour: {paint}\nsize: 3");
        make(
                "catalog_item_version",
                "name=Item " + mark,
                "item=" + number("catalog_item"),
                "edition=3",
                "price=1 EUR",
                "note=two\nlines");
        make("request", "title=Request " + mark, "requester=max", "total_price=12.50 EUR");
        make(
                "request_item",
                "title=-Item " + mark,
                "request=" + number("request"),
                "item=" + number("catalog_item"),
                "quantity=2",
                "price=12.50 EUR",
                "expected_at=2027-01-01T10:00:00Z");
        make(
                "problem",
                "title=+Problem " + mark,
                "cause=two\nlines, \"quoted\"",
                "impact=high",
                "urgency=low",
                "group=Network");
        make("problem_task", "title=Look " + mark, "problem=" + number("problem"), "due_at=2027-01-01T10:00:00Z");
        make("cause", "statement==Because " + mark, "problem=" + number("problem"), "kind=contributing_factor");
        make(
                "known_error",
                "title=@Error " + mark,
                "symptom==1+1",
                "workaround=Wait; \"then\" retry",
                "problem=" + number("problem"));
        make("problem_candidate", "title=-Candidate " + mark);
        changes(mark);
        make("task", "title=Do " + mark, "request_item=" + number("request_item"), "description==1+1");
        make(
                "specimen",
                "title=@Specimen " + mark,
                "size=3",
                "weight=1.50",
                "price=-12.50 EUR",
                "fragile=true",
                "found_on=2026-01-31",
                "seen_at=2026-01-31T10:00:00.123456Z",
                "lasts=PT26H",
                "secret=hidden");
        return records;
    }

    private void changes(String mark) {
        make(
                "change_model",
                "name=Model " + mark,
                "type=standard",
                "active=false",
                "states=new, scheduled, implement, closed",
                "demands=scheduled: planned_start\nclosed: review",
                "tasks=implement: Stop, \"then\" start");
        make("risk_rule", "fact=hours", "threshold=900", "points=4", "least=high", "active=false");
        make(
                "risk_question",
                "code=" + mark,
                "text=Sure, \"really\"? " + mark,
                "answers=yes: 0\nsome: 2: A, b; c",
                "active=false");
        make(
                "change",
                "title=+Change " + mark,
                "type=normal",
                "configuration_item=" + number("configuration_item"),
                "back_out_plan=two\nlines, \"quoted\"",
                "planned_start=2027-01-01T10:00:00Z",
                "planned_end=2027-01-01T12:00:00Z",
                "group=Network");
        make("change_task", "title=Do " + mark, "change=" + number("change"), "kind=test", "position=7");
        make("affected_item", "change=" + number("change"), "item=" + number("configuration_item"), "reason==1+1");
        make(
                "freeze_period",
                "name=@Freeze " + mark,
                "kind=blackout",
                "starts_at=2027-12-20T00:00:00Z",
                "ends_at=2028-01-02T00:00:00Z",
                "recurrence_rule=FREQ=YEARLY",
                "zone=Europe/Berlin",
                "items=" + number("configuration_item"),
                "groups=Network",
                "description=two\nlines");
        make(
                "maintenance_window",
                "name=-Window " + mark,
                "starts_at=2027-01-02T21:00:00Z",
                "ends_at=2027-01-03T03:00:00Z",
                "recurrence_rule=FREQ=WEEKLY;BYDAY=SA",
                "items=" + number("configuration_item"));
    }

    private void approval(String mark) {
        make("absence", "person=max", "from_at=2020-01-01T00:00:00Z", "to_at=2020-01-03T00:00:00Z", "substitute=eve");
        make("approval_rule", "list=List " + mark, "record_type=location", "amount_from=500.00 EUR", "person=nina");
        make(
                "approval_policy",
                "name=Policy " + mark,
                "record_type=location",
                "condition=name:" + mark,
                "stewards=Network");
        var policy = Objects.requireNonNull(records.get("approval_policy"));
        make(
                "approval_step",
                "name=Step " + mark,
                "policy=" + policy.number(),
                "approvers=person",
                "person=nina",
                "deadline=PT48H",
                "reminder=PT24H");
        make("location", "name=" + mark, "address=for=max amount=12.50 EUR");
        var location = Objects.requireNonNull(records.get("location"));
        records.put("approval", approvals.request(cast.ada(), location).orElseThrow());
    }

    private void forms(String mark) {
        var asks = "\"questions\":[{\"code\":\"why\",\"kind\":\"text\",\"label\":\"Why " + mark + "\"}]";
        make("question_set", "number=set_" + mark, "name=Set " + mark, "document={" + asks + "}");
        var document = "{\"sections\":[{\"code\":\"all\",\"label\":\"All\"," + asks + "}]}";
        make("form", "number=form_" + mark, "name=Form " + mark, "document=" + document);
        make("form_version", "number=form_" + mark + ":7", "form=form_" + mark, "revision=7", "document=" + document);
    }

    private void flows(String mark) {
        var step = new FlowDocument.Step(
                "say", "=Say " + mark, StepKind.SEND_MESSAGE, Map.of("text", "two\nlines, \"quoted\" & <b>"));
        var document = FlowWriter.write(FlowDocument.line(List.of(step)));
        make("flow", "number=flow_" + mark, "name=Flow " + mark, "document=" + document);
        make(
                "flow_version",
                "number=flow_" + mark + ":7",
                "flow=flow_" + mark,
                "revision=7",
                "subject=request_item",
                "document=" + document);
    }

    private String number(String type) {
        return Objects.requireNonNull(records.get(type)).number();
    }

    /// @param values each `attribute=value`
    private void make(String type, String... values) {
        var texts = new HashMap<String, String>();
        for (var value : values) {
            var parts = value.split("=", 2);
            texts.put(parts[0], parts[1]);
        }
        texts.keySet()
                .removeIf(it ->
                        !it.equals("number") && types.need(type).attribute(it).isEmpty());
        var made = acts.create(cast.ada(), types.need(type), Input.texts(texts), List.of(), false);
        assertThat(made).as(type).isInstanceOf(Outcome.Done.class);
        records.put(type, ((Outcome.Done) made).record());
    }

    private Snapshot item(String name) {
        var values = Map.of("name", name, "category", number("catalog_category"));
        var made = acts.create(cast.ada(), types.need("catalog_item"), Input.texts(values), List.of(), false);
        return ((Outcome.Done) made).record();
    }
}
