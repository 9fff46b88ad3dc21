package org.mainstay.conversation;

import java.util.UUID;
import org.mainstay.kernel.record.PlanPart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The opposite of [Watch].
public record Unwatch(UUID person) implements PlanPart {

    @Override
    public String kind() {
        return "unwatch";
    }

    @Override
    public JsonNode changes() {
        return JsonNodeFactory.instance.objectNode().put("person", person.toString());
    }
}
