package org.mainstay.kernel.database;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says why there is no start, before Spring Boot's own report would.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartRefusedReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        var sentence = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> sentence(cause).stream())
                .findFirst();
        sentence.ifPresent(System.err::println);
        return sentence.isPresent();
    }

    private static Optional<String> sentence(Throwable cause) {
        return switch (cause) {
            case StartRefused refused -> Optional.ofNullable(refused.getMessage());
            case PortInUseException port ->
                Optional.of("Port " + port.getPort() + " is in use; choose another with --server.port=PORT.");
            case FlywayValidateException other ->
                Optional.of("The database was migrated by a build of Mainstay whose migrations differ from this one's ("
                        + detail(other) + "); use a release that follows it, or another database.");
            default -> Optional.empty();
        };
    }

    /// Flyway's message says in its second line what differs first.
    private static String detail(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().skip(1).findFirst().orElse("no details");
    }
}
