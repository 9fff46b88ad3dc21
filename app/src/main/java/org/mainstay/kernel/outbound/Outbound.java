package org.mainstay.kernel.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;

/// The one way to other systems. Addresses inside of a network are refused unless their host is allowed by name; no
/// redirect is followed, for it could lead there; every call ends within fifteen seconds, and of an answer no more
/// than 64 KiB are read.
public final class Outbound {

    private static final Duration CONNECTS = Duration.ofSeconds(5);
    private static final Duration ANSWERS = Duration.ofSeconds(10);
    private static final int LONGEST = 65_536;

    private final Set<String> allowed;
    private final Map<String, String> authorisation;
    private final Map<String, URI> standIns;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTS)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /// @param allowed hosts inside of a network that may be called: `host` or `host:port`
    /// @param authorisation by host, the `Authorization` header that it alone is sent; over HTTPS, or where allowed
    public Outbound(Set<String> allowed, Map<String, String> authorisation, List<StandIn> standIns) {
        this.allowed = Set.copyOf(allowed);
        this.authorisation = Map.copyOf(authorisation);
        this.standIns = standIns.stream().collect(Collectors.toMap(StandIn::host, StandIn::at));
    }

    /// Calls once.
    ///
    /// @param body JSON; null for none
    /// @param key by which the other system knows the call again
    public Answer call(String method, String url, @Nullable String body, String key) {
        URI address;
        try {
            address = new URI(url);
        } catch (URISyntaxException e) {
            return new Answer.Refused(Message.of("kernel.outbound.not_an_address", url));
        }
        var standIn = address.getHost() == null ? null : standIns.get(address.getHost());
        var refused = standIn == null ? refused(address) : null;
        if (refused != null) {
            return refused;
        }
        var request = HttpRequest.newBuilder(standIn == null ? address : standIn.resolve(address.getRawPath()))
                .timeout(ANSWERS)
                .header("Idempotency-Key", key)
                .header("Accept", "application/json")
                .header("User-Agent", "Mainstay");
        var authorised = authorised(address);
        if (authorised != null) {
            request.header("Authorization", authorised);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream text = answer.body()) {
                return new Answer.Came(
                        answer.statusCode(), new String(text.readNBytes(LONGEST), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return new Answer.Lost(Message.of("kernel.outbound.no_answer", address.getHost()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Lost(Message.of("kernel.outbound.no_answer", address.getHost()));
        }
    }

    private @Nullable String authorised(URI address) {
        return "https".equalsIgnoreCase(address.getScheme()) || allowed(address)
                ? authorisation.get(address.getHost())
                : null;
    }

    private boolean allowed(URI address) {
        return allowed.contains(address.getHost()) || allowed.contains(address.getHost() + ":" + address.getPort());
    }

    private @Nullable Answer refused(URI address) {
        var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        var host = address.getHost();
        if (host == null || !Set.of("http", "https").contains(scheme) || address.getUserInfo() != null) {
            return new Answer.Refused(Message.of("kernel.outbound.not_an_address", address));
        }
        if (allowed(address)) {
            return null;
        }
        try {
            for (var one : InetAddress.getAllByName(host)) {
                if (inside(one)) {
                    return new Answer.Refused(Message.of("kernel.outbound.inside", host));
                }
            }
        } catch (UnknownHostException e) {
            return new Answer.Lost(Message.of("kernel.outbound.unknown_host", host));
        }
        return null;
    }

    /// Whether it is no address of the public internet.
    static boolean inside(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        var bytes = address.getAddress();
        if (address instanceof Inet6Address) {
            // unique local ones (RFC 4193), and IPv4 within IPv6 by translation (RFC 6052)
            return (bytes[0] & 0xfe) == 0xfc || (bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff);
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        // this network, carrier-grade NAT (RFC 6598), benchmarking (RFC 2544), reserved
        return first == 0
                || first == 100 && (second & 0xc0) == 64
                || first == 198 && (second & 0xfe) == 18
                || first >= 240;
    }
}
