package org.mainstay.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The requests of one person.
///
/// @param token for the API
/// @param cookie for pages
/// @param csrf what forms send along; empty where none is sent
record Asking(String address, String token, String cookie, String csrf) {

    private static final Pattern FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");

    Asking(String address, String token, String cookie) {
        this(address, token, cookie, "");
    }

    /// The same with the token of the forms on a page.
    Asking csrf(String page) {
        var field = FIELD.matcher(page);
        if (!field.find()) {
            throw new IllegalStateException("no form on " + page);
        }
        return new Asking(address, token, cookie, field.group(1));
    }

    /// A form as a browser sends it.
    HttpRequest form(String path, Map<String, String> fields) {
        var body = new StringBuilder("_csrf=").append(encode(csrf));
        fields.forEach(
                (name, value) -> body.append('&').append(name).append('=').append(encode(value)));
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    static String uuid(RandomGenerator random) {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
    }

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
