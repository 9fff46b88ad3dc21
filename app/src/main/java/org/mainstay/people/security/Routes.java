package org.mainstay.people.security;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/// Which routes nobody needs to sign in for: these and no others.
final class Routes {

    static final String SIGN_IN = "/sign-in";
    static final String SIGN_OUT = "/sign-out";
    static final String SET_UP = "/set-up/*";
    static final String ASSETS = "/assets/**";
    static final String HEALTH = "/actuator/health";
    /// The description of the API for people: a page among programs' addresses.
    static final String DOCS = "/api/docs";

    static final String ICON = "/favicon.ico";

    /// Inventory agents prove themselves by the token in the address.
    static final String INVENTORY = "/inventory/*";

    /// Links in mails decide by themselves, for whoever they were sent to.
    static final String APPROVE = "/approve/*";

    /// Calendar programs prove themselves by the token in the address.
    static final String FEEDS = "/calendar/*.ics";

    /// By method: a page of the same address that comes to be for another method is not public with it.
    static final Map<HttpMethod, List<String>> PUBLIC = Map.of(
            HttpMethod.GET, List.of(SIGN_IN, SET_UP, APPROVE, FEEDS, ASSETS, HEALTH, ICON),
            HttpMethod.HEAD, List.of(SIGN_IN, FEEDS, ASSETS, HEALTH, ICON),
            HttpMethod.POST, List.of(SIGN_IN, SIGN_OUT, SET_UP, APPROVE, INVENTORY));

    private static final int LONGEST = 2_000;

    private Routes() {}

    /// Whether the path is public and nothing about it depends on who asks.
    static boolean impersonal(String path) {
        return path.startsWith("/assets/") || path.equals(HEALTH) || path.equals(ICON);
    }

    /// Whether the path is where somebody becomes signed in, so that there is no session to bind a token
    /// to.
    static boolean entrance(String path) {
        return path.equals(SIGN_IN) || (path.startsWith("/set-up/") && path.indexOf('/', "/set-up/".length()) < 0);
    }

    /// Whether the path holds a secret, which no other page may be told of.
    static boolean secret(String path) {
        return path.startsWith("/set-up/") || path.startsWith("/approve/") || path.startsWith("/calendar/");
    }

    /// Whether tokens and Basic count there: what programs use, and the page that explains it to them.
    static boolean takesHeaders(String path) {
        return Refusals.program(path) || path.equals(DOCS);
    }

    /// Where to go after signing in: a path of this server, never another's.
    static String local(@Nullable String next) {
        if (next == null
                || next.length() > LONGEST
                || !next.startsWith("/")
                || next.startsWith("//")
                || (next.startsWith("/api/") && !next.startsWith(DOCS))
                || entrance(next)
                || next.chars().anyMatch(it -> it <= ' ' || it == '\\' || it == 0x7f)) {
            return "/";
        }
        return next;
    }
}
