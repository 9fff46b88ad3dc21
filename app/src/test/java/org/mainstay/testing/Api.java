package org.mainstay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Talks to the API as somebody of the cast, by Basic.
public record Api(Client client, String who) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    public Api(int port, String who) {
        this(new Client(port), who);
    }

    public Api as(String other) {
        return new Api(client, other);
    }

    /// @param path below `/api/v1`
    public Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer patch(String path, String body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    public Answer send(String method, String path, String body, String... headers) {
        boolean typed = Arrays.asList(headers).contains("Content-Type");
        var all = Stream.concat(
                        Stream.of("Authorization", Client.basic(who, Cast.PASSWORD)),
                        Stream.concat(
                                typed ? Stream.of() : Stream.of("Content-Type", "application/json"),
                                Arrays.stream(headers)))
                .toArray(String[]::new);
        return new Answer(method + " " + path, client.send(method, "/api/v1" + path, body, all));
    }

    /// A multipart form with one field `file`.
    public Answer upload(String path, String name, String content) {
        var body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--cut--\r\n";
        return send("POST", path, body, "Content-Type", "multipart/form-data; boundary=cut");
    }

    public record Answer(String asked, HttpResponse<String> http) {

        public int status() {
            return http.statusCode();
        }

        public String text() {
            return http.body();
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        public Answer is(int status) {
            assertThat(status()).as("%s → %s", asked, text()).isEqualTo(status);
            return this;
        }

        public JsonNode json() {
            return text().isEmpty() ? MAPPER.createObjectNode() : MAPPER.readTree(text());
        }

        /// A problem document with this status, whose first error is at the pointer.
        public Answer refused(int status, String pointer) {
            problem(status);
            assertThat(json().at("/errors/0/pointer").asString("")).as(text()).isEqualTo(pointer);
            return this;
        }

        public Answer problem(int status) {
            is(status);
            assertThat(header("Content-Type")).as("%s → %s", asked, text()).startsWith("application/problem+json");
            var json = json();
            assertThat(json.path("type").asString("")).startsWith("urn:mainstay:problem:");
            assertThat(json.path("status").asInt()).isEqualTo(status);
            assertThat(json.path("detail").asString("")).as(asked).isNotBlank();
            return this;
        }
    }
}
