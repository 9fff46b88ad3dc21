package org.mainstay.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/// The requests of one person.
///
/// @param token for the API
/// @param cookie for pages
record Asking(String address, String token, String cookie) {

    HttpRequest get(String path) {
        return api(path).GET().build();
    }

    HttpRequest post(String path, String body) {
        return api(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    HttpRequest patch(String path, String body) {
        return api(path)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .header("Authorization", "Bearer " + token);
    }

    HttpRequest page(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Cookie", cookie)
                .GET()
                .build();
    }

    /// A part of a page, as the page itself asks for it.
    HttpRequest part(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Cookie", cookie)
                .header("HX-Request", "true")
                .GET()
                .build();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
