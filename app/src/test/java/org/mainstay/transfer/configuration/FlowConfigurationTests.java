package org.mainstay.transfer.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mainstay.flow.FlowDocument;
import org.mainstay.flow.FlowDocument.Step;
import org.mainstay.flow.FlowWriter;
import org.mainstay.flow.StepKind;
import org.mainstay.kernel.record.Plan;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Node;
import org.mainstay.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/// Flows move with the configuration, as they are worked on and as they were published.
@MainstayTest
class FlowConfigurationTests {

    private static final String YAML = "application/yaml";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String code = "c" + Plan.newId().toString().substring(24);

    @Test
    void aPublishedFlowIsTheSameElsewhere() throws Exception {
        cast.everybody();
        var ada = new Api(port, "ada");
        var step = new Step("say", "Ä & <b>", StepKind.SEND_MESSAGE, Map.of("text", "two\nlines: \"quoted\"\n\n# no"));
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("number", code)
                .put("name", "Flow " + code)
                .put("document", FlowWriter.write(FlowDocument.line(List.of(step))));
        ada.post("/flows", body.toString()).is(201);
        ada.post("/flows/" + code + "/publish", "{\"note\":\"First\"}").is(200);
        var later = FlowWriter.write(FlowDocument.line(List.of(step, new Step("do", "Do", StepKind.TASK, Map.of()))));
        ada.patch(
                        "/flows/" + code,
                        body.put("document", later).without(List.of("number")).toString())
                .is(200);
        var here = flows(ada.get("/configuration").text());
        try (var node = Node.on(TestDatabase.empty())) {
            node.ready().ask("cast");
            var there = new Api(node.client(), "ada");
            var applied = there.send("POST", "/configuration", here, "Content-Type", YAML)
                    .is(200);
            assertThat(applied.json().at("/result/refused").asInt())
                    .as(applied.text())
                    .isZero();
            for (var path : List.of("/flows/" + code, "/flow-versions/" + code + ":1")) {
                var original = ada.get(path).is(200).json();
                var moved = there.get(path).is(200).json();
                for (var field : List.of("name", "document", "subject")) {
                    assertThat(moved.get(field)).as(path + " " + field).isEqualTo(original.get(field));
                }
            }
            // what is in force there is said there
            there.post("/flows/" + code + "/publish", "{}").is(200);
            assertThat(there.get("/flows/" + code).json().get("revision").asInt())
                    .isEqualTo(2);
        }
    }

    /// What of a configuration speaks of flows: other tests leave what cannot stand alone.
    private static String flows(String text) {
        return Pattern.compile("(?m)^(?=\\S)")
                .splitAsStream(text)
                .filter(it -> !it.strip().contains(":\n") || it.startsWith("flow:") || it.startsWith("flow_version:"))
                .collect(Collectors.joining());
    }
}
