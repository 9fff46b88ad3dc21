package org.mainstay.kernel.database;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says why there is no start, before Spring Boot's own report would.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartRefusedReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        var refused = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(StartRefused.class::isInstance)
                .findFirst();
        refused.ifPresent(reason -> System.err.println(reason.getMessage()));
        return refused.isPresent();
    }
}
