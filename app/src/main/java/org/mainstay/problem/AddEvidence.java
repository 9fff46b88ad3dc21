package org.mainstay.problem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.PlanPart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Puts evidence to a cause. History keeps that it was put there; what it is stays with the evidence, also once it is
/// withdrawn.
///
/// @param note what it shows
public record AddEvidence(
        UUID id, Evidence.Source source, @Nullable String note) implements PlanPart {

    AddEvidence(Evidence.Source source, @Nullable String note) {
        this(Plan.newId(), source, note);
    }

    /// That a record, whatever its type, speaks for or against it.
    public static AddEvidence of(UUID record, String note) {
        return new AddEvidence(Evidence.Source.of(record), note);
    }

    /// The same of a comment on a record.
    public static AddEvidence comment(UUID record, UUID comment, String note) {
        return new AddEvidence(Evidence.Source.comment(record, comment), note);
    }

    /// The same of an entry of a record's history.
    public static AddEvidence entry(UUID record, long version, String note) {
        return new AddEvidence(Evidence.Source.entry(record, version), note);
    }

    /// The same of a page elsewhere.
    public static AddEvidence address(String address, String note) {
        return new AddEvidence(Evidence.Source.address(address), note);
    }

    @Override
    public String kind() {
        return "evidence";
    }

    @Override
    public JsonNode changes() {
        return changes(id, source);
    }

    static JsonNode changes(UUID id, Evidence.Source source) {
        var changes = JsonNodeFactory.instance.objectNode().put("evidence", id.toString());
        return source.record() == null
                ? changes
                : changes.put(Histories.TO, source.record().toString());
    }
}
