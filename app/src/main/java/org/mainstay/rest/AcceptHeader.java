package org.mainstay.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.text.Messages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses an `Accept` header that makes the parser of media types itself stumble, such as an open quote; what it
/// refuses in its own words is answered where all mistakes are.
final class AcceptHeader extends OncePerRequestFilter {

    private final Problems problems;
    private final Messages messages;

    AcceptHeader(Problems problems, Messages messages) {
        this.problems = problems;
        this.messages = messages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (readable(request.getHeader(HttpHeaders.ACCEPT))) {
            chain.doFilter(request, response);
            return;
        }
        var detail = messages.say(request.getLocale(), "rest.status.406");
        var answer = problems.answer(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", detail, List.of());
        response.setStatus(answer.getStatusCode().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(Objects.requireNonNull(answer.getBody()));
    }

    private static boolean readable(@Nullable String accept) {
        if (accept == null) {
            return true;
        }
        try {
            MediaType.parseMediaTypes(accept);
        } catch (IndexOutOfBoundsException e) {
            return false;
        } catch (InvalidMediaTypeException e) {
            return true;
        }
        return true;
    }
}
