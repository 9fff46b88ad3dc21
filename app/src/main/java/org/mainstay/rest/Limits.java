package org.mainstay.rest;

import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.text.Messages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;

/// How often one person or token may ask, on each node: a steady rate and a burst; 429 above it.
final class Limits implements HandlerInterceptor {

    private static final int MANY = 50_000;

    private final RestSettings settings;
    private final Problems problems;
    private final Messages messages;
    private final Function<HttpServletRequest, @Nullable Actor> actors;
    private final Map<UUID, Bucket> buckets = new ConcurrentHashMap<>();

    Limits(
            RestSettings settings,
            Problems problems,
            Messages messages,
            Function<HttpServletRequest, @Nullable Actor> actors) {
        this.settings = settings;
        this.problems = problems;
        this.messages = messages;
        this.actors = actors;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var actor = actors.apply(request);
        if (actor == null) {
            return true;
        }
        if (buckets.size() > MANY) {
            buckets.clear();
        }
        var probe = buckets.computeIfAbsent(actor.id(), _ -> bucket()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return true;
        }
        var answer = problems.answer(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                messages.say(request.getLocale(), "rest.too_many_requests"),
                List.of());
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                Long.toString(1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds()));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(answer.getBody());
        return false;
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(it -> it.capacity(settings.burst())
                        .refillGreedy(settings.requestsPerSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
