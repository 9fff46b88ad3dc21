package org.mainstay.people.security;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// What the server itself refuses before anything of ours is asked: addresses and headers that cannot be
/// read. Named by its class, so it is public and has nothing but its name.
public final class PlainErrors extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(PlainErrors.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            var path = request.getRequestURI();
            if (path == null || Refusals.program(path)) {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getOutputStream().print(problem(status));
            } else {
                response.setContentType(MediaType.TEXT_PLAIN_VALUE);
                response.getOutputStream().print(status.getReasonPhrase());
            }
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A refusal did not reach the client", e);
        }
    }

    private static String problem(HttpStatus status) {
        var detail =
                status.is5xxServerError() ? "Something went wrong on our side." : "The request is not well-formed.";
        return "{\"type\":\"urn:mainstay:problem:%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(
                        status.is5xxServerError() ? "unexpected" : "malformed",
                        status.getReasonPhrase(),
                        status.value(),
                        detail);
    }
}
