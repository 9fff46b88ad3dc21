package org.mainstay.people.security;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.AbsenceType;

/// When somebody is away, by whole days in their zone, as they enter it themselves.
final class OwnAbsences {

    private static final int MOST = 20;

    private final RecordStore store;
    private final Acts acts;
    private final Clock clock;

    OwnAbsences(RecordStore store, Acts acts, Clock clock) {
        this.store = store;
        this.acts = acts;
        this.clock = clock;
    }

    /// Those that are not over.
    List<Profile.AbsenceLine> lines(Actor actor, Locale reader) {
        var own = Filter.all(
                Filter.is(AbsenceType.PERSON, actor.id()),
                new Filter.Compare(Filter.Path.of(AbsenceType.TO), Filter.Comparison.MORE, clock.instant()));
        var absences = store.list(actor, AbsenceType.ABSENCE, Query.of(own).limit(MOST))
                .items();
        var labels = store.labels(actor, absences);
        return absences.stream()
                .map(it -> {
                    var substitute = it.get(AbsenceType.SUBSTITUTE);
                    var label = substitute == null ? null : labels.get(substitute);
                    var note = it.get(AbsenceType.NOTE);
                    return new Profile.AbsenceLine(
                            it.number(),
                            day(it.need(AbsenceType.FROM), actor, reader)
                                    + " – "
                                    + day(it.need(AbsenceType.TO).minusMillis(1), actor, reader),
                            label == null ? "" : label.label(),
                            note == null ? "" : note);
                })
                .toList();
    }

    private static String day(Instant instant, Actor actor, Locale reader) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(reader)
                .format(instant.atZone(actor.zone()));
    }

    /// From the beginning of the first day to the end of the last.
    Outcome add(Actor actor, Profile.Away away) {
        Instant from;
        Instant to;
        try {
            from = LocalDate.parse(away.from()).atStartOfDay(actor.zone()).toInstant();
            to = LocalDate.parse(away.to())
                    .plusDays(1)
                    .atStartOfDay(actor.zone())
                    .toInstant();
        } catch (DateTimeException e) {
            return new Outcome.Refused(List.of(Problem.of("people.absence.days_needed")));
        }
        var input =
                new HashMap<>(Map.of(AbsenceType.FROM.code(), from.toString(), AbsenceType.TO.code(), to.toString()));
        if (!away.substitute().isBlank()) {
            input.put(AbsenceType.SUBSTITUTE.code(), away.substitute());
        }
        if (!away.note().isBlank()) {
            input.put(AbsenceType.NOTE.code(), away.note());
        }
        return acts.create(actor, AbsenceType.ABSENCE, Input.texts(input), List.of(), false);
    }

    /// One that has begun ends now, another one is not there any more.
    Outcome end(Actor actor, String key) {
        var own = find(actor, key).orElse(null);
        if (own == null) {
            return new Outcome.Missing();
        }
        var now = clock.instant();
        return own.need(AbsenceType.FROM).isBefore(now)
                ? acts.edit(
                        actor,
                        AbsenceType.ABSENCE,
                        own.id(),
                        Input.texts(Map.of(AbsenceType.TO.code(), now.toString())),
                        null,
                        false)
                : acts.delete(actor, AbsenceType.ABSENCE, own.id(), null, false);
    }

    private Optional<Snapshot> find(Actor actor, String key) {
        return store.find(actor, AbsenceType.ABSENCE, key)
                .filter(it -> actor.id().equals(it.get(AbsenceType.PERSON)));
    }
}
