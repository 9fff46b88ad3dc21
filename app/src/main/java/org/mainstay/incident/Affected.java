package org.mainstay.incident;

import java.util.UUID;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.PlanPart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Says that the incident affects a person, who need not see it. Who is affected is told to nobody but those who work
/// on it.
record Affected(UUID person) implements PlanPart {

    @Override
    public String kind() {
        return "affected";
    }

    @Override
    public JsonNode changes() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("person", person.toString())
                .put(Histories.INTERNAL, true);
    }
}
