package org.mainstay.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.problem.ProblemTests.number;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The pieces of the work on a problem.
@MainstayTest
class ProblemTaskTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Test
    void theWorkOnAProblemIsDividedIntoTasks() {
        cast.everybody();
        var mark = "t" + UUID.randomUUID().toString().substring(0, 8);
        var paula = new Api(port, "paula");
        var sam = paula.as("sam");
        var one = number(paula.post("/problems", "{\"title\":\"Paper burns " + mark + "\"}"));
        var task = number(paula.post(
                "/problem-tasks",
                "{\"title\":\"Look %s\",\"problem\":\"%s\",\"group\":\"Network\",\"due_at\":\"2090-01-01T00:00:00Z\"}"
                        .formatted(mark, one)));
        assertThat(task).startsWith("PTK");
        var path = "/problem-tasks/" + task;
        sam.patch(path, "{\"assignee\":\"sam\"}").refused(422, "/assignee");
        var nina = paula.as("nina");
        nina.post(path + "/start", "{}").is(200);
        var begun = nina.get(path).json();
        assertThat(begun.get("state").asString()).isEqualTo("in_progress");
        assertThat(begun.at("/assignee/number").asString()).isEqualTo("nina");
        nina.post(path + "/start", "{}").problem(403);
        nina.post(path + "/complete", "{\"comment\":\"It is dry\"}").is(200);
        assertThat(nina.get(path).json().get("ended_at").isNull()).isFalse();
        nina.post(path + "/cancel", "{\"reason\":\"No\"}").problem(403);
        var other = number(paula.post("/problem-tasks", "{\"title\":\"Smell\",\"problem\":\"%s\"}".formatted(one)));
        paula.post("/problem-tasks/" + other + "/cancel", "{}").refused(422, "/reason");
        paula.post("/problem-tasks/" + other + "/cancel", "{\"reason\":\"It stinks\"}")
                .is(200);
        var client = new Client(port);
        var cookie = client.signIn("paula", Cast.PASSWORD);
        var panel = client.get("/problems/" + one + "/tasks", "Cookie", cookie, "HX-Request", "true");
        assertThat(panel.body()).contains(task, other, "Done", "Cancelled", "/problem-tasks/new?problem=" + one);
        assertThat(client.get("/problem-tasks/new?problem=" + one, "Cookie", cookie)
                        .body())
                .contains(one);
        paula.as("max").get(path).problem(404);
        paula.as("olga")
                .post("/problem-tasks", "{\"title\":\"Mine\",\"problem\":\"%s\"}".formatted(one))
                .problem(422);
    }
}
