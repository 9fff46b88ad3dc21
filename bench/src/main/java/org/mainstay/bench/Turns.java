package org.mainstay.bench;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Puts incidents on hold and takes them up again. A client has one of its own until it is as it was, so
/// that no two are in each other's way.
final class Turns {

    private final Asking who;
    private final Queue<String> waiting;
    private final ThreadLocal<Turn> turns = ThreadLocal.withInitial(Turn::new);

    private static final class Turn {

        private @Nullable String number;
        private boolean held;
    }

    /// @param numbers of incidents in progress
    Turns(Asking who, List<String> numbers) {
        this.who = who;
        var shuffled = new ArrayList<>(numbers);
        Collections.shuffle(shuffled);
        waiting = new ConcurrentLinkedQueue<>(shuffled);
    }

    HttpRequest next(RandomGenerator random) {
        var turn = turns.get();
        if (turn.held) {
            turn.held = false;
            return who.post("/incidents/" + turn.number + "/resume", "{}");
        }
        if (turn.number != null) {
            waiting.add(turn.number);
        }
        turn.number = waiting.remove();
        turn.held = true;
        return who.post("/incidents/" + turn.number + "/hold", """
                {"hold_reason":"awaiting_vendor","comment":"Waiting for the supplier."}""");
    }
}
