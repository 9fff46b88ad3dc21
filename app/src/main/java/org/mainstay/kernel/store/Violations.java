package org.mainstay.kernel.store;

import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;

/// What a broken constraint means to the person who broke it.
final class Violations {

    private Violations() {}

    static Problem problem(DataIntegrityViolationException violation) {
        for (Throwable cause = violation; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException sql
                    && sql.getServerErrorMessage() instanceof ServerErrorMessage message) {
                return problem(sql.getSQLState(), message, violation);
            }
        }
        throw violation;
    }

    private static Problem problem(
            String state, ServerErrorMessage message, DataIntegrityViolationException violation) {
        var constraint = String.valueOf(message.getConstraint());
        return switch (state) {
            case "23505" -> {
                var table = String.valueOf(message.getTable());
                var column = constraint.startsWith(table + "_") && constraint.endsWith("_key")
                        ? constraint.substring(table.length() + 1, constraint.length() - "_key".length())
                        : "";
                yield new Problem(
                        "type_number".equals(column) ? "number" : column, Message.of("kernel.save.not_unique"));
            }
            case "23503" -> Problem.of("kernel.save.unknown_reference");
            case "23514" -> Problem.of("kernel.save.check", constraint);
            default -> throw violation;
        };
    }
}
