package org.mainstay.testing;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/// Agents who report and edit incidents through any node, and write down what was acknowledged. A call
/// that got no answer is made again, with its key, until one comes.
public final class Workload {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String INCIDENTS = "/api/v1/incidents";
    private static final List<String> AGENTS = List.of("sam", "nina", "otto", "mia");
    private static final Set<Integer> AGAIN = Set.of(409, 429, 503);

    private final List<Client> nodes;
    private final ConcurrentLinkedQueue<Fact> created = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Fact> edits = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Fact> comments = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private volatile boolean over;

    /// Something acknowledged of a record.
    public record Fact(String number, String text) {}

    public Workload(List<Client> nodes) {
        this.nodes = new CopyOnWriteArrayList<>(nodes);
    }

    /// One agent's work until [#finish].
    public void work(int agent) {
        var random = new Random(agent);
        var own = new ArrayList<String>();
        for (int n = 0; !over; n++) {
            var text = "agent " + agent + " step " + n;
            var body = "{\"%s\":\"" + text + "\"}";
            if (own.isEmpty() || random.nextInt(3) == 0) {
                var answer = call(agent, random, "POST", INCIDENTS, body.formatted("title"));
                if (answer != null) {
                    var number = MAPPER.readTree(answer.body()).get("number").stringValue();
                    own.add(number);
                    acknowledge(created, number, text);
                }
                continue;
            }
            var shared = created.peek();
            var number = random.nextBoolean() && shared != null ? shared.number() : own.getLast();
            if (random.nextBoolean()) {
                var edit = body.formatted("description");
                if (call(agent, random, "PATCH", INCIDENTS + "/" + number, edit) != null) {
                    acknowledge(edits, number, text);
                }
            } else {
                var comment = body.formatted("text");
                if (call(agent, random, "POST", INCIDENTS + "/" + number + "/comments", comment) != null) {
                    acknowledge(comments, number, text);
                }
            }
        }
    }

    private void acknowledge(ConcurrentLinkedQueue<Fact> queue, String number, String text) {
        queue.add(new Fact(number, text));
        acknowledged.incrementAndGet();
    }

    /// @return the acknowledgement; null when the work is over before one came
    private HttpResponse<String> call(int agent, Random random, String method, String path, String body) {
        var key = UUID.randomUUID().toString();
        var who = Client.basic(AGENTS.get(agent % AGENTS.size()), Cast.PASSWORD);
        while (true) {
            var client = nodes.get(random.nextInt(nodes.size()));
            try {
                var answer = client.send(
                        method,
                        path,
                        body,
                        "Authorization",
                        who,
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        key);
                if (answer.statusCode() < 300) {
                    return answer;
                }
                if (!AGAIN.contains(answer.statusCode())) {
                    throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
                }
            } catch (UncheckedIOException e) {
                // a killed node: whether it had done it, the other one knows
                nodes.remove(client);
            }
            if (over) {
                return null;
            }
        }
    }

    public void finish() {
        over = true;
    }

    public int acknowledged() {
        return acknowledged.get();
    }

    public List<Fact> created() {
        return List.copyOf(created);
    }

    public List<Fact> edits() {
        return List.copyOf(edits);
    }

    public List<Fact> comments() {
        return List.copyOf(comments);
    }
}
