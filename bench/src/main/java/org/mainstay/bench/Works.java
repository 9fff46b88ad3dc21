package org.mainstay.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/// The works of the budget, each asked over HTTP.
final class Works {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String OPEN = " state:new,in_progress,on_hold";

    private final Product product;
    private final Bench.People people;
    private final Limit limit;
    private final double seconds;
    private final Load load = new Load();

    Works(Product product, Bench.People people, Limit limit, double seconds) {
        this.product = product;
        this.people = people;
        this.limit = limit;
        this.seconds = seconds;
    }

    /// One line of the table.
    ///
    /// @param application CPU milliseconds of the application per answer; `database` likewise
    /// @param limit the same of the least work; 0 where none is set
    record Figure(
            double application, double database, double limit, double perSecond, double p50, double p99, long bad) {

        double cpu() {
            return application + database;
        }
    }

    Map<String, Figure> measure() {
        var figures = new LinkedHashMap<String, Figure>();
        var agent = people.agentToken();
        var key = new AtomicLong(System.nanoTime());
        double bareSmall = limit.http(java(), 1_500);
        double bareList = limit.http(java(), 60_000);
        measure(
                figures,
                "create",
                limit.database("create") + bareSmall,
                random ->
                        post(agent, "/incidents", """
                {"title":"Printer on floor 3 jams %d","description":"Since this morning every second page is crumpled.",
                "impact":"medium","urgency":"low","group":"%s"}""".formatted(key.incrementAndGet(), any(random, people.groups()))));
        measure(
                figures,
                "read",
                limit.database("read") + bareSmall,
                random -> get(agent, "/incidents/" + any(random, people.agentNumbers())));
        double listLimit = limit.database("list") + bareList;
        measure(
                figures,
                "list of a group, first page",
                listLimit,
                random -> get(agent, list(any(random, people.groups()), "")));
        var cursors = cursors(agent);
        measure(figures, "list of a group, any page", listLimit, random -> get(agent, any(random, cursors)));
        measure(figures, "list, requester", listLimit, _ -> get(people.requesterToken(), "/incidents?limit=50"));
        measure(
                figures,
                "list, administrator",
                listLimit,
                _ -> get(people.adminToken(), "/incidents?limit=50&filter=" + encode(OPEN.strip())));
        measure(
                figures,
                "filter by text and day",
                0,
                random -> get(
                        agent,
                        "/incidents?limit=50&filter="
                                + encode("opened>-" + random.nextInt(1, 300) + "d priority<=2 printer")));
        measure(
                figures,
                "update with comment",
                limit.database("update") + bareSmall,
                random -> post(
                        agent,
                        "/incidents/" + any(random, people.agentNumbers()) + "/comments",
                        "{\"text\":\"Waiting for the supplier.\",\"internal\":false}"));
        measure(
                figures,
                "edit",
                limit.database("update") + bareSmall,
                random -> patch(
                        agent,
                        "/incidents/" + any(random, people.agentNumbers()),
                        "{\"description\":\"Seen again " + random.nextLong() + "\"}"));
        measure(
                figures,
                "stats by two choices",
                0,
                _ -> get(people.adminToken(), "/incidents/stats?group_by=priority,state&measure=count"));
        var cookie = new SignIn(product.address()).cookie(people.agentName(), Product.PASSWORD);
        measure(
                figures,
                "list page",
                0,
                random -> page(cookie, "/incidents?filter=" + encode("group:" + any(random, people.groups()) + OPEN)));
        measure(figures, "record page", 0, random -> page(cookie, "/incidents/" + any(random, people.agentNumbers())));
        return figures;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private void measure(
            Map<String, Figure> figures, String name, double limitCpu, Function<RandomGenerator, HttpRequest> work) {
        load.run(Math.max(3, seconds / 2), work);
        double application = product.applicationCpu();
        double database = product.databaseCpu();
        var result = load.run(seconds, work);
        double answers = Math.max(1, result.answers());
        figures.put(
                name,
                new Figure(
                        (product.applicationCpu() - application) / answers,
                        (product.databaseCpu() - database) / answers,
                        limitCpu,
                        result.answers() / result.seconds(),
                        result.percentile(0.5),
                        result.percentile(0.99),
                        result.bad()));
        System.err.println(name + " " + figures.get(name) + " " + result.firstBad());
    }

    private static String list(String group, String more) {
        return "/incidents?limit=50&sort=priority,-opened_at&filter=" + encode("group:" + group + OPEN) + more;
    }

    /// Pages of the groups' lists, as deep as twenty.
    private List<String> cursors(String token) {
        var pages = new ArrayList<String>();
        for (var group : people.groups()) {
            var cursor = "";
            for (int page = 0; page < 20; page++) {
                var address = list(group, cursor.isEmpty() ? "" : "&cursor=" + encode(cursor));
                pages.add(address);
                var next = MAPPER.readTree(load.body(get(token, address))).get("next");
                if (next == null || next.isNull()) {
                    break;
                }
                cursor = next.stringValue();
            }
        }
        return pages;
    }

    private HttpRequest get(String token, String path) {
        return api(token, path).GET().build();
    }

    private HttpRequest post(String token, String path, String body) {
        return api(token, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest patch(String token, String path, String body) {
        return api(token, path)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder api(String token, String path) {
        return HttpRequest.newBuilder(URI.create(product.address() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token);
    }

    private HttpRequest page(String cookie, String path) {
        return HttpRequest.newBuilder(URI.create(product.address() + path))
                .header("Cookie", cookie)
                .GET()
                .build();
    }

    private static String any(RandomGenerator random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
