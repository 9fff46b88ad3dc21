package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.OutcomeUnknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/// Pages for what controllers throw: what happened, what was kept, and the way back.
@ControllerAdvice(annotations = Controller.class)
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Frames frames;

    ErrorPages(Frames frames) {
        this.frames = frames;
    }

    @ExceptionHandler
    String missing(NoSuchPage e, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        return page(HttpStatus.NOT_FOUND, Message.of("web.not_found"), request, response, locale, model);
    }

    @ExceptionHandler
    String denied(
            NotPermitted e, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        return page(HttpStatus.FORBIDDEN, e.reason(), request, response, locale, model);
    }

    @ExceptionHandler
    String bad(BadQuery e, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, e.reason(), request, response, locale, model);
    }

    @ExceptionHandler
    String notThatKind(
            MethodArgumentTypeMismatchException e,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return page(HttpStatus.BAD_REQUEST, Message.of("web.bad_request"), request, response, locale, model);
    }

    @ExceptionHandler({Blobs.TooLarge.class, MaxUploadSizeExceededException.class})
    String tooLarge(Exception e, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        return page(HttpStatus.CONTENT_TOO_LARGE, Message.of("web.file_too_large"), request, response, locale, model);
    }

    @ExceptionHandler
    String unknown(
            OutcomeUnknown e, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        LOG.error("A commit was not confirmed", e);
        return page(
                HttpStatus.SERVICE_UNAVAILABLE, Message.of("web.outcome_unknown"), request, response, locale, model);
    }

    @ExceptionHandler
    String unexpected(
            Exception e, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            var status = HttpStatus.valueOf(known.getStatusCode().value());
            return page(status, Message.of(text(status)), request, response, locale, model);
        }
        LOG.error("Unexpected", e);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, Message.of("web.unexpected"), request, response, locale, model);
    }

    private String page(
            HttpStatus status,
            Message text,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        response.setStatus(status.value());
        var frame = frames.anybody(request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("status", status.value());
        model.addAttribute("text", frame.messages().say(text, frame.locale()));
        model.addAttribute("hint", frame.say(status.is5xxServerError() ? "web.failed.try_again" : hint(status)));
        var id = response.getHeader("X-Request-Id");
        model.addAttribute("request", id == null ? "" : id);
        return "shell/error";
    }

    private static String hint(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "web.failed.forbidden";
            case NOT_FOUND -> "web.failed.missing";
            default -> "web.failed.back";
        };
    }

    private static String text(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> "web.not_found";
            case FORBIDDEN -> "web.forbidden";
            case CONTENT_TOO_LARGE -> "web.file_too_large";
            case TOO_MANY_REQUESTS -> "web.too_many";
            case SERVICE_UNAVAILABLE -> "web.busy";
            default -> status.is5xxServerError() ? "web.unexpected" : "web.bad_request";
        };
    }
}
