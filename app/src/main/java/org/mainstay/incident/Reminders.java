package org.mainstay.incident;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mainstay.conversation.Comment;
import org.mainstay.incident.Incident.HoldReason;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.PersonType;

/// Reminds callers that work waits for their answer, in their language.
final class Reminders {

    static final UUID MACHINE = UUID.fromString("00000000-0000-7000-8000-000000000003");

    private static final String NAME = "reminder";
    private static final int BATCH = 200;

    private final RecordStore store;
    private final IncidentQueries queries;
    private final Messages messages;
    private final Installation installation;
    private final IncidentSettings settings;
    private final Clock clock;

    Reminders(
            RecordStore store,
            IncidentQueries queries,
            Messages messages,
            Installation installation,
            IncidentSettings settings,
            Clock clock) {
        this.store = store;
        this.queries = queries;
        this.messages = messages;
        this.installation = installation;
        this.settings = settings;
        this.clock = clock;
    }

    /// Each reminder is a public comment; who has been reminded often enough is left in peace.
    ///
    /// @return how many it wrote
    int run() {
        var machine = new Actor.Machine(MACHINE, NAME, installation.organisation());
        var waiting = Filter.all(
                Filter.is(IncidentType.STATE, State.ON_HOLD),
                Filter.is(IncidentType.HOLD_REASON, HoldReason.AWAITING_CALLER));
        var batch = new ArrayList<Snapshot>();
        int written = 0;
        for (Snapshot incident : new Pages(store, machine, waiting)) {
            batch.add(incident);
            if (batch.size() == BATCH) {
                written += remind(machine, batch);
                batch.clear();
            }
        }
        return written + remind(machine, batch);
    }

    private int remind(Actor machine, List<Snapshot> batch) {
        var since = queries.waiting(batch.stream().map(Snapshot::id).toList(), MACHINE);
        int written = 0;
        for (Snapshot incident : batch) {
            var waiting = since.get(incident.id());
            if (waiting != null && due(waiting) && write(machine, incident)) {
                written++;
            }
        }
        return written;
    }

    private boolean due(IncidentQueries.Waiting waiting) {
        var steps = settings.remindAfter();
        return waiting.reminders() < steps.size()
                && !clock.instant().isBefore(waiting.since().plus(steps.get(waiting.reminders())));
    }

    private boolean write(Actor machine, Snapshot incident) {
        var text = messages.say(language(machine, incident), "incident.reminder.text");
        var plan = Plan.of(Cause.job(NAME));
        plan.edit(incident).add(new Comment(text, false));
        return store.save(machine, plan) instanceof Saved.Done;
    }

    private Locale language(Actor machine, Snapshot incident) {
        var caller = incident.get(IncidentType.CALLER);
        return caller == null
                ? Locale.ENGLISH
                : store.get(machine, PersonType.PERSON, caller)
                        .map(it -> it.get(PersonType.LANGUAGE))
                        .map(it -> Locale.of(Codes.of(it)))
                        .orElse(Locale.ENGLISH);
    }
}
