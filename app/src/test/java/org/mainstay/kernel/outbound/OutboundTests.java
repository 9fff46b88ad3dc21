package org.mainstay.kernel.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing inside of a network is called, by whatever address.
class OutboundTests {

    private final Outbound outbound = new Outbound(Set.of(), Map.of(), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1"
            })
    void privateAddressesLieInside(String address) throws Exception {
        assertThat(Outbound.inside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "2001:4860:4860::8888"})
    void othersDoNot(String address) throws Exception {
        assertThat(Outbound.inside(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://127.0.0.1:8080/",
                "http://[::1]/",
                "http://2130706433/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "http://user:secret@example.org/",
                "http:///",
                "no address"
            })
    void whatIsInsideOrNoAddressIsRefused(String url) {
        assertThat(outbound.call("GET", url, null, "key")).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void onlyTheHostThatItIsForIsToldTheSecret() throws Exception {
        var told = new ArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", it -> {
            told.add(String.valueOf(it.getRequestHeaders().getFirst("Authorization")));
            it.sendResponseHeaders(204, -1);
            it.close();
        });
        server.start();
        try {
            var both = new Outbound(Set.of("127.0.0.1", "localhost"), Map.of("127.0.0.1", "Bearer hush"), List.of());
            int port = server.getAddress().getPort();
            both.call("GET", "http://127.0.0.1:" + port + "/", null, "key");
            both.call("GET", "http://localhost:" + port + "/", null, "key");
        } finally {
            server.stop(0);
        }
        assertThat(told).containsExactly("Bearer hush", "null");
    }

    @Test
    void whatIsAllowedByNameIsAsked() {
        assertThat(new Outbound(Set.of("127.0.0.1:1"), Map.of(), List.of())
                        .call("GET", "http://127.0.0.1:1/", null, "key"))
                .isInstanceOf(Answer.Lost.class);
    }
}
