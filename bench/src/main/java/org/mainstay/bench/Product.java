package org.mainstay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Mainstay as a process, and its PostgreSQL.
final class Product implements AutoCloseable {

    static final String PASSWORD = "bench-password-of-the-cast";

    private final Child child;
    private final String address;
    private final long postmaster;
    private final int port;
    private final double startSeconds;

    private Product(Child child, String address, long postmaster, int port, double startSeconds) {
        this.child = child;
        this.address = address;
        this.postmaster = postmaster;
        this.port = port;
        this.startSeconds = startSeconds;
    }

    static List<String> java(String java) {
        var command = new ArrayList<>(List.of(java, "-XX:+UseCompactObjectHeaders", "-Xmx512m"));
        var cache = Path.of("app", "target", "run", "mainstay.aot");
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(
                List.of("-jar", Path.of("app", "target", "run", "mainstay.jar").toString()));
        return command;
    }

    static Product start(String java, Path data) {
        var command = java(java);
        command.addAll(List.of(
                "--mainstay.data=" + data,
                "--mainstay.demo=true",
                "--mainstay.demo-password=" + PASSWORD,
                "--mainstay.rate.per-second=1000000",
                "--mainstay.rate.burst=1000000",
                "--server.port=0"));
        long before = System.nanoTime();
        var child = Child.start(command);
        var line = child.line(it -> it.startsWith("Mainstay is at "));
        double seconds = (System.nanoTime() - before) / 1e9;
        try (var found = Files.find(data, 4, (path, _) -> path.endsWith("postmaster.pid"))) {
            var lines = Files.readAllLines(found.findFirst().orElseThrow());
            return new Product(
                    child,
                    line.substring("Mainstay is at ".length()).strip(),
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip()),
                    seconds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return address;
    }

    int databasePort() {
        return port;
    }

    double startSeconds() {
        return startSeconds;
    }

    double applicationCpu() {
        return Cpu.of(child.process().pid());
    }

    double databaseCpu() {
        return Cpu.ofFamily(postmaster);
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
