package org.mainstay.kernel.filter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mainstay.kernel.record.Kind;

/// Operands turned into values, for one asker at one moment; the same for SQL and for memory.
final class Resolved {

    private Resolved() {}

    /// The values to compare with; `mygroups` may be none or many.
    static List<Object> values(List<?> values, Kind<?> kind, FilterContext context) {
        var resolved = new ArrayList<Object>();
        for (Object value : values) {
            if (value instanceof Filter.Operand.MyGroups) {
                resolved.addAll(context.actor().groups());
            } else {
                resolved.add(value(value, kind, context));
            }
        }
        return resolved;
    }

    static Object value(Object value, Kind<?> kind, FilterContext context) {
        return switch (value) {
            case Filter.Operand.Me _ -> context.actor().id();
            case Filter.Operand.FromNow(var seconds) -> {
                var moment = context.now().plus(Duration.ofSeconds(seconds));
                yield kind instanceof Kind.Day ? day(moment, context) : moment;
            }
            case Filter.Operand.StartOfDay(var days) -> {
                var day = day(context.now(), context).plusDays(days);
                yield kind instanceof Kind.Day
                        ? day
                        : day.atStartOfDay(context.actor().zone()).toInstant();
            }
            default -> value;
        };
    }

    private static LocalDate day(Instant moment, FilterContext context) {
        return moment.atZone(context.actor().zone()).toLocalDate();
    }
}
