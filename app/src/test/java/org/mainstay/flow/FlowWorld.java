package org.mainstay.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mainstay.kernel.record.Plan;
import org.mainstay.request.Shop;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// People who order, and an administrator who writes flows and looks how far they are.
class FlowWorld {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    final String mark = "f" + Plan.newId().toString().substring(24);
    Api ada;
    Api max;
    Shop shop;
    Author author;

    @BeforeEach
    void thereIsAShop() {
        cast.everybody();
        ada = new Api(port, "ada");
        max = new Api(port, "max");
        shop = new Shop(ada);
        author = new Author(ada, shop, mark);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    String state(String item) {
        return Shop.text(ada.get("/request-items/" + item).is(200).json(), "state");
    }

    void comes(String item, String state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state(item)).isEqualTo(state));
    }

    /// The only open task with the title, once it is there.
    String task(String item, String title) {
        await().atMost(PATIENCE).until(() -> open(item, title).size() == 1);
        return Shop.text(open(item, title).getFirst(), "number");
    }

    List<JsonNode> open(String item, String title) {
        return shop.tasks(ada, item).stream()
                .filter(it -> Shop.text(it, "title").equals(title)
                        && Shop.text(it, "state").equals("open"))
                .toList();
    }

    void complete(String item, String title) {
        ada.post("/tasks/" + task(item, title) + "/complete", "{}").is(200);
    }
}
