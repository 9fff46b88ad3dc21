package org.mainstay.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The living first process of a cluster, as its `postmaster.pid` names it.
record Postmaster(Path cluster, ProcessHandle process, int port) {

    private static final Duration FAST = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofMillis(20);

    /// Empty where nothing runs, also where the file is a left-over and its number now belongs to
    /// something else.
    static Optional<Postmaster> of(Path cluster) {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.size() < 4) {
                return Optional.empty();
            }
            var port = Integer.parseInt(lines.get(3).strip());
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(process -> serves(process, cluster))
                    .map(process -> new Postmaster(cluster, process, port));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Ends it with a checkpoint if it can, at once if it must. What was committed is safe either way.
    void stop() {
        var stopped = signal("INT", FAST) || signal("QUIT", IMMEDIATE) || signal("KILL", IMMEDIATE);
        if (!stopped) {
            throw new StartRefused("PostgreSQL (process " + process.pid() + ") of this data directory does not stop.");
        }
    }

    private boolean signal(String signal, Duration patience) {
        try {
            // The Java API knows no other signal than TERM and KILL; TERM would wait for every client to leave.
            new ProcessBuilder("sh", "-c", "kill -$0 $1", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            return gone(patience);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot signal process " + process.pid(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Not by the handle: a dead process counts as alive to it until its new parent has collected it.
    private boolean gone(Duration patience) throws InterruptedException {
        for (var waited = Duration.ZERO; waited.compareTo(patience) < 0; waited = waited.plus(GLANCE)) {
            if (!serves(process, cluster)) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
        }
        return false;
    }

    private static boolean serves(ProcessHandle process, Path cluster) {
        var command = process.info().commandLine().orElse("");
        return process.isAlive() && command.contains("postgres") && command.contains(cluster.toString());
    }
}
