package org.mainstay.conversation;

import java.util.UUID;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.PlanPart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Takes a file off a record: out of reach at once, given up some days later.
public record Unattach(UUID id, String name, boolean internal) implements PlanPart {

    public Unattach(Attachment attachment) {
        this(attachment.id(), attachment.name(), attachment.internal());
    }

    @Override
    public String kind() {
        return "unattach";
    }

    @Override
    public JsonNode changes() {
        var changes = JsonNodeFactory.instance.objectNode();
        changes.put("attachment", id.toString()).put("name", name);
        return internal ? changes.put(Histories.INTERNAL, true) : changes;
    }
}
