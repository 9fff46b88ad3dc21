package org.mainstay.change;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.Change.State;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Lookup;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;

/// How changes of a kind go: the states, in their order, what each demands before it is reached, and the tasks they
/// begin with.
///
/// @param states from `new` to `closed`; without `cancelled`, which is possible until something is done
/// @param demands attributes that a change has from the state on
/// @param tasks in the order in which they are done
public record ChangeModel(
        UUID id, Change.Type type, List<State> states, Map<State, List<Attribute<?>>> demands, List<Task> tasks) {

    private static final Set<State> ALWAYS = EnumSet.of(State.NEW, State.SCHEDULED, State.IMPLEMENT, State.CLOSED);
    private static final int MOST_TASKS = 50;

    /// @param title what is to be done
    public record Task(ChangeTask.Kind kind, String title) {}

    /// The state after it; empty after the last one and for a state that the model leaves out.
    public Optional<State> next(State state) {
        int place = states.indexOf(state);
        return place < 0 || place == states.size() - 1 ? Optional.empty() : Optional.of(states.get(place + 1));
    }

    /// Where a change is planned anew.
    public State planning() {
        return states.contains(State.ASSESS) ? State.ASSESS : State.NEW;
    }

    /// Whether somebody may have to agree.
    public boolean authorizes() {
        return states.contains(State.AUTHORIZE);
    }

    /// Whether a change may come from one state directly into another.
    public boolean leads(State from, State to) {
        if (to == State.CANCELLED) {
            return from.planned();
        }
        if (next(from).filter(it -> it == to).isPresent()) {
            return true;
        }
        boolean back = from == State.AUTHORIZE || from == State.SCHEDULED;
        boolean reapproved = from == State.SCHEDULED && to == State.AUTHORIZE && authorizes();
        boolean approvedAtOnce = to == State.SCHEDULED && next(from).equals(Optional.of(State.AUTHORIZE));
        boolean told = from == State.NEW && to == next(State.IMPLEMENT).orElse(State.CLOSED);
        return (back && to == planning()) || reapproved || approvedAtOnce || told;
    }

    /// What a change in the state must have, the states before it included.
    public List<Attribute<?>> demanded(State state) {
        var demanded = new ArrayList<Attribute<?>>();
        for (var it : states) {
            if (it.compareTo(state) <= 0) {
                demanded.addAll(demands.getOrDefault(it, List.of()));
            }
        }
        return demanded;
    }

    static ChangeModel of(Snapshot it) {
        return new ChangeModel(
                it.id(),
                it.need(ChangeModelType.TYPE),
                states(it.need(ChangeModelType.STATES)),
                demands(it.get(ChangeModelType.DEMANDS)),
                tasks(it.get(ChangeModelType.TASKS)));
    }

    /// The model of a change; empty where it has none any more.
    public static Optional<ChangeModel> of(@Nullable UUID model, Lookup lookup) {
        return Optional.ofNullable(model)
                .flatMap(it -> lookup.get(ChangeModelType.CHANGE_MODEL, it))
                .map(ChangeModel::of);
    }

    /// The first active one of the type, by position.
    static Optional<UUID> first(Change.Type type, Lookup lookup) {
        var values = new Values().set(ChangeModelType.TYPE, type).set(ChangeModelType.ACTIVE, true);
        return lookup.having(ChangeModelType.CHANGE_MODEL, values, 1_000).stream()
                .min((a, b) -> Long.compare(a.need(ChangeModelType.POSITION), b.need(ChangeModelType.POSITION)))
                .map(Snapshot::id);
    }

    /// `new, scheduled, implement, closed`
    ///
    /// @throws BadValue for unknown ones, another order, or where one is missing that nothing goes without
    static List<State> states(String text) {
        var states = new ArrayList<State>();
        for (String code : text.split(",", -1)) {
            states.add(Codes.parse(State.class, code.strip()));
        }
        for (int i = 1; i < states.size(); i++) {
            if (states.get(i - 1).compareTo(states.get(i)) >= 0) {
                throw new BadValue("change_model.states.order");
            }
        }
        if (!states.containsAll(ALWAYS) || states.contains(State.CANCELLED)) {
            throw new BadValue("change_model.states.missing", String.join(", ", Codes.all(State.class)));
        }
        return List.copyOf(states);
    }

    /// A line a state: `authorize: planned_start, planned_end`.
    ///
    /// @throws BadValue for unknown states and for what nobody could fill in
    static Map<State, List<Attribute<?>>> demands(@Nullable String text) {
        var demands = new EnumMap<State, List<Attribute<?>>>(State.class);
        for (String line : lines(text)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new BadValue("change_model.demands.line", line);
            }
            var state = Codes.parse(State.class, line.substring(0, colon).strip());
            for (String code : line.substring(colon + 1).split(",", -1)) {
                demands.computeIfAbsent(state, _ -> new ArrayList<>()).add(fact(code.strip()));
            }
        }
        return demands;
    }

    private static Attribute<?> fact(String code) {
        return DEMANDABLE.stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new BadValue(
                        "change_model.demands.unknown",
                        code,
                        String.join(
                                ", ", DEMANDABLE.stream().map(Attribute::code).toList())));
    }

    private static final List<Attribute<?>> DEMANDABLE = List.of(
            ChangeType.REQUESTED_BY,
            ChangeType.GROUP,
            ChangeType.ASSIGNEE,
            ChangeType.CATEGORY,
            ChangeType.SERVICE,
            ChangeType.CONFIGURATION_ITEM,
            ChangeType.DESCRIPTION,
            ChangeType.JUSTIFICATION,
            ChangeType.IMPLEMENTATION_PLAN,
            ChangeType.TEST_PLAN,
            ChangeType.BACK_OUT_PLAN,
            ChangeType.PLANNED_START,
            ChangeType.PLANNED_END,
            ChangeType.OUTCOME,
            ChangeType.REVIEW);

    /// A line a task: `implement: Restart the node`.
    ///
    /// @throws BadValue for unknown kinds, a task without title, and too many
    static List<Task> tasks(@Nullable String text) {
        var tasks = new ArrayList<Task>();
        for (String line : lines(text)) {
            int colon = line.indexOf(':');
            var title = line.substring(colon + 1).strip();
            if (colon < 0 || title.isEmpty() || title.length() > ChangeTaskType.LONGEST) {
                throw new BadValue("change_model.tasks.line", line);
            }
            tasks.add(new Task(
                    Codes.parse(ChangeTask.Kind.class, line.substring(0, colon).strip()), title));
        }
        if (tasks.size() > MOST_TASKS) {
            throw new BadValue("change_model.tasks.too_many", MOST_TASKS);
        }
        return List.copyOf(tasks);
    }

    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }
}
