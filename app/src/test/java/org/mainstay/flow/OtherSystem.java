package org.mainstay.flow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A system that flows call: it does a thing once for each key, however often it is asked, and can be told to answer
/// otherwise.
final class OtherSystem implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<String, String> done = new ConcurrentHashMap<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();

    OtherSystem() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet();
            int status = answers.isEmpty() ? 200 : answers.removeFirst();
            if (status < 300) {
                done.putIfAbsent(key, exchange.getRequestURI() + " " + body);
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    /// The next answers, each once; after them it answers 200.
    void answers(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// What it did, path and body, by the key.
    Map<String, String> done() {
        return Map.copyOf(done);
    }

    /// How often it was asked, all in all.
    int asked() {
        return asked.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
