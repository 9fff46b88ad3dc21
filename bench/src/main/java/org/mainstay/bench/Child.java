package org.mainstay.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A process of the bench; ended with it.
record Child(Process process, BufferedReader output) implements AutoCloseable {

    static final Path ERRORS = Path.of("target", "bench.err");

    static Child start(List<String> command) {
        return start(command, Map.of());
    }

    static Child start(List<String> command, Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(ERRORS.toFile()));
            builder.environment().putAll(environment);
            var process = builder.start();
            return new Child(
                    process,
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first line that fits; every other is passed on to the screen.
    String line(Predicate<String> fits) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (fits.test(line)) {
                    return line;
                }
                System.err.println("  | " + line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("ended with " + process + " before it said what was awaited");
    }

    /// Everything it says until it ends, which must be well.
    String rest() {
        var text = new StringBuilder();
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                text.append(line).append('\n');
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException(process + " failed, see " + ERRORS + ": " + text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return text.toString();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
