package org.mainstay.flow;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.rest.Rendering;
import tools.jackson.core.JsonGenerator;

/// Tells programs where the work on a record is.
public final class RunWriter {

    private final FlowQueries queries;
    private final FlowVersions versions;
    private final FlowTerms terms;
    private final RecordStore store;

    RunWriter(FlowQueries queries, FlowVersions versions, FlowTerms terms, RecordStore store) {
        this.queries = queries;
        this.versions = versions;
        this.terms = terms;
        this.store = store;
    }

    /// All runs of the record, the first first, those of flows within others among them; null where there is none.
    ///
    /// @param record whose type is connected with flows
    public byte @Nullable [] runs(Actor actor, Snapshot record, Locale reader) {
        var all = RunSteps.of(queries, terms, store, actor, record);
        return all.runs().isEmpty()
                ? null
                : Rendering.json(json -> {
                    json.writeStartObject();
                    json.writeArrayPropertyStart("items");
                    all.runs().forEach(it -> run(json, it, all, reader));
                    json.writeEndArray();
                    json.writeNullProperty("next");
                    json.writeEndObject();
                });
    }

    private void run(JsonGenerator json, Run run, RunSteps all, Locale reader) {
        var document = versions.of(run.version());
        boolean german = Messages.language(reader).equals(Locale.GERMAN);
        json.writeStartObject();
        json.writeStringProperty("id", run.id().toString());
        json.writeStringProperty(
                "parent", run.parent() == null ? null : run.parent().toString());
        json.writeName("version");
        Rendering.reference(json, all.works() ? all.labels().get(run.version()) : null);
        json.writeStringProperty("state", Codes.of(run.state()));
        json.writeStringProperty("began_at", run.beganAt().toString());
        json.writeStringProperty("ended_at", said(run.endedAt()));
        json.writeStringProperty("reason", reason(run.reason(), all, reader));
        json.writeArrayPropertyStart("steps");
        all.steps(run).forEach(it -> step(json, it, document, all, reader, german));
        json.writeEndArray();
        json.writeStringProperty("document", all.works() ? FlowWriter.write(document.shown(german)) : null);
        json.writeEndObject();
    }

    private static void step(
            JsonGenerator json, RunStep step, FlowDocument document, RunSteps all, Locale reader, boolean german) {
        json.writeStartObject();
        json.writeStringProperty("id", step.id().toString());
        json.writeStringProperty("element", step.element());
        json.writeStringProperty("kind", step.kind().code());
        json.writeStringProperty(
                "name", document.step(step.element()).map(it -> it.name(german)).orElse(step.element()));
        json.writeStringProperty("state", Codes.of(step.state()));
        json.writeStringProperty("outcome", step.outcome());
        json.writeStringProperty("began_at", step.beganAt().toString());
        json.writeStringProperty("ended_at", said(step.endedAt()));
        json.writeStringProperty("due_at", said(step.dueAt()));
        json.writeStringProperty("awaits", all.works() ? step.awaits() : null);
        json.writeName("record");
        Rendering.reference(
                json, all.works() && step.made() != null ? all.labels().get(step.made()) : null);
        json.writeStringProperty("reason", reason(step.reason(), all, reader));
        json.writeEndObject();
    }

    private static @Nullable String said(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static @Nullable String reason(@Nullable String reason, RunSteps all, Locale reader) {
        return reason == null || !all.works() ? null : Reasons.said(reason, reader);
    }
}
