package org.mainstay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.LifecycleException;
import tools.jackson.databind.json.JsonMapper;

/// `./mainstay bench [10000,100000,1000000] [seconds]`: fills incidents through the bulk door, asks for
/// them as three people at eight clients, and prints CPU milliseconds per answer (application and
/// database) with the machine's own limit beside them. Fails nothing: noisy machines make timed tests
/// lie. `./mainstay bench again 1000000 [seconds]` asks what the last filling left, which takes minutes instead
/// of a quarter of an hour.
public final class Bench {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /// The word that makes this the bare server instead.
    static final String BARE = "bare";

    /// The word that measures the graph in memory instead.
    private static final String GRAPH = "graph";

    /// The word that measures what is filled already.
    static final String AGAIN = "again";

    /// The word that measures requests instead of incidents.
    private static final String REQUESTS = "requests";

    /// The word that measures changes and their schedule.
    private static final String CHANGES = "changes";

    /// So many more tell who asks for what.
    private static final long TELLING = 20_000;

    private Bench() {}

    public static void main(String[] arguments)
            throws IOException, LifecycleException, InterruptedException, SQLException {
        if (arguments.length > 0 && arguments[0].equals(BARE)) {
            BareServer.main(arguments);
            return;
        }
        if (arguments.length > 0 && arguments[0].equals(GRAPH)) {
            GraphBench.main(arguments);
            return;
        }
        if (arguments.length > 0 && arguments[0].equals(REQUESTS)) {
            RequestBench.main(Arrays.asList(arguments).subList(1, arguments.length));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals(CHANGES)) {
            ChangeBench.main(Arrays.asList(arguments).subList(1, arguments.length));
            return;
        }
        boolean again = arguments.length > 0 && arguments[0].equals(AGAIN);
        var words = Arrays.asList(arguments).subList(again ? 1 : 0, arguments.length);
        var sizes = Arrays.stream((words.isEmpty() ? "10000,100000,1000000" : words.getFirst()).split(","))
                .map(Long::valueOf)
                .toList();
        double seconds = words.size() > 1 ? Double.parseDouble(words.get(1)) : 4;
        var target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Files.deleteIfExists(Child.ERRORS);
        var table = new Table(sizes);
        var data = target.resolve("bench-data");
        if (!again) {
            new Importing(target).run().ifPresent(table::say);
            wipe(data);
        }
        long filled = again ? sizes.getFirst() - TELLING : 0;
        for (long size : sizes) {
            var people = fill(data, size - filled, table);
            filled = size;
            try (var product = Product.start(data)) {
                long idle = product.idleMegabytes();
                var limit = new Limit(product, size, seconds);
                limit.prepare("setup");
                product.vacuum();
                product.settle();
                table.add(size, new Works(product, people, limit, seconds).measure());
                table.say(String.format(
                        Locale.ROOT,
                        "With %,d incidents: %.1f s from the start to the first answered request (budget 5 s), %d MB"
                                + " resident when idle (budget 400 MB), %d MB after all of this.",
                        size,
                        product.startSeconds(),
                        idle,
                        product.residentMegabytes()));
            }
            System.out.println(table.text());
        }
        Files.writeString(target.resolve("bench.md"), table.text());
    }

    private static People fill(Path data, long incidents, Table table) {
        long before = System.nanoTime();
        try (var child = Child.start(Product.command(
                data,
                "fill",
                Long.toString(incidents),
                "--mainstay.demo=true",
                "--mainstay.demo-password=" + Product.PASSWORD))) {
            var line = child.line(it -> it.startsWith("{\"bench\":"));
            child.rest();
            table.say(String.format(
                    Locale.ROOT,
                    "%,d more incidents were filled in %.0f s.",
                    incidents,
                    (System.nanoTime() - before) / 1e9));
            return MAPPER.treeToValue(MAPPER.readTree(line).get("bench"), People.class);
        }
    }

    static void wipe(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /// Who asks, and for what, as the filling left it.
    ///
    /// @param callers ids of persons that the agent reports incidents for
    /// @param agentNumbers of incidents the agent sees
    /// @param workNumbers of those of them that are in progress
    record People(
            String agentToken,
            String agentName,
            String requesterToken,
            String requesterName,
            String adminToken,
            String adminName,
            String rareWord,
            String commonWord,
            List<String> groups,
            List<String> callers,
            List<String> agentNumbers,
            List<String> workNumbers) {}
}
