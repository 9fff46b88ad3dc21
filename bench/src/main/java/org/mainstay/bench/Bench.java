package org.mainstay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.LifecycleException;
import tools.jackson.databind.json.JsonMapper;

/// `./mainstay bench [10000,100000,1000000] [seconds]`: fills incidents through the bulk door, asks for
/// them as three people at eight clients, and prints CPU milliseconds per answer (application and
/// database) with the machine's own limit beside them. Fails nothing: noisy machines make timed tests
/// lie.
public final class Bench {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /// The word that makes this the bare server instead.
    static final String BARE = "bare";

    private Bench() {}

    public static void main(String[] arguments) throws IOException, LifecycleException {
        if (arguments.length > 0 && arguments[0].equals(BARE)) {
            BareServer.main(arguments);
            return;
        }
        var sizes = Arrays.stream((arguments.length > 0 ? arguments[0] : "10000,100000,1000000").split(","))
                .map(Long::valueOf)
                .toList();
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 10;
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var data = Path.of("target", "bench-data").toAbsolutePath();
        wipe(data);
        var table = new Table(sizes);
        long filled = 0;
        for (long size : sizes) {
            var people = fill(java, data, size - filled);
            filled = size;
            try (var product = Product.start(java, data)) {
                var limit = new Limit(product, size, seconds);
                table.add(size, new Works(product, people, limit, seconds).measure());
                table.start(size, product.startSeconds(), product.residentMegabytes());
            }
            System.out.println(table.text());
        }
        Files.writeString(Path.of("target", "bench.md"), table.text());
    }

    private static People fill(String java, Path data, long incidents) {
        var command = new ArrayList<>(Product.java(java));
        command.addAll(List.of(
                "fill",
                Long.toString(incidents),
                "--mainstay.data=" + data,
                "--mainstay.demo=true",
                "--mainstay.demo-password=" + Product.PASSWORD));
        long before = System.nanoTime();
        try (var child = Child.start(command)) {
            var line = child.line(it -> it.startsWith("{\"bench\":"));
            child.rest();
            System.err.printf(
                    Locale.ROOT, "Filled %,d incidents in %.0f s%n", incidents, (System.nanoTime() - before) / 1e9);
            return MAPPER.treeToValue(MAPPER.readTree(line).get("bench"), People.class);
        }
    }

    private static void wipe(Path folder) throws IOException {
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
    /// @param first id part of the lowest incident number, `last` of the highest
    record People(
            String agentToken,
            String agentName,
            String requesterToken,
            String adminToken,
            List<String> groups,
            List<String> requesterNumbers,
            List<String> agentNumbers) {}
}
