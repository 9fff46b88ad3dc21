package org.mainstay.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.mainstay.conversation.Comment;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import tools.jackson.databind.JsonNode;

/// Works on incidents as people do: through the acts that all surfaces share.
public final class Desk {

    private final Acts acts;
    private final RecordStore store;
    private final Entries entries;

    Desk(Acts acts, RecordStore store, Entries entries) {
        this.acts = acts;
        this.store = store;
        this.entries = entries;
    }

    Snapshot report(Actor actor, String... values) {
        return done(tryReport(actor, values));
    }

    Outcome tryReport(Actor actor, String... values) {
        var all = texts(values);
        all.putIfAbsent("title", "Printer on fire");
        return create(actor, IncidentType.INCIDENT, all);
    }

    Outcome create(Actor actor, RecordType<?> of, Map<String, String> values) {
        return acts.create(actor, of, Input.texts(values), List.of(), false);
    }

    Snapshot edit(Actor actor, Snapshot subject, String... values) {
        return done(tryEdit(actor, subject, values));
    }

    Outcome tryEdit(Actor actor, Snapshot subject, String... values) {
        return acts.edit(actor, subject.type(), subject.id(), Input.texts(texts(values)), null, false);
    }

    /// Does an action and gives the record afterwards.
    Snapshot act(Actor actor, Snapshot subject, String action, String... answers) {
        return done(tryAct(actor, subject, action, answers));
    }

    Outcome tryAct(Actor actor, Snapshot subject, String action, String... answers) {
        return acts.act(actor, subject.type(), subject.id(), action, Input.texts(texts(answers)), null, false);
    }

    Outcome preview(Actor actor, Snapshot subject, String action, String... answers) {
        return acts.act(actor, subject.type(), subject.id(), action, Input.texts(texts(answers)), null, true);
    }

    Snapshot resolve(Actor actor, Snapshot subject) {
        return act(actor, subject, "resolve", "resolution_code", "fixed", "resolution", "Poured water.");
    }

    Snapshot comment(Actor actor, Snapshot subject, String text) {
        return done(acts.add(actor, subject.type(), subject.id(), new Comment(text, false)));
    }

    Snapshot note(Actor actor, Snapshot subject, String text) {
        return done(acts.add(actor, subject.type(), subject.id(), new Comment(text, true)));
    }

    Snapshot read(Actor actor, Snapshot subject) {
        return store.get(actor, subject.type(), subject.id()).orElseThrow();
    }

    boolean sees(Actor actor, Snapshot subject) {
        return store.get(actor, subject.type(), subject.id()).isPresent();
    }

    /// Writes past the actions, at a time of its own.
    Snapshot write(Actor actor, Instant at, Snapshot subject, Consumer<Step.Edit> change) {
        var plan = Plan.of(Cause.EDITED).at(at);
        change.accept(plan.edit(read(actor, subject)));
        assertThat(store.save(actor, plan)).isInstanceOf(Saved.Done.class);
        return read(actor, subject);
    }

    /// Reports an incident in the past.
    Snapshot reported(Actor actor, Instant at, Values values) {
        var plan = Plan.of(Cause.CREATED).at(at);
        var created = plan.create(IncidentType.INCIDENT);
        created.values().set(IncidentType.TITLE, "Printer on fire");
        values.all().forEach(created.values()::put);
        assertThat(store.save(actor, plan)).isInstanceOf(Saved.Done.class);
        return store.get(actor, IncidentType.INCIDENT, created.id()).orElseThrow();
    }

    /// Why the attribute has its value, as the latest history row that says so has it.
    JsonNode why(UUID record, String attribute) {
        return entries.of(record).reversed().stream()
                .map(it -> it.reasons() == null ? null : it.reasons().get(attribute))
                .filter(it -> it != null)
                .findFirst()
                .orElseThrow();
    }

    static Snapshot done(Outcome outcome) {
        return assertThat(outcome)
                .asInstanceOf(type(Outcome.Done.class))
                .actual()
                .record();
    }

    static String denied(Outcome outcome) {
        Message reason = assertThat(outcome)
                .asInstanceOf(type(Outcome.Denied.class))
                .actual()
                .reason();
        return reason.key();
    }

    /// The attributes at fault and what is wrong with each.
    static Map<String, String> refused(Outcome outcome) {
        var problems = new LinkedHashMap<String, String>();
        for (Problem problem : assertThat(outcome)
                .asInstanceOf(type(Outcome.Refused.class))
                .actual()
                .problems()) {
            problems.put(problem.attribute(), problem.reason().key());
        }
        return problems;
    }

    private static Map<String, String> texts(String... pairs) {
        var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(pairs[i], pairs[i + 1]);
        }
        return texts;
    }
}
