package org.mainstay.authorisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// HTTP without any help: what is sent and what comes back, byte by byte. Redirects are not followed.
final class Wire {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String BOUNDARY = "----a-part-of-the-body";

    private final String address;

    Wire(int port) {
        address = "http://127.0.0.1:" + port;
    }

    /// @param type media type of the body; empty for no body at all
    record Call(String method, String path, String type, byte[] body) {

        static Call get(String path) {
            return new Call("GET", path, "", new byte[0]);
        }

        static Call json(String method, String path, String body) {
            return new Call(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }

        static Call form(String path, Map<String, String> fields) {
            var body = fields.entrySet().stream()
                    .map(it -> encode(it.getKey()) + "=" + encode(it.getValue()))
                    .collect(Collectors.joining("&"));
            return new Call("POST", path, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
        }

        static Call file(String path, String name, String content, Map<String, String> fields) {
            var body = new StringBuilder();
            fields.forEach(
                    (field, value) -> body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                            .append(field)
                            .append("\"\r\n\r\n")
                            .append(value)
                            .append("\r\n"));
            body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                    .append(name)
                    .append("\"\r\nContent-Type: text/plain\r\n\r\n")
                    .append(content)
                    .append("\r\n--" + BOUNDARY + "--\r\n");
            return new Call(
                    "POST",
                    path,
                    "multipart/form-data; boundary=" + BOUNDARY,
                    body.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    HttpResponse<byte[]> send(Call call, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + call.path))
                .method(
                        call.method,
                        call.type.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body));
        if (!call.type.isEmpty()) {
            request.header("Content-Type", call.type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
