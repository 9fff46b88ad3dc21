package org.mainstay.conversation;

import java.util.UUID;
import org.mainstay.kernel.record.PlanPart;
import tools.jackson.databind.JsonNode;

/// Undoes a link, from either of its ends.
///
/// @param type as the record of the plan sees it
/// @param to the other end
public record Unlink(UUID id, LinkType type, UUID to) implements PlanPart {

    public Unlink(RecordLink link) {
        this(link.id(), link.type(), link.to().id());
    }

    @Override
    public String kind() {
        return "unlink";
    }

    @Override
    public JsonNode changes() {
        return Link.changes(id, type, to);
    }
}
