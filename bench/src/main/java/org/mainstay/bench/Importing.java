package org.mainstay.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// The import of an incident log as long as a real one: the sample, where it lies beside the project, as
/// often as it takes, each time under other numbers.
///
/// @param target where to make files
record Importing(Path target) {

    private static final Path SAMPLE = Path.of("../shared/data/incident-log/uci_incidents_sample.csv.gz");
    private static final int TIMES = 16;
    /// Numbers are `INC` and seven digits; the sample's are below this.
    private static final int APART = 100_000;

    /// @return what it came to; empty where there is no sample
    Optional<String> run() throws IOException {
        if (!Files.isReadable(SAMPLE)) {
            return Optional.empty();
        }
        var log = target.resolve("bench-log.csv.gz");
        long events = multiply(log);
        var data = target.resolve("bench-import");
        Bench.wipe(data);
        long before = System.nanoTime();
        try (var child = Child.start(Product.command(data, "import", log.toString(), "--profile", "incident-log"))) {
            var said = child.line(it -> it.startsWith("Import "));
            child.rest();
            double seconds = (System.nanoTime() - before) / 1e9;
            return Optional.of(String.format(
                    Locale.ROOT,
                    "An incident log of %,d events, history kept, into an empty installation, its start and creation"
                            + " included: %.0f s (budget 60 s). %s.",
                    events,
                    seconds,
                    said.strip()));
        } finally {
            Bench.wipe(data);
            Files.deleteIfExists(log);
        }
    }

    private static long multiply(Path log) throws IOException {
        List<String> lines;
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(SAMPLE)), StandardCharsets.UTF_8))) {
            lines = reader.lines().toList();
        }
        try (var writer = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(log)), StandardCharsets.UTF_8))) {
            writer.write(lines.getFirst() + "\n");
            for (int time = 0; time < TIMES; time++) {
                for (var line : lines.subList(1, lines.size())) {
                    int comma = line.indexOf(',');
                    long number = Long.parseLong(line.substring(3, comma)) + (long) time * APART;
                    writer.write("INC%07d".formatted(number) + line.substring(comma) + "\n");
                }
            }
        }
        return (long) TIMES * (lines.size() - 1);
    }
}
