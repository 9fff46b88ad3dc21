package org.mainstay.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/// What goes wrong under `/api` before a controller is found (no such route, another method or media type,
/// a multipart body that is none), answered as everything else is.
final class UnhandledErrors implements HandlerExceptionResolver, Ordered {

    private final ErrorAnswers answers;
    private final LocaleResolver locales;

    UnhandledErrors(ErrorAnswers answers, LocaleResolver locales) {
        this.answers = answers;
        this.locales = locales;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (handler instanceof HandlerMethod || !request.getRequestURI().startsWith("/api")) {
            return null;
        }
        Locale reader = locales.resolveLocale(request);
        var answer = answers.of(thrown, request, reader);
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(it -> response.addHeader(name, it)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            var body = answer.getBody();
            response.getOutputStream().write(body == null ? new byte[0] : body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }
}
