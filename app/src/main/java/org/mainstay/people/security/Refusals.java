package org.mainstay.people.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.text.Messages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/// How a request is turned away: programs get a problem document, people the sign-in page.
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Messages messages;

    Refusals(Messages messages) {
        this.messages = messages;
    }

    static boolean program(HttpServletRequest request) {
        return program(request.getRequestURI());
    }

    static boolean program(String path) {
        return (path.startsWith("/api/") && !path.equals(Routes.DOCS))
                || path.equals("/api")
                || path.startsWith("/actuator");
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException authException)
            throws IOException {
        if (program(request)) {
            // A browser that lost its session must not ask for a password in a dialogue of its own.
            boolean browser = Cookies.session(request) != null;
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, browser ? "Bearer" : "Bearer, Basic realm=\"Mainstay\"");
            refuse(request, response, HttpStatus.UNAUTHORIZED, "sign-in-required", "people.refused.sign_in");
            return;
        }
        if (String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            // by this a browser knows that it need not come again (HTML, server-sent events)
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        var signIn = Routes.SIGN_IN + next(request);
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", signIn);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, signIn);
        }
    }

    private static String next(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getHeader("HX-Request") != null) {
            return "";
        }
        var query = request.getQueryString();
        var next = Routes.local(request.getRequestURI() + (query == null ? "" : "?" + query));
        return next.equals("/") ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException accessDeniedException)
            throws IOException {
        refuse(request, response, HttpStatus.FORBIDDEN, "denied", "people.refused.denied");
    }

    void later(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Duration after)
            throws IOException {
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, after.plusMillis(999).toSeconds())));
        refuse(
                request,
                response,
                status,
                status == HttpStatus.TOO_MANY_REQUESTS ? "too-many-requests" : "busy",
                status == HttpStatus.TOO_MANY_REQUESTS ? "people.refused.too_many" : "people.refused.busy");
    }

    /// Nobody can be recognised, because the database does not answer.
    void away(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE, "busy", "people.refused.away");
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String name, String key)
            throws IOException {
        if (program(request)) {
            problem(request, response, status, name, key);
        } else {
            response.sendError(status.value());
        }
    }

    void problem(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String name, String key)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var problem = Map.of(
                "type", "urn:mainstay:problem:" + name,
                "title", status.getReasonPhrase(),
                "status", status.value(),
                "detail", messages.say(request.getLocale(), key));
        response.getOutputStream().write(MAPPER.writeValueAsBytes(problem));
    }
}
