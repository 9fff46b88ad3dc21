package org.mainstay.conversation;

import java.util.UUID;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.PlanPart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Links the record to another one, which shows the link under its inverse name. Linking again changes
/// nothing.
public record Link(UUID id, LinkType type, UUID to) implements PlanPart {

    public Link(LinkType type, UUID to) {
        this(Plan.newId(), type, to);
    }

    @Override
    public String kind() {
        return "link";
    }

    @Override
    public JsonNode changes() {
        return changes(id, type, to);
    }

    static JsonNode changes(UUID id, LinkType type, UUID to) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("link", id.toString())
                .put("type", type.code())
                .put(Histories.TO, to.toString());
    }
}
