package org.mainstay.bench;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Approvals that wait for somebody; each is decided once.
final class Pending {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final double ROUND = 5;

    private final Load load;
    private final Asking agent;
    private final List<Asking> approvers;
    private final Queue<One> waiting = new ConcurrentLinkedQueue<>();

    /// One, and who decides it.
    ///
    /// @param by with the token of forms
    record One(String number, Asking by) {

        HttpRequest approve() {
            return by.post("/approvals/" + number + "/approve", "{}");
        }

        HttpRequest approveByPage() {
            return by.form("/portal/decisions/" + number, Map.of("decision", "approve", "text", ""));
        }
    }

    Pending(Load load, Asking agent, List<Asking> approvers) {
        this.load = load;
        this.agent = agent;
        this.approvers = approvers.stream()
                .map(it -> it.csrf(load.body(it.page("/portal/search"))))
                .toList();
    }

    /// Orders until enough wait.
    void prepare(List<String> dear, List<String> callers, int enough) {
        for (long there = all().size(); there < enough; ) {
            var ordered = load.run(ROUND, random -> order(random, dear, callers));
            if (ordered.answers() == 0) {
                throw new IllegalStateException("nothing can be ordered: " + ordered.firstBad());
            }
            there += ordered.answers();
        }
        waiting.addAll(all());
    }

    private HttpRequest order(RandomGenerator random, List<String> dear, List<String> callers) {
        return agent.post(
                "/catalog-items/" + dear.get(random.nextInt(dear.size())) + "/order",
                "{\"for\":[\"" + callers.get(random.nextInt(callers.size())) + "\"]}");
    }

    private List<One> all() {
        var all = new ArrayList<One>();
        for (var approver : approvers) {
            for (@Nullable String cursor = ""; cursor != null; ) {
                var page = MAPPER.readTree(load.body(approver.get("/approvals?filter="
                        + Asking.encode("waiting_for:me state:requested") + "&fields=number&limit=1000"
                        + (cursor.isEmpty() ? "" : "&cursor=" + Asking.encode(cursor)))));
                page.get("items").forEach(it -> all.add(new One(it.get("number").stringValue(), approver)));
                var next = page.get("next");
                cursor = next == null || next.isNull() ? null : next.stringValue();
            }
        }
        Collections.shuffle(all);
        return all;
    }

    One next() {
        return waiting.remove();
    }
}
