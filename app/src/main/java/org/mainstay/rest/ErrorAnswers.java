package org.mainstay.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.OutcomeUnknown;
import org.mainstay.kernel.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// Whatever the API's controllers throw, as a problem that says nothing of the inside.
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final Set<String> BUSY = Set.of("57014", "55P03", "53300", "57P03");

    private final Problems problems;
    private final Messages messages;

    ErrorAnswers(Problems problems, Messages messages) {
        this.problems = problems;
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> missing(NoSuchRecord e, Locale reader) {
        return problems.missing(reader);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> filter(Asked.BadFilter e, Locale reader) {
        return problems.filter(e.errors(), reader);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> query(BadQuery e, Locale reader) {
        return problems.parameter(e.parameter(), e.reason(), reader);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unreadable(Body.Unreadable e, Locale reader) {
        var status = HttpStatus.valueOf(e.status());
        return problems.answer(
                status,
                status == HttpStatus.BAD_REQUEST ? "malformed" : "too-large",
                messages.say(e.reason(), reader),
                List.of());
    }

    @ExceptionHandler({MaxUploadSizeExceededException.class, Blobs.TooLarge.class})
    ResponseEntity<byte[]> tooLarge(Exception e, Locale reader) {
        return problems.answer(
                HttpStatus.CONTENT_TOO_LARGE, "too-large", messages.say(reader, "rest.file_too_large"), List.of());
    }

    @ExceptionHandler({MethodArgumentTypeMismatchException.class, MultipartException.class})
    ResponseEntity<byte[]> badRequest(Exception e, Locale reader) {
        return e instanceof MethodArgumentTypeMismatchException mismatch
                        && mismatch.getName().equals("id")
                ? problems.missing(reader)
                : problems.answer(
                        HttpStatus.BAD_REQUEST, "malformed", messages.say(reader, "rest.malformed"), List.of());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unknown(OutcomeUnknown e, HttpServletRequest request, Locale reader) {
        LOG.error("A commit was not confirmed", e);
        return problems.answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "outcome-unknown",
                messages.say(reader, "rest.outcome_unknown", String.valueOf(request.getHeader(Idempotency.HEADER))),
                List.of(),
                retryAfter());
    }

    @ExceptionHandler({
        QueryTimeoutException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<byte[]> busy(Exception e, Locale reader) {
        LOG.warn("The database did not answer in time", e);
        return problems.answer(
                HttpStatus.SERVICE_UNAVAILABLE, "busy", messages.say(reader, "rest.busy"), List.of(), retryAfter());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unexpected(Exception e, Locale reader) {
        if (e instanceof ErrorResponse known) {
            var status = HttpStatus.valueOf(known.getStatusCode().value());
            return problems.answer(
                    status,
                    status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    messages.say(reader, status == HttpStatus.NOT_FOUND ? "rest.not_found" : "rest.malformed"),
                    List.of(),
                    known.getHeaders());
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && BUSY.contains(String.valueOf(sql.getSQLState()))) {
                return busy(e, reader);
            }
        }
        LOG.error("Unexpected", e);
        return problems.answer(
                HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", messages.say(reader, "rest.unexpected"), List.of());
    }

    private static HttpHeaders retryAfter() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "2");
        return headers;
    }
}
