package org.mainstay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Mainstay as a process, and its PostgreSQL.
final class Product implements AutoCloseable {

    private static final Duration GIVES_BACK_AFTER = Duration.ofSeconds(60);

    static final String PASSWORD = "bench-password-of-the-cast";

    private static final double IDLE = 0.05;
    private static final int PATIENCE = 300;

    private final Child child;
    private final String address;
    private final Path data;
    private final long postmaster;
    private final int port;
    private final double startSeconds;

    private Product(Child child, String address, Path data, double startSeconds) throws IOException {
        var lines = Files.readAllLines(data.resolve("database").resolve("postmaster.pid"));
        this.child = child;
        this.address = address;
        this.data = data;
        this.postmaster = Long.parseLong(lines.get(0).strip());
        this.port = Integer.parseInt(lines.get(3).strip());
        this.startSeconds = startSeconds;
    }

    /// As `./mainstay` starts it.
    static List<String> command(Path data, String... arguments) {
        var command = new ArrayList<>(List.of(
                java(),
                "-XX:+UseCompactObjectHeaders",
                "-Xmx512m",
                "-XX:G1PeriodicGCInterval=15000",
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:TrimNativeHeapInterval=15000"));
        var home = Path.of("app", "target", "run");
        if (Files.exists(home.resolve("mainstay.aot"))) {
            command.add("-XX:AOTCache=" + home.resolve("mainstay.aot"));
        }
        command.addAll(List.of("-jar", home.resolve("mainstay.jar").toString()));
        command.addAll(List.of(arguments));
        command.add("--mainstay.data=" + data);
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static Product start(Path data) {
        var command = command(
                data,
                "--mainstay.demo=true",
                "--mainstay.demo-password=" + PASSWORD,
                "--mainstay.rate.per-second=1000000",
                "--mainstay.rate.burst=1000000",
                "--server.port=0");
        long before = System.nanoTime();
        var child = Child.start(command);
        try {
            var said = "Mainstay is at ";
            var address = child.line(it -> it.startsWith(said))
                    .substring(said.length())
                    .strip();
            new Load()
                    .body(HttpRequest.newBuilder(URI.create(address + "/actuator/health"))
                            .build());
            return new Product(child, address, data, (System.nanoTime() - before) / 1e9);
        } catch (IOException e) {
            child.close();
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return address;
    }

    /// From nothing to the first answered request.
    double startSeconds() {
        return startSeconds;
    }

    double applicationCpu() {
        return Cpu.of(child.process().pid());
    }

    double databaseCpu() {
        return Cpu.ofFamily(postmaster);
    }

    /// Brings statistics and visibility up to date, as PostgreSQL does by itself sooner or later.
    void vacuum() {
        sql("mainstay", "psql", "-q", "-c", "vacuum (analyze)");
    }

    /// Runs a client of PostgreSQL as its superuser.
    ///
    /// @return what it says
    String sql(String database, String... client) {
        var command = new ArrayList<>(List.of(client));
        command.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "postgres", database));
        try {
            var password = Files.readString(data.resolve("database.password")).strip();
            try (var run = Child.start(command, Map.of("PGPASSWORD", password))) {
                return run.rest();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A database of its own beside the product's.
    RecursiveQuery recursive(long now) throws IOException, SQLException {
        var password = Files.readString(data.resolve("database.password")).strip();
        return new RecursiveQuery("jdbc:postgresql://127.0.0.1:" + port + "/postgres", password, now);
    }

    /// Waits until what follows a start or much writing is done: the feed is heard, checkpoints are over.
    void settle() throws InterruptedException {
        for (int second = 0, quiet = 0; second < PATIENCE && quiet < 3; second++) {
            double before = applicationCpu() + databaseCpu();
            Thread.sleep(1_000);
            quiet = applicationCpu() + databaseCpu() - before < IDLE * 1_000 ? quiet + 1 : 0;
        }
    }

    /// After a pause long enough for the collector to give memory back.
    long idleMegabytes() throws InterruptedException {
        settle();
        Thread.sleep(GIVES_BACK_AFTER);
        return residentMegabytes();
    }

    long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + child.process().pid() + "/status")).stream()
                            .filter(it -> it.startsWith("VmRSS:"))
                            .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
