package org.mainstay.authorisation;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mainstay.flow.FlowDocument;
import org.mainstay.flow.FlowWriter;
import org.mainstay.flow.StepKind;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.request.Request;
import org.mainstay.request.RequestItemType;
import org.mainstay.testing.Cast;

/// Flows that things are done by. What has begun is not deleted any more; only administrators see it.
final class FlowSpecimens {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Acts acts;
    private final RecordStore store;
    private final RecordTypes types;
    private final Cast cast;
    private @Nullable String waiting;
    private @Nullable String failing;

    FlowSpecimens(Acts acts, RecordStore store, RecordTypes types, Cast cast) {
        this.acts = acts;
        this.store = store;
        this.types = types;
        this.cast = cast;
    }

    /// A flow that waits for what nobody says.
    static String waiting() {
        return document(StepKind.WAIT_FOR_MESSAGE, Map.of("message", "never"));
    }

    private static String document(StepKind kind, Map<String, String> fields) {
        return FlowWriter.write(FlowDocument.line(List.of(new FlowDocument.Step("only", "Only", kind, fields))))
                .replace("\n", "");
    }

    /// @return number of a published version
    String waits() {
        waiting = Objects.requireNonNullElseGet(waiting, () -> published(waiting()));
        return waiting;
    }

    /// @return number of a published version of which the step cannot be done
    String fails() {
        failing = Objects.requireNonNullElseGet(
                failing,
                () -> published(document(
                        StepKind.SET_ATTRIBUTE, Map.of("attribute", "assignee", "value", "nobody-of-this-name"))));
        return failing;
    }

    private String published(String document) {
        var made = draft(document);
        Specimens.done(acts.act(cast.ada(), made.type(), made.id(), "publish", Input.texts(Map.of()), null, false));
        return made.number() + ":1";
    }

    /// Not among what is removed, since it may be published.
    Snapshot draft(String document) {
        var values = Map.of("number", Specimens.unique("kept"), "name", "Kept", "document", document);
        return Specimens.done(acts.create(cast.ada(), types.need("flow"), Input.texts(values), List.of(), false));
    }

    /// Work on the item begins, and its flow with it.
    Snapshot begun(Snapshot item) {
        var plan = Plan.of(Cause.CREATED);
        plan.edit(item).set(RequestItemType.STATE, Request.State.IN_FULFILMENT);
        store.save(cast.ada(), plan);
        return now(item);
    }

    /// As the item is once its step has failed.
    Snapshot failed(Snapshot item) {
        await().atMost(PATIENCE).until(() -> now(item).need(RequestItemType.FLOW_FAILED));
        return now(item);
    }

    private Snapshot now(Snapshot item) {
        return store.get(cast.ada(), item.type(), item.id()).orElseThrow();
    }
}
