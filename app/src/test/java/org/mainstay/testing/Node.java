package org.mainstay.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// The whole application in a process of its own, to be killed. It answers questions (see [NodeMain]) and
/// ends with this process at the latest.
public final class Node implements AutoCloseable {

    /// A setting: beside the application there is a consumer that writes down what it hears to
    /// `counting.heard`, and three pieces of recurring work that write to `counting.tick`.
    public static final String COUNTING = "--counting.wanted=true";

    /// The advisory lock held by a test that wants the recurring work to stand still.
    public static final long TICKS = 4_711;

    private static final Path LOGS = Path.of("target", "nodes");
    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final long PATIENCE = 300;
    private static final String OVER = "over";

    private final Process process;
    private final Path log;
    private final PrintWriter questions;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private int port;

    /// The tables that a counting node writes to; it makes them itself where they are missing.
    public static void makeCountingTables(DSLContext db) {
        db.transaction(it -> {
            it.dsl().execute("select pg_advisory_xact_lock({0})", DSL.val(TICKS + 1));
            it.dsl().execute("create schema if not exists counting");
            it.dsl().execute("create table if not exists counting.heard (record uuid, version bigint)");
            it.dsl().execute("create table if not exists counting.tick (name text, pid bigint, at timestamptz)");
        });
    }

    private Node(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        Thread.ofVirtual().start(this::listen);
    }

    /// A node on an external database; it is on its way, but not yet [#ready].
    public static Node on(String url, String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.add("--spring.datasource.url=" + url);
        all.add("--spring.datasource.username=" + TestDatabase.USER);
        return start(all.toArray(String[]::new));
    }

    public static Node start(String... arguments) {
        try {
            var log = Files.createDirectories(LOGS)
                    .resolve(ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet() + ".log");
            var command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx400m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    NodeMain.class.getName(),
                    "--server.port=0"));
            command.addAll(List.of(arguments));
            var process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            return new Node(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(NodeMain.SAYS)) {
                    answers.add(line.substring(NodeMain.SAYS.length()));
                }
            }
        } catch (IOException e) {
            // a killed process closes its end; what it has said is all there is
            answers.add(OVER);
            return;
        }
        answers.add(OVER);
    }

    /// Waits until it serves.
    public Node ready() {
        if (port == 0) {
            port = Integer.parseInt(next());
        }
        return this;
    }

    private String next() {
        try {
            var answer = answers.poll(PATIENCE, TimeUnit.SECONDS);
            if (answer == null || answer.equals(OVER)) {
                throw new AssertionError("the node says nothing; see " + log.toAbsolutePath());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String ask(String question) {
        questions.println(question);
        return next();
    }

    public Client client() {
        return new Client(port());
    }

    public int port() {
        return ready().port;
    }

    public long pid() {
        return process.pid();
    }

    /// What it wrote beside its answers.
    public Path log() {
        return log;
    }

    /// `kill -9`.
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            throw new AssertionError("process " + pid() + " survived");
        }
    }

    /// Waits for an end that comes by itself.
    ///
    /// @return the exit code
    public int ended() throws InterruptedException {
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            throw new AssertionError("process " + pid() + " goes on; see " + log.toAbsolutePath());
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        questions.close();
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
