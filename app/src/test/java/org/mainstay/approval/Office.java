package org.mainstay.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.LocationType;
import org.mainstay.testing.Cast;

/// Asks for approval and decides as people do. What it made of policies goes with [#close].
public final class Office {

    private final Acts acts;
    private final RecordStore store;
    private final Approvals approvals;
    private final ApprovalQueries queries;
    private final Entries entries;
    private final Cast cast;
    private final List<Snapshot> made = new ArrayList<>();

    Office(Acts acts, RecordStore store, Approvals approvals, ApprovalQueries queries, Entries entries, Cast cast) {
        this.acts = acts;
        this.store = store;
        this.approvals = approvals;
        this.queries = queries;
        this.entries = entries;
        this.cast = cast;
    }

    /// A policy for locations with just this name, and its steps, each as `key, value, …`.
    public Snapshot policy(String place, String[]... steps) {
        return policy(place, Map.of(), steps);
    }

    public Snapshot policy(String place, Map<String, String> more, String[]... steps) {
        var values = new LinkedHashMap<>(Map.of(
                "name",
                "Policy " + place,
                "record_type",
                "location",
                "condition",
                "name:" + place,
                "stewards",
                cast.operations().toString()));
        values.putAll(more);
        var policy = create(cast.ada(), ApprovalPolicyType.APPROVAL_POLICY, values);
        int position = 10;
        for (var step : steps) {
            var of = texts(step);
            of.putIfAbsent("name", "Step " + position);
            of.put("policy", policy.number());
            of.put("position", Integer.toString(position));
            create(cast.ada(), ApprovalStepType.APPROVAL_STEP, of);
            position += 10;
        }
        return policy;
    }

    public static String[] step(String... values) {
        return values;
    }

    public static String place() {
        return "place" + Plan.newId().toString().substring(24);
    }

    public Snapshot create(Actor actor, RecordType<?> type, Map<String, String> values) {
        var record = done(acts.create(actor, type, Input.texts(values), List.of(), false));
        made.add(record);
        return record;
    }

    /// A location that somebody asked for.
    public Snapshot location(String name, String address) {
        return create(cast.ada(), LocationType.LOCATION, Map.of("name", name, "address", address));
    }

    public Snapshot requested(Snapshot location) {
        return approvals.request(cast.ada(), location).orElseThrow();
    }

    public Outcome tryAct(Actor actor, Snapshot approval, String action, String... answers) {
        return acts.act(actor, approval.type(), approval.id(), action, Input.texts(texts(answers)), null, false);
    }

    public Snapshot act(Actor actor, Snapshot approval, String action, String... answers) {
        return done(tryAct(actor, approval, action, answers));
    }

    public Outcome edit(Snapshot record, String... values) {
        return acts.edit(cast.ada(), record.type(), record.id(), Input.texts(texts(values)), null, false);
    }

    public void delete(Snapshot record) {
        acts.delete(cast.ada(), record.type(), record.id(), null, false);
    }

    public Snapshot read(Snapshot record) {
        return store.get(cast.system(), record.type(), record.id()).orElseThrow();
    }

    List<Event> ledger(Snapshot approval) {
        return queries.ledger(approval.id()).stream().map(Event.Happened::event).toList();
    }

    <E extends Event> List<E> events(Snapshot approval, Class<E> of) {
        return ledger(approval).stream().filter(of::isInstance).map(of::cast).toList();
    }

    /// The attributes that were changed after the creation, the oldest first.
    List<String> history(Snapshot record) {
        var changed = new ArrayList<String>();
        entries.of(record.id()).stream()
                .filter(it -> it.version() > 1 && it.changes() != null)
                .forEach(it -> it.changes().propertyNames().forEach(changed::add));
        return changed;
    }

    /// The latest letter of each person.
    Map<UUID, UUID> letters(Snapshot approval) {
        var letters = new LinkedHashMap<UUID, UUID>();
        queries.letters(approval.id()).forEach(it -> letters.put(it.person(), it.id()));
        return letters;
    }

    Letter letter(Snapshot approval) {
        return queries.letters(approval.id()).getFirst();
    }

    public UUID person(String userName) {
        return cast.actor(userName).id();
    }

    /// Leaves no policies, rules or absences behind.
    public void close() {
        made.reversed().forEach(it -> acts.delete(cast.ada(), it.type(), it.id(), null, false));
        made.clear();
    }

    static Snapshot done(Outcome outcome) {
        return assertThat(outcome)
                .asInstanceOf(type(Outcome.Done.class))
                .actual()
                .record();
    }

    static String refused(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Denied(var reason) -> reason.key();
            case Outcome.Refused(var problems) -> problems.getFirst().reason().key();
            case Outcome.Missing _ -> "missing";
            default -> throw new AssertionError(outcome);
        };
    }

    static Map<String, String> texts(String... pairs) {
        var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(pairs[i], pairs[i + 1]);
        }
        return texts;
    }
}
