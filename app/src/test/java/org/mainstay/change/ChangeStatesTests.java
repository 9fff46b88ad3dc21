package org.mainstay.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.change.Change.State;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever is done to changes of whatever models, none comes into a state that its model has not, or by another way.
@MainstayTest
class ChangeStatesTests {

    private static final int MODELS = 6;
    private static final int STEPS = 60;

    @Autowired
    Acts acts;

    @Autowired
    RecordTypes types;

    @Autowired
    Cast cast;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @BeforeEach
    void prepare() {
        cast.everybody();
    }

    private Snapshot create(String type, Map<String, String> values) {
        if (acts.create(cast.ada(), types.need(type), Input.texts(values), List.of(), false)
                instanceof Outcome.Done(var made)) {
            return made;
        }
        throw new IllegalStateException("no " + type + " of " + values);
    }

    @Test
    void randomActionsStayWithinTheModel() {
        for (int i = 0; i < MODELS; i++) {
            var optional = new ArrayList<State>();
            for (var it : List.of(State.ASSESS, State.AUTHORIZE, State.REVIEW)) {
                if (random.nextBoolean()) {
                    optional.add(it);
                }
            }
            walk(optional);
        }
    }

    private void walk(List<State> optional) {
        var states = new ArrayList<State>();
        for (State it : State.values()) {
            boolean always = it != State.ASSESS && it != State.AUTHORIZE && it != State.REVIEW && it != State.CANCELLED;
            if (always || optional.contains(it)) {
                states.add(it);
            }
        }
        var codes =
                states.stream().map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
        var model = create(
                "change_model",
                Map.of(
                        "name",
                        "Walk " + seed,
                        "type",
                        "normal",
                        "position",
                        "9000",
                        "states",
                        String.join(", ", codes)));
        var change = create("change", Map.of("title", "Walked", "type", "normal", "model", model.number()));
        var seen = new HashSet<State>(Set.of(State.NEW));
        for (int i = 0; i < STEPS; i++) {
            var before = change.need(ChangeType.STATE);
            var names =
                    types.need("change").actions().stream().map(it -> it.name()).toList();
            var action = names.get(random.nextInt(names.size()));
            if (action.equals("cancel") && random.nextInt(10) > 0) {
                continue;
            }
            if (acts.act(cast.ada(), change.type(), change.id(), action, Input.texts(answers(action)), null, false)
                    instanceof Outcome.Done(var after)) {
                change = after;
                var now = after.need(ChangeType.STATE);
                seen.add(now);
                assertThat(possible(states, before))
                        .as("seed %d: %s from %s in %s", seed, action, before, states)
                        .contains(now);
            }
        }
        assertThat(seen).as("seed %d in %s", seed, states).hasSizeGreaterThan(1);
    }

    /// Written down from what the states mean, apart from the product's own rule.
    private static Set<State> possible(List<State> states, State from) {
        var possible = new HashSet<State>();
        int place = states.indexOf(from);
        if (place >= 0 && place + 1 < states.size()) {
            possible.add(states.get(place + 1));
        }
        switch (from) {
            case NEW -> {
                possible.add(State.CANCELLED);
                possible.add(states.get(states.indexOf(State.IMPLEMENT) + 1));
            }
            case ASSESS -> possible.add(State.CANCELLED);
            case AUTHORIZE, SCHEDULED -> {
                possible.add(State.CANCELLED);
                possible.add(states.contains(State.ASSESS) ? State.ASSESS : State.NEW);
            }
            case IMPLEMENT, REVIEW, CLOSED, CANCELLED -> {}
        }
        // nobody has to agree here: what is asked is granted at once
        if (place >= 0 && place + 1 < states.size() && states.get(place + 1) == State.AUTHORIZE) {
            possible.remove(State.AUTHORIZE);
            possible.add(State.SCHEDULED);
        }
        return possible;
    }

    private static Map<String, String> answers(String action) {
        var answers = new LinkedHashMap<String, String>();
        switch (action) {
            case "finish" -> answers.put("outcome", "successful");
            case "revise", "cancel" -> answers.put("reason", "So");
            case "record_afterwards" ->
                answers.putAll(Map.of(
                        "actual_start",
                        "2026-01-01T00:00:00Z",
                        "actual_end",
                        "2026-01-01T01:00:00Z",
                        "outcome",
                        "successful",
                        "reason",
                        "So"));
            default -> {}
        }
        return answers;
    }
}
