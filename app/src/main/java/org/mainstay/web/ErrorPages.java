package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Pages for what went wrong: what happened, and the way back.
@ControllerAdvice(annotations = Controller.class)
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Frames frames;

    ErrorPages(Frames frames) {
        this.frames = frames;
    }

    @ExceptionHandler
    String missing(NoSuchPage e, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        return page(HttpStatus.NOT_FOUND, "web.not_found", request, response, locale, model);
    }

    @ExceptionHandler
    String unexpected(
            Exception e, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            var status = HttpStatus.valueOf(known.getStatusCode().value());
            return page(
                    status,
                    status == HttpStatus.NOT_FOUND ? "web.not_found" : "web.bad_request",
                    request,
                    response,
                    locale,
                    model);
        }
        LOG.error("Unexpected", e);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, "web.unexpected", request, response, locale, model);
    }

    private String page(
            HttpStatus status,
            String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        response.setStatus(status.value());
        var frame = frames.stranger(request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("status", status.value());
        model.addAttribute("text", frame.say(key));
        model.addAttribute("request", String.valueOf(response.getHeader("X-Request-Id")));
        return "shell/error";
    }
}
