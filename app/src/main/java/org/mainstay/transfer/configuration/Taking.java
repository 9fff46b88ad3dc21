package org.mainstay.transfer.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Intake;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Taken;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.transfer.configuration.Report.Change;
import org.mainstay.transfer.configuration.Report.Item;
import org.mainstay.transfer.configuration.Report.Outcome;
import org.mainstay.transfer.configuration.Wanted.One;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Takes the records of a text in, one by one, within the caller's transaction. One that refers to a later one
/// is refused at first and tried again after the others.
final class Taking {

    static final String CAUSE = "configuration";

    private static final int PASSES = 25;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Intake intake;
    private final RecordStore store;
    private final Acts acts;
    private final Access access;
    private final RecordTypes types;
    private final Installation installation;
    private final Transactions transactions;

    Taking(
            Intake intake,
            RecordStore store,
            Acts acts,
            Access access,
            RecordTypes types,
            Installation installation,
            Transactions transactions) {
        this.intake = intake;
        this.store = store;
        this.acts = acts;
        this.access = access;
        this.types = types;
        this.installation = installation;
        this.transactions = transactions;
    }

    Session begin(Actor actor, Wanted wanted, Standing standing, UUID operation) {
        return new Session(actor, wanted, standing, operation);
    }

    final class Session {

        private final Actor actor;
        private final Wanted wanted;
        private final Standing standing;
        private final UUID operation;

        /// What finds the records that were created, by type and name.
        private final Map<String, Map<String, String>> created = new HashMap<>();

        private Session(Actor actor, Wanted wanted, Standing standing, UUID operation) {
            this.actor = actor;
            this.wanted = wanted;
            this.standing = standing;
            this.operation = operation;
        }

        /// Creates and changes.
        ///
        /// @param definitions whether those that others rest upon, or all others
        List<Item> put(boolean definitions) {
            created.keySet().removeIf(it -> Scope.definition(it) == definitions);
            var items = new LinkedHashMap<One, Item>();
            List<One> waiting = wanted.all().stream()
                    .filter(it -> Scope.definition(it.shape().type().code()) == definitions)
                    .toList();
            for (int pass = 0; pass < PASSES && !waiting.isEmpty(); pass++) {
                var again = new ArrayList<One>();
                for (One one : waiting) {
                    var item = put(one);
                    items.put(one, item);
                    if (item.outcome() == Outcome.REFUSED) {
                        again.add(one);
                    }
                }
                waiting = again.size() == waiting.size() ? List.of() : again;
            }
            return List.copyOf(items.values());
        }

        /// Deletes what the text does not have, or says that it is here.
        List<Item> remove(boolean deleting) {
            var items = new LinkedHashMap<Snapshot, Item>();
            var waiting = new ArrayList<Item>();
            for (Shape shape : wanted.shapes().reversed()) {
                var type = shape.type().code();
                boolean goes = deleting && shape.type().deletable();
                wanted.missing(type)
                        .reversed()
                        .forEach(name ->
                                waiting.add(item(type, name, goes ? Outcome.DELETED : Outcome.KEPT, List.of())));
            }
            List<Item> some = waiting;
            for (int pass = 0; pass < PASSES && !some.isEmpty(); pass++) {
                var again = new ArrayList<Item>();
                for (Item one : some) {
                    var record = standing.record(one.type(), one.name());
                    if (record != null) {
                        var item = one.outcome() == Outcome.DELETED ? delete(one, record) : one;
                        items.put(record, item);
                        if (item.outcome() == Outcome.REFUSED) {
                            again.add(one);
                        }
                    }
                }
                some = again.size() == some.size() ? List.of() : again;
            }
            return List.copyOf(items.values());
        }

        private Item put(One one) {
            var type = one.shape().type();
            if (!one.faults().isEmpty()) {
                return item(one, Outcome.REFUSED, one.faults());
            }
            var stands = standing.record(type.code(), one.name());
            if (stands != null && one.changes().isEmpty()) {
                return item(one, Outcome.UNCHANGED, List.of());
            }
            try {
                return transactions.within(() -> taken(one, stands));
            } catch (Undone e) {
                return item(one, Outcome.REFUSED, e.faults);
            }
        }

        private Item taken(One one, @Nullable Snapshot stands) {
            // with the fields that the text itself has brought
            var type = types.current(one.shape().type());
            boolean restored = stands == null && one.shape().coded() && restored(type, one);
            var number =
                    stands != null ? stands.number() : restored || !type.coded() && coded(type) ? one.name() : null;
            var version = stands == null ? null : version(one, stands);
            var input = new LinkedHashMap<String, Input.Given>();
            one.changes()
                    .forEach((code, change) -> type.attribute(code).ifPresent(it -> given(it, change.now(), input)));
            if (restored) {
                one.shape().attributes().stream()
                        .filter(it -> !Wanted.stays(it) && !input.containsKey(it.code()))
                        .forEach(it -> given(it, null, input));
            }
            var terms =
                    new Intake.Terms(actor, type, cause(), operation, installation.organisation(), "", Set.of(), false);
            var taken = intake.begin(terms)
                    .take(List.of(new Intake.Given(number, null, new Input(input), version)))
                    .getFirst();
            return switch (taken) {
                case Taken.Created(var made, var _) -> {
                    if (one.shape().coded() && !made.equals(one.name())) {
                        var pointer = Fault.pointer(type.code(), one.name());
                        throw new Undone(Fault.at(pointer, "configuration.fault.other_name", made));
                    }
                    created.computeIfAbsent(type.code(), _ -> new HashMap<>()).put(one.name(), made);
                    yield item(one, Outcome.CREATED, List.of());
                }
                case Taken.Changed _ -> item(one, restored ? Outcome.CREATED : Outcome.CHANGED, List.of());
                case Taken.Unchanged _ -> item(one, restored ? Outcome.CREATED : Outcome.UNCHANGED, List.of());
                case Taken.Refused(var _, var problems) -> throw new Undone(faults(one, problems));
            };
        }

        /// The version to be changed: where somebody has changed the same values since they were compared, theirs
        /// stay.
        private Long version(One one, Snapshot stands) {
            var now = store.get(actor, one.shape().type(), stands.id());
            return now.filter(it -> one.changes().keySet().stream()
                            .filter(code -> stands.type().attribute(code).isPresent())
                            .allMatch(code -> Objects.equals(value(it, code), value(stands, code))))
                    .map(Snapshot::version)
                    .orElseThrow(() -> new Undone(Fault.at(
                            Fault.pointer(one.shape().type().code(), one.name()), "kernel.import.changed_meanwhile")));
        }

        private static @Nullable Object value(Snapshot record, String code) {
            var attribute = record.type().attribute(code).orElse(null);
            return attribute == null ? null : record.get(attribute);
        }

        private static boolean coded(RecordType<?> type) {
            return type.prefix() == null;
        }

        /// A code is never used twice: one that was deleted comes back.
        private boolean restored(RecordType<?> type, One one) {
            var deleted = acts.deleted(actor, type, one.name());
            deleted.ifPresent(it -> {
                var plan = plan().with(new Step.Restore(type, it.id()));
                if (store.save(actor, plan) instanceof Saved.Refused(var problems)) {
                    throw new Undone(faults(one, problems));
                }
            });
            return deleted.isPresent();
        }

        private void given(Attribute<?> attribute, @Nullable Value value, Map<String, Input.Given> input) {
            var target = attribute.kind().target();
            input.put(
                    attribute.code(),
                    value == null
                            ? new Input.Given.Json(NODES.nullNode())
                            : target != null
                                    ? new Input.Given.Json(referred(attribute, target, value))
                                    : new Input.Given.Text(value.shown()));
        }

        private JsonNode referred(Attribute<?> attribute, String target, Value value) {
            if (attribute.kind() instanceof Kind.References) {
                ArrayNode array = NODES.arrayNode();
                value.all().forEach(it -> array.add(NODES.stringNode(found(target, it))));
                return array;
            }
            return NODES.stringNode(found(target, value.shown()));
        }

        private String found(String target, String name) {
            var stands = standing.record(target, name);
            return stands != null
                    ? stands.id().toString()
                    : created.getOrDefault(target, Map.of()).getOrDefault(name, name);
        }

        private Item delete(Item one, Snapshot record) {
            var pointer = Fault.pointer(one.type(), one.name());
            if (access.delete(record, actor) instanceof Decision.Denied(var reason)) {
                return item(one.type(), one.name(), Outcome.REFUSED, List.of(new Fault(pointer, reason)));
            }
            return switch (store.save(actor, plan().with(new Step.Delete(record)))) {
                case Saved.Done _ -> one;
                case Saved.Refused(var problems) ->
                    item(
                            one.type(),
                            one.name(),
                            Outcome.REFUSED,
                            problems.stream()
                                    .map(it -> new Fault(pointer, it.reason()))
                                    .toList());
                case Saved.Stale _ ->
                    item(
                            one.type(),
                            one.name(),
                            Outcome.REFUSED,
                            List.of(Fault.at(pointer, "kernel.import.changed_meanwhile")));
            };
        }

        private Plan plan() {
            return new Plan(cause(), operation, null, true, new ArrayList<>());
        }

        private Cause cause() {
            return Cause.importing(CAUSE, operation.toString());
        }
    }

    private static Item item(One one, Outcome outcome, List<Fault> faults) {
        return new Item(one.shape().type().code(), one.name(), outcome, one.changes(), faults);
    }

    private static Item item(String type, String name, Outcome outcome, List<Fault> faults) {
        return new Item(type, name, outcome, new TreeMap<String, Change>(), faults);
    }

    private static List<Fault> faults(One one, List<Problem> problems) {
        var faults = new LinkedHashSet<Fault>();
        for (Problem problem : problems) {
            var record = Fault.pointer(one.shape().type().code(), one.name());
            var place = problem.attribute().isEmpty() ? "" : Fault.pointer(problem.attribute());
            Message reason = problem.reason();
            faults.add(new Fault(record + place, reason));
        }
        return List.copyOf(faults);
    }

    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Fault> faults;

        Undone(List<Fault> faults) {
            super("undone", null, false, false);
            this.faults = faults;
        }

        Undone(Fault fault) {
            this(List.of(fault));
        }
    }
}
