package org.mainstay.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mainstay.kernel.outbound.StandIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Plays the gateway that grants access to the demo company's network: it grants once for each key and says so in the
/// log.
final class VpnGateway implements AutoCloseable {

    static final String HOST = "vpn.northwind.example";

    private static final Logger LOG = LoggerFactory.getLogger(VpnGateway.class);
    private static final int MOST = 10_000;

    private final HttpServer server;
    private final Set<String> granted = ConcurrentHashMap.newKeySet();

    VpnGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/grants", this::grant);
        server.start();
    }

    StandIn standIn() {
        return new StandIn(
                HOST, URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private void grant(HttpExchange exchange) throws IOException {
        try (exchange) {
            var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            if (key == null || !exchange.getRequestMethod().equals("POST") || granted.size() >= MOST) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            boolean first = granted.add(key);
            if (first) {
                LOG.info("The VPN gateway granted access");
            }
            exchange.sendResponseHeaders(first ? 201 : 200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
