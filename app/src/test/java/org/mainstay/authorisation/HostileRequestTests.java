package org.mainstay.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.authorisation.Wire.Call;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What somebody sends who knows HTTP better than we do.
@MainstayTest
class HostileRequestTests {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String INCIDENTS = "/api/v1/incidents";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    Wire wire;

    @BeforeEach
    void connect() {
        cast.everybody();
        wire = new Wire(port);
    }

    private HttpResponse<byte[]> call(String who, String method, String path, String body, String... more) {
        var headers = new String[more.length + 2];
        System.arraycopy(more, 0, headers, 2, more.length);
        headers[0] = "Authorization";
        headers[1] = who.startsWith("Bearer ") ? who : Client.basic(who, Cast.PASSWORD);
        return wire.send(method.equals("GET") ? Call.get(path) : Call.json(method, path, body), headers);
    }

    private int status(String who, String method, String path, String body, String... more) {
        return call(who, method, path, body, more).statusCode();
    }

    private JsonNode json(String who, String method, String path, String body) {
        var answer = call(who, method, path, body);
        assertThat(answer.statusCode()).as(Wire.text(answer)).isIn(200, 201);
        return MAPPER.readTree(answer.body());
    }

    private String report(String who, String more) {
        return json(who, "POST", INCIDENTS, "{\"title\":\"Something\"" + more + "}")
                .get("number")
                .stringValue();
    }

    @Test
    void addressesLeadWhereTheySayOrNowhere() throws IOException {
        for (String path : List.of(
                "//api/v1/incidents",
                "/api//v1/incidents",
                "/api/v1/../v1/incidents",
                "/api/v1/incidents/../../../profile",
                "/assets/..;/profile",
                "/assets/../profile",
                "/assets/%2e%2e/profile",
                "/assets/..%2fprofile",
                "/assets/%2e%2e%2fprofile",
                "/set-up/..;/profile",
                "/set-up/x/../../profile",
                "/set-up/x/edit",
                "/set-up/x/actions/y",
                "/sign-in/../profile",
                "/sign-in;/../profile",
                "/profile;x=/sign-in",
                "/actuator/health/../metrics",
                "/actuator/health;/metrics",
                "/actuator/health%2f..%2fmetrics",
                "/%61pi/v1/incidents",
                "/API/v1/incidents",
                "/api/v1/incidents%00",
                "/api/v1/incidents%0d%0aX-Evil:%201",
                "/\\profile",
                "/profile%5c..%5csign-in",
                "/sign-out",
                "/error")) {
            var answer = raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).matches("(?s)HTTP/1.1 (303|400|401|404) .*");
            assertThat(answer.lines().filter(it -> it.regionMatches(true, 0, "X-Evil", 0, 6)))
                    .isEmpty();
            assertThat(answer).as(path).doesNotContainIgnoringCase("exception", "tomcat", "at org.");
        }
        for (String method : List.of("TRACE", "CONNECT", "PROPFIND", "DEBUG")) {
            assertThat(raw(method + " /profile HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
                    .as(method)
                    .matches("(?s)HTTP/1.1 (303|400|405|501) .*");
        }
    }

    @Test
    void aRedirectNamesNoHost() throws IOException {
        var cookie = new Client(port).signIn("max", Cast.PASSWORD);
        for (String request : List.of(
                "GET /profile HTTP/1.1\r\nHost: evil.example\r\n",
                "GET /profile HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\n",
                "GET /search?q=x HTTP/1.1\r\nHost: evil.example\r\nCookie: " + cookie + "\r\n",
                "GET /sign-in?next=//evil.example HTTP/1.1\r\nHost: evil.example\r\nCookie: " + cookie + "\r\n",
                "GET /sign-in?next=%2f%5cevil.example HTTP/1.1\r\nHost: evil.example\r\nCookie: " + cookie + "\r\n",
                "GET /sign-in?next=https:evil.example HTTP/1.1\r\nHost: evil.example\r\nCookie: " + cookie + "\r\n",
                "GET /sign-in?next=%0d%0aLocation:%20evil.example HTTP/1.1\r\nHost: evil.example\r\nCookie: " + cookie
                        + "\r\n")) {
            var answer = raw(request + "Connection: close\r\n\r\n");
            assertThat(answer).as(request).containsPattern("HTTP/1.1 30[23] ");
            assertThat(answer).as(request).doesNotContain("evil.example");
        }
    }

    @Test
    void everyAnswerCarriesItsHeadersAlsoThatToNonsense() throws IOException {
        var cookie = new Client(port).signIn("max", Cast.PASSWORD);
        for (String request : List.of(
                "GET /sign-in HTTP/1.1\r\nHost: x\r\n",
                "GET /nothing HTTP/1.1\r\nHost: x\r\nCookie: " + cookie + "\r\n",
                "GET /incidents/NOTHING HTTP/1.1\r\nHost: x\r\nCookie: " + cookie + "\r\n",
                "POST /profile HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nCookie: " + cookie + "\r\n",
                "GET /a;b HTTP/1.1\r\nHost: x\r\n",
                "GET /a%2fb HTTP/1.1\r\nHost: x\r\n",
                "GET /%2e%2e/%zz HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/incidents HTTP/1.1\r\nHost: x\r\n",
                "DELETE /sign-in HTTP/1.1\r\nHost: x\r\n",
                "GET /sign-in HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(20_000) + "\r\n",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n")) {
            var answer = raw(request + "Connection: close\r\n\r\n");
            var shown = request.substring(0, Math.min(60, request.length()));
            assertThat(answer).as(shown).startsWith("HTTP/1.1 ").doesNotContainIgnoringCase("apache", "tomcat");
            assertThat(answer).as(shown).doesNotContain("HTTP/1.1 500");
            if (answer.contains("<")) {
                assertThat(answer).as(shown).contains("Content-Security-Policy: ", "X-Content-Type-Options: nosniff");
            }
        }
    }

    @Test
    void aFileIsServedSoThatItDoesNothing() {
        var number = report("sam", "");
        for (var file : Map.of(
                        "a.html", "<script>alert(1)</script>",
                        "a.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                        "a.png", "<html>no picture</html>",
                        "a\\\"; filename=\\\"b.html", "x",
                        "evil%0d%0aSet-Cookie: a=b.txt", "x",
                        "..%2f..%2fetc%2fpasswd", "x")
                .entrySet()) {
            var added = wire.send(
                    Call.file(INCIDENTS + "/" + number + "/attachments", file.getKey(), file.getValue(), Map.of()),
                    "Authorization",
                    Client.basic("sam", Cast.PASSWORD));
            assertThat(added.statusCode()).as(file.getKey() + Wire.text(added)).isEqualTo(201);
            var id = MAPPER.readTree(added.body()).get("id").stringValue();
            var answer = call("sam", "GET", INCIDENTS + "/" + number + "/attachments/" + id + "/content", "");
            var headers = answer.headers();
            assertThat(headers.firstValue("Content-Disposition").orElse("")).startsWith("attachment");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("sandbox", "default-src 'none'");
            assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void aPathIsNoPlaceForASecretToStay() {
        var link = json("ada", "POST", "/api/v1/people/" + cast.userName(cast.newcomer()) + "/set-up-link", "")
                .get("path")
                .stringValue();
        assertThat(wire.send(Call.get(link)).headers().firstValue("Referrer-Policy"))
                .hasValue("no-referrer");
        assertThat(Wire.text(call("ada", "GET", "/actuator/prometheus", ""))).doesNotContain(link.substring(8));
        assertThat(status("ada", "POST", "/actuator/loggers/org.mainstay", "{\"configuredLevel\":\"TRACE\"}"))
                .isIn(404, 405);
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
