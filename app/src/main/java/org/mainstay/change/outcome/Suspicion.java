package org.mainstay.change.outcome;

import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Snapshot;

/// That a change caused an incident: somebody said so by a link, or the graph and time give rise to it.
///
/// @param record the other side: the incident of a change, or the change of an incident
/// @param link by which somebody said so; null where it is proposed
/// @param place where the change reaches the incident; null where it does not, or nobody knows
/// @param after how long after the beginning of the change the incident was opened; null where that is not known
record Suspicion(
        Snapshot record,
        @Nullable UUID link,
        Nearness.@Nullable Place place,
        @Nullable Duration after) {

    enum Origin {
        LINKED,
        PROPOSED
    }

    /// What is nearest in the graph comes first, then what followed soonest.
    static final Comparator<Suspicion> LIKELIEST = Comparator.comparingInt(
                    (Suspicion it) -> it.place == null ? Integer.MAX_VALUE : it.place.distance())
            .thenComparing(it -> it.after == null ? Duration.ofDays(Short.MAX_VALUE) : it.after)
            .thenComparing(it -> it.record.number());

    Origin origin() {
        return link == null ? Origin.PROPOSED : Origin.LINKED;
    }

    /// Why it is there, in words.
    Message reason() {
        if (place == null) {
            return Message.of("change.caused.why.linked");
        }
        var item = place.item().number() + " " + place.item().label();
        var then = then();
        var through = place.through();
        return through == null
                ? Message.of("change.caused.why.direct", item, then)
                : Message.of(
                        "change.caused.why.computed",
                        item,
                        through.number() + " " + through.label(),
                        place.distance(),
                        then);
    }

    private Message then() {
        if (after == null) {
            return Message.of("change.caused.then.unknown");
        }
        if (after.isNegative()) {
            return Message.of("change.caused.then.before");
        }
        return after.toHours() > 0
                ? Message.of("change.caused.then.hours", after.toHours())
                : Message.of("change.caused.then.minutes", after.toMinutes());
    }
}
