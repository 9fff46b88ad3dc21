package org.mainstay.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Signs in as a person with a browser does.
record SignIn(String address) {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");

    /// @return the value of the `Cookie` header
    String cookie(String user, String password) {
        var cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        try (var http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            var page = URI.create(address + "/sign-in");
            var form = http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
            var token = TOKEN.matcher(form.body());
            var body = "username=" + Asking.encode(user) + "&password=" + Asking.encode(password)
                    + (token.find() ? "&_csrf=" + Asking.encode(token.group(1)) : "");
            http.send(
                    HttpRequest.newBuilder(page)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.discarding());
            return cookies.getCookieStore().getCookies().stream()
                    .map(it -> it.getName() + "=" + it.getValue())
                    .collect(Collectors.joining("; "));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
