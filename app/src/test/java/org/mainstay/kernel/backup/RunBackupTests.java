package org.mainstay.kernel.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainstay.flow.FlowDocument;
import org.mainstay.flow.FlowDocument.Step;
import org.mainstay.flow.FlowWriter;
import org.mainstay.flow.StepKind;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.request.Shop;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Node;
import org.mainstay.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import tools.jackson.databind.json.JsonMapper;

/// What was on its way when a backup was made goes on where it is restored.
@MainstayTest
class RunBackupTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Backup backup;

    @TempDir
    Path folder;

    private final String mark = "b" + Plan.newId().toString().substring(24);

    @Test
    void aFlowWithinAFlowGoesOn() throws Exception {
        cast.everybody();
        var ada = new Api(port, "ada");
        var shop = new Shop(ada);
        var inner = published(ada, "inner", new Step("a", "Within", StepKind.TASK, Map.of()));
        var outer = published(
                ada,
                "outer",
                new Step("b", "Sub", StepKind.SUB_FLOW, Map.of("flow", inner)),
                new Step("c", "Then", StepKind.TASK, Map.of()));
        var offered = shop.item(mark, "\"flow\":\"%s\"".formatted(outer));
        var request = Shop.number(ada.post("/catalog-items/" + offered + "/order", "{}"));
        var item = Shop.text(shop.items(ada, request).getFirst(), "number");
        await().atMost(PATIENCE).until(() -> !shop.tasks(ada, item).isEmpty());
        backup.write(folder.resolve("backup"));
        shop.close();

        var url = TestDatabase.fresh();
        var source = new DriverManagerDataSource(url, TestDatabase.USER, "");
        var there = new Restore(
                DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES),
                new Transactions(new DataSourceTransactionManager(source)));
        assertThat(there.read(folder.resolve("backup"))).isEmpty();
        try (var node = Node.on(url).ready()) {
            var moved = new Api(node.port(), "ada");
            completes(moved, item, "Within");
            completes(moved, item, "Then");
            await().atMost(PATIENCE)
                    .until(() -> Shop.text(
                                    moved.get("/request-items/" + item).is(200).json(), "state")
                            .equals("fulfilled"));
        }
    }

    private void completes(Api api, String item, String title) {
        var open = "/tasks?filter=request_item:" + item + "%20state:open%20title:" + title;
        await().atMost(PATIENCE)
                .until(() -> api.get(open).is(200).json().get("items").size() == 1);
        var task = api.get(open).json().at("/items/0/number").asString();
        api.post("/tasks/" + task + "/complete", "{}").is(200);
    }

    private String published(Api ada, String code, Step... steps) {
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("number", mark + "_" + code)
                .put("name", mark + " " + code)
                .put("document", FlowWriter.write(FlowDocument.line(List.of(steps))));
        var flow = Shop.number(ada.post("/flows", body.toString()));
        ada.post("/flows/" + flow + "/publish", "{}").is(200);
        return flow;
    }
}
