package org.mainstay.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The living first process of a cluster, as its `postmaster.pid` names it.
record Postmaster(ProcessHandle process, int port) {

    private static final Duration FAST = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);

    /// Empty where nothing runs, also where the file is a left-over and its number now belongs to something else.
    static Optional<Postmaster> of(Path cluster) {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.size() < 4) {
                return Optional.empty();
            }
            var port = Integer.parseInt(lines.get(3).strip());
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(process -> serves(process, cluster))
                    .map(process -> new Postmaster(process, port));
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
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (IOException | ExecutionException failure) {
            throw new IllegalStateException("cannot signal process " + process.pid(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean serves(ProcessHandle process, Path cluster) {
        var command = process.info().commandLine().orElse("");
        return process.isAlive() && command.contains("postgres") && command.contains(cluster.toString());
    }
}
