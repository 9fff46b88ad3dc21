package org.mainstay.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.OutcomeUnknown;
import org.mainstay.kernel.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/// Whatever goes wrong under `/api`, as a problem that says nothing of the inside.
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

    /// @throws Exception the same again when the answer has begun: the connection then breaks off, because
    ///     half an answer with a problem at its end looks like a whole one
    @ExceptionHandler
    ResponseEntity<byte[]> handle(
            Exception thrown, HttpServletRequest request, HttpServletResponse response, Locale reader)
            throws Exception {
        if (response.isCommitted()) {
            throw thrown;
        }
        return of(thrown, request, reader);
    }

    ResponseEntity<byte[]> of(Exception thrown, HttpServletRequest request, Locale reader) {
        return switch (thrown) {
            case NoSuchRecord _ -> problems.missing(reader);
            case Asked.BadFilter e -> problems.filter(e.errors(), "?filter", reader);
            case BadQuery e -> problems.parameter(e.parameter(), e.reason(), reader);
            case Body.Unreadable e -> unreadable(e, reader);
            case HttpMessageNotReadableException e -> unreadable(BodyPlaces.of(e), reader);
            case MaxUploadSizeExceededException _, Blobs.TooLarge _ ->
                said(HttpStatus.CONTENT_TOO_LARGE, "too-large", "rest.file_too_large", reader);
            case MultipartException _ -> said(HttpStatus.BAD_REQUEST, "malformed", "rest.not_multipart", reader);
            case InvalidParameterException _ -> said(HttpStatus.BAD_REQUEST, "malformed", "rest.not_utf8", reader);
            case MethodArgumentTypeMismatchException e -> mismatch(e, reader);
            case MissingServletRequestParameterException e ->
                problems.parameter(e.getParameterName(), Message.of("kernel.save.required"), reader);
            case MissingServletRequestPartException e ->
                place(HttpStatus.BAD_REQUEST, "malformed", "/" + e.getRequestPartName(), "rest.no_part", reader);
            case OutcomeUnknown e -> unknown(e, request, reader);
            case QueryTimeoutException e -> busy(e, reader);
            case TransientDataAccessException e -> busy(e, reader);
            case DataAccessResourceFailureException e -> busy(e, reader);
            case TransactionException e -> busy(e, reader);
            case ErrorResponse e -> known(e, reader);
            default -> unexpected(thrown, reader);
        };
    }

    private ResponseEntity<byte[]> unreadable(Body.Unreadable e, Locale reader) {
        var status = HttpStatus.valueOf(e.status());
        var name = switch (status) {
            case CONTENT_TOO_LARGE -> "too-large";
            case UNPROCESSABLE_CONTENT -> "not-valid";
            default -> "malformed";
        };
        var detail = messages.say(e.reason(), reader);
        var errors = e.pointer().isEmpty()
                ? List.<Problems.Error>of()
                : List.of(new Problems.Error(e.pointer(), detail, Map.of()));
        return problems.answer(status, name, detail, errors);
    }

    /// An id in a path that is none names nothing; a parameter of another kind is at fault by its name.
    private ResponseEntity<byte[]> mismatch(MethodArgumentTypeMismatchException e, Locale reader) {
        return e.getName().equals("id")
                ? problems.missing(reader)
                : problems.parameter(e.getName(), Message.of("rest.bad_parameter"), reader);
    }

    private ResponseEntity<byte[]> known(ErrorResponse e, Locale reader) {
        var status = HttpStatus.valueOf(e.getStatusCode().value());
        if (status == HttpStatus.NOT_FOUND) {
            return problems.missing(reader);
        }
        var own = "rest.status." + status.value();
        var key = messages.find(own, reader) == null ? "rest.malformed" : own;
        var name = status.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return problems.answer(status, name, messages.say(reader, key), List.of(), e.getHeaders());
    }

    private ResponseEntity<byte[]> unknown(OutcomeUnknown e, HttpServletRequest request, Locale reader) {
        LOG.error("A commit was not confirmed", e);
        return problems.answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "outcome-unknown",
                messages.say(reader, "rest.outcome_unknown", String.valueOf(request.getHeader(Idempotency.HEADER))),
                List.of(),
                retryAfter());
    }

    private ResponseEntity<byte[]> busy(Exception e, Locale reader) {
        LOG.warn("The database did not answer in time", e);
        return problems.answer(
                HttpStatus.SERVICE_UNAVAILABLE, "busy", messages.say(reader, "rest.busy"), List.of(), retryAfter());
    }

    private ResponseEntity<byte[]> unexpected(Exception e, Locale reader) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && BUSY.contains(String.valueOf(sql.getSQLState()))) {
                return busy(e, reader);
            }
        }
        LOG.error("Unexpected", e);
        return said(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "rest.unexpected", reader);
    }

    private ResponseEntity<byte[]> said(HttpStatus status, String name, String key, Locale reader) {
        return problems.answer(status, name, messages.say(reader, key), List.of());
    }

    private ResponseEntity<byte[]> place(HttpStatus status, String name, String pointer, String key, Locale reader) {
        var detail = messages.say(reader, key);
        return problems.answer(status, name, detail, List.of(new Problems.Error(pointer, detail, Map.of())));
    }

    private static HttpHeaders retryAfter() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "2");
        return headers;
    }
}
