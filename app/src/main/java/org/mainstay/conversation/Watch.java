package org.mainstay.conversation;

import java.util.UUID;
import org.mainstay.kernel.record.PlanPart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Makes a person hear of what happens to the record (and, where its type says so, see it).
public record Watch(UUID person) implements PlanPart {

    @Override
    public String kind() {
        return "watch";
    }

    @Override
    public JsonNode changes() {
        return JsonNodeFactory.instance.objectNode().put("person", person.toString());
    }
}
