package org.mainstay.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mainstay.flow.FlowDocument;
import org.mainstay.flow.FlowDocument.Box;
import org.mainstay.flow.FlowDocument.Branch;
import org.mainstay.flow.FlowDocument.End;
import org.mainstay.flow.FlowDocument.Link;
import org.mainstay.flow.FlowDocument.Node;
import org.mainstay.flow.FlowDocument.Parallel;
import org.mainstay.flow.FlowDocument.Start;
import org.mainstay.flow.FlowDocument.Step;
import org.mainstay.flow.FlowType;
import org.mainstay.flow.FlowWriter;
import org.mainstay.flow.StepKind;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.CatalogItemType;

/// How some of what the demo company offers is fulfilled, where a line of tasks says too little.
final class DemoFlows {

    private final RecordStore store;
    private final DemoPeople company;
    private final DemoCatalog catalog;

    DemoFlows(RecordStore store, DemoPeople company, DemoCatalog catalog) {
        this.store = store;
        this.company = company;
        this.catalog = catalog;
    }

    void make() {
        flow("vpn_access", "VPN access", access());
        flow("virtual_server", "Virtual server", server());
    }

    /// Somebody of the network team looks at it, the gateway is asked by itself, and who gets it is told.
    private static FlowDocument access() {
        return FlowDocument.line(List.of(
                task("look", "Look at the reason", "Grund ansehen", "Network"),
                step(
                        "grant",
                        "Grant the access",
                        "Zugang erteilen",
                        StepKind.REST_CALL,
                        "method",
                        "POST",
                        "url",
                        "https://" + VpnGateway.HOST + "/grants",
                        "body",
                        "{\"person\":\"{{beneficiary}}\",\"order\":\"{{number}}\"}",
                        "compensation",
                        "Take the access back",
                        "compensation_de",
                        "Zugang entziehen",
                        "compensation_group",
                        "Network"),
                step(
                        "tell",
                        "Tell how to use it",
                        "Sagen, wie man ihn nutzt",
                        StepKind.SEND_MESSAGE,
                        "text",
                        "Your access is there, {{beneficiary.name}}. Start the VPN program and sign in as always.")));
    }

    /// Machine and address are made side by side and taken back where somebody cancels; who ordered it looks at it, and
    /// where it is not right it is made anew.
    private static FlowDocument server() {
        var layout = new LinkedHashMap<String, Box>();
        var nodes = new ArrayList<Node>();
        place(nodes, layout, new Start("start", ""), 160, 202, 36);
        place(nodes, layout, new Parallel("fork", ""), 250, 195, 50);
        var machine = task(
                "machine",
                "Make the machine",
                "Maschine anlegen",
                "Operations",
                "compensation",
                "Delete the machine",
                "compensation_de",
                "Maschine löschen");
        var address = task(
                "watch",
                "Give it an address",
                "Adresse vergeben",
                "Network",
                "compensation",
                "Free the address",
                "compensation_de",
                "Adresse freigeben");
        place(nodes, layout, machine, 350, 80, 0);
        place(nodes, layout, address, 350, 280, 0);
        place(nodes, layout, new Parallel("join", ""), 500, 195, 50);
        place(
                nodes,
                layout,
                task("check", "Check that it answers", "Prüfen, ob sie antwortet", "Operations"),
                600,
                180,
                0);
        place(nodes, layout, new Branch("right", "Is it right?"), 750, 195, 50);
        place(nodes, layout, task("repair", "Put it right", "Nachbessern", "Operations"), 725, 300, 0);
        place(nodes, layout, new End("end", "", false), 860, 202, 36);
        return new FlowDocument(
                nodes,
                List.of(
                        link("start", "fork"),
                        link("fork", "machine"),
                        link("fork", "watch"),
                        link("machine", "join"),
                        link("watch", "join"),
                        link("join", "check"),
                        link("check", "right"),
                        new Link("wrong", "right", "repair", "No", "", "check", "skipped", false),
                        new Link("good", "right", "end", "Yes", "", "", "", true),
                        link("repair", "check")),
                layout);
    }

    /// @param size of both sides; 0 for that of a task
    private static void place(List<Node> nodes, Map<String, Box> layout, Node node, double x, double y, double size) {
        nodes.add(node);
        layout.put(node.id(), size == 0 ? new Box(x, y, 100, 80) : new Box(x, y, size, size));
    }

    private static Link link(String from, String to) {
        return new Link(from + "_to_" + to, from, to, "", "", "", "", false);
    }

    private static Step task(String id, String name, String german, String group, String... more) {
        var said = Stream.concat(Stream.of("group", group), Stream.of(more)).toArray(String[]::new);
        return step(id, name, german, StepKind.TASK, said);
    }

    private static Step step(String id, String name, String german, StepKind kind, String... said) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name_de", german);
        for (int i = 0; i < said.length; i += 2) {
            fields.put(said[i], said[i + 1]);
        }
        return new Step(id, name, kind, fields);
    }

    private void flow(String code, String item, FlowDocument document) {
        var flow = Plan.newId();
        var values = new Values()
                .set(FlowType.NAME, item)
                .set(FlowType.SUBJECT, "request_item")
                .set(FlowType.DOCUMENT, FlowWriter.write(document));
        company.save(
                company.system(),
                Plan.of(Cause.CREATED)
                        .with(new org.mainstay.kernel.record.Step.Create(
                                FlowType.FLOW, flow, code, values, new ArrayList<>(), List.of())));
        catalog.act(FlowType.FLOW, flow, "publish");
        var offered = store.get(company.system(), CatalogItemType.CATALOG_ITEM, catalog.item(item))
                .orElseThrow();
        var plan = Plan.of(Cause.EDITED);
        plan.edit(offered).set(CatalogItemType.FLOW, flow);
        company.save(company.system(), plan);
        catalog.act(CatalogItemType.CATALOG_ITEM, offered.id(), "publish");
    }
}
