package org.mainstay.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mainstay.flow.FlowDocument.Step;
import org.mainstay.request.Shop;
import org.mainstay.testing.Api;
import tools.jackson.databind.json.JsonMapper;

/// Writes flows, publishes them and has things fulfilled by them.
final class Author {

    private final Api ada;
    private final Shop shop;
    private final String mark;

    Author(Api ada, Shop shop, String mark) {
        this.ada = ada;
        this.shop = shop;
        this.mark = mark;
    }

    /// @param fields names and values in turn
    static Step step(String id, StepKind kind, String... fields) {
        var said = new LinkedHashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            said.put(fields[i], fields[i + 1]);
        }
        return new Step(id, "Step " + id, kind, said);
    }

    String published(String code, Step... steps) {
        return published(code, FlowDocument.line(List.of(steps)));
    }

    /// @return the flow's code
    String published(String code, FlowDocument document) {
        var flow = drafted(code, document);
        ada.post("/flows/" + flow + "/publish", "{}").is(200);
        return flow;
    }

    String drafted(String code, FlowDocument document) {
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("number", mark + "_" + code)
                .put("name", mark + " " + code)
                .put("document", FlowWriter.write(document));
        return Shop.number(ada.post("/flows", body.toString()));
    }

    /// @return the number of a catalogue item
    String item(String flow) {
        return shop.item(mark + " " + flow, "\"flow\":\"%s\"".formatted(flow));
    }

    /// Orders the item for who asks.
    ///
    /// @return the number of the request item
    String ordered(Api who, String item) {
        return ordered(who, item, "{}");
    }

    /// @param body of the order, in JSON
    String ordered(Api who, String item, String body) {
        var request = Shop.number(who.post("/catalog-items/" + item + "/order", body));
        return Shop.text(shop.items(ada, request).getFirst(), "number");
    }

    /// A document out of nodes and of links `from>to`, `from>to?step=outcome`, `from>to!` for all other cases.
    static FlowDocument drawn(List<FlowDocument.Node> nodes, String... links) {
        var drawn = new ArrayList<FlowDocument.Link>();
        for (int i = 0; i < links.length; i++) {
            var parts = links[i].split("[>?=!]");
            drawn.add(new FlowDocument.Link(
                    "l" + i,
                    parts[0],
                    parts[1],
                    "",
                    "",
                    parts.length > 2 ? parts[2] : "",
                    parts.length > 3 ? parts[3] : "",
                    links[i].endsWith("!")));
        }
        return new FlowDocument(nodes, drawn, Map.of());
    }
}
