package org.mainstay.rest;

import java.util.stream.Collectors;
import org.mainstay.kernel.record.Message;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Where in a body that is bound to a Java record the fault lies.
final class BodyPlaces {

    private BodyPlaces() {}

    static Body.Unreadable of(HttpMessageNotReadableException e) {
        if (!(e.getCause() instanceof JacksonException cause) || cause.getPath().isEmpty()) {
            return new Body.Unreadable(400, Message.of("rest.not_an_object"));
        }
        var pointer = cause.getPath().stream()
                .map(it -> it.getPropertyName() == null ? Integer.toString(it.getIndex()) : it.getPropertyName())
                .map(Body::escaped)
                .collect(Collectors.joining("/", "/", ""));
        var reason = cause instanceof UnrecognizedPropertyException unknown
                ? Message.of("rest.unknown_key", known(unknown))
                : Message.of("rest.wrong_type");
        return new Body.Unreadable(422, reason, pointer);
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds() == null
                ? ""
                : e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }
}
