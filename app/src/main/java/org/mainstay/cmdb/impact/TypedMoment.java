package org.mainstay.cmdb.impact;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;

/// A moment as an input of a browser writes it, in the zone of the person.
public final class TypedMoment {

    private TypedMoment() {}

    /// @return null for a blank text
    /// @throws BadValue for a text that is no moment
    public static @Nullable Instant read(String text, Actor actor) {
        if (text.isBlank()) {
            return null;
        }
        return text.endsWith("Z") ? new Kind.Moment().parse(text) : local(text, actor);
    }

    /// To the minute.
    public static String written(Instant instant, Actor actor) {
        return instant.atZone(actor.zone())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static Instant local(String text, Actor actor) {
        try {
            return LocalDateTime.parse(text).atZone(actor.zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadValue("kernel.value.not_a_moment", text);
        }
    }
}
