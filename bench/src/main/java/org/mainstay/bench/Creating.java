package org.mainstay.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.mainstay.cmdb.graph.Moment;
import org.mainstay.cmdb.graph.Relation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Items and five times as many relations, made by the API as two files of one JSON object a line: the items under keys
/// of their own, the relations naming them by these.
///
/// @param target where to make the files
record Creating(Product product, Path target) {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String USER = "ada";
    private static final String CUT = "cut-of-the-bench";
    private static final int EACH = 5;

    private static final List<String> CLASSES = List.of(
            "business_service",
            "service_instance",
            "service_instance",
            "application_component",
            "database",
            "linux_server",
            "virtual_machine",
            "esx_server",
            "network_switch");

    private static final List<String> TYPES = List.of("", "depends_on", "runs_on", "contains", "member_of");

    void run(int items) throws IOException, InterruptedException {
        var layered = new LayeredGraph(items, GraphBench.SEED);
        var itemFile = target.resolve("bench-items.ndjson");
        var relationFile = target.resolve("bench-relations.ndjson");
        items(layered, itemFile);
        int relations = relations(layered, relationFile, EACH * items);
        double application = product.applicationCpu();
        double database = product.databaseCpu();
        long before = System.nanoTime();
        var made = load("configuration-items", itemFile);
        double half = (System.nanoTime() - before) / 1e9;
        var related = load("relations", relationFile);
        double seconds = (System.nanoTime() - before) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%n%,d items in %.1f s, then %,d relations in %.1f s, by the API: %.1f s together (budget 60 s for"
                        + " 100,000 and 500,000); CPU %.1f s of the application, %.1f s of the database. %s; %s.%n",
                items,
                half,
                relations,
                seconds - half,
                seconds,
                (product.applicationCpu() - application) / 1e3,
                (product.databaseCpu() - database) / 1e3,
                made.get("result"),
                related.get("result"));
    }

    private static void items(LayeredGraph layered, Path file) throws IOException {
        try (var writer = Files.newBufferedWriter(file)) {
            for (var all = layered.items(); all.hasNext(); ) {
                var item = all.next();
                writer.write(String.format(
                        Locale.ROOT,
                        "{\"key\":\"i%d\",\"name\":\"Item %d\",\"class\":\"%s\",\"environment\":\"production\"}%n",
                        item.number(),
                        item.number(),
                        CLASSES.get(item.itemClass())));
            }
        }
    }

    /// @return how many: two items are related once in one way
    private static int relations(LayeredGraph layered, Path file, int most) throws IOException {
        var known = new HashSet<String>();
        try (var writer = Files.newBufferedWriter(file)) {
            for (var all = layered.relations(); all.hasNext() && known.size() < most; ) {
                var one = all.next();
                if (one.from() != one.to() && known.add(one.type() + " " + one.from() + " " + one.to())) {
                    relation(one, known.size(), writer);
                }
            }
        }
        return known.size();
    }

    private static void relation(Relation one, int key, BufferedWriter writer) throws IOException {
        writer.write(String.format(
                Locale.ROOT,
                "{\"key\":\"r%d\",\"type\":\"%s\",\"from\":\"i%d\",\"to\":\"i%d\",\"valid_from\":\"%s\"%s}%n",
                key,
                TYPES.get(one.type()),
                one.from(),
                one.to(),
                instant(one.validFrom()),
                one.validTo() == Moment.OPEN ? "" : ",\"valid_to\":\"" + instant(one.validTo()) + "\""));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private JsonNode load(String collection, Path file) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var accepted = http.send(
                    request("/api/v1/" + collection + "/import?key=key&source=bench")
                            .header("Content-Type", "multipart/form-data; boundary=" + CUT)
                            .POST(body(file))
                            .build(),
                    BodyHandlers.ofString());
            if (accepted.statusCode() != 202) {
                throw new IllegalStateException(accepted.body());
            }
            var job = request(accepted.headers().firstValue("Location").orElseThrow())
                    .build();
            while (true) {
                HttpResponse<String> answer = http.send(job, BodyHandlers.ofString());
                var node = MAPPER.readTree(answer.body());
                if (!List.of("queued", "running").contains(node.get("state").asString())) {
                    return node;
                }
                Thread.sleep(100);
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        var secret = (USER + ":" + Product.PASSWORD).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(product.address() + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(secret));
    }

    private static BodyPublisher body(Path file) throws IOException {
        return BodyPublishers.concat(
                BodyPublishers.ofString("--" + CUT + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + file.getFileName() + "\"\r\nContent-Type: application/x-ndjson\r\n\r\n"),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + CUT + "--\r\n"));
    }
}
