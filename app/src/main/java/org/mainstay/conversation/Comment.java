package org.mainstay.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.PlanPart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Something said about a record. History keeps that it was said; what was said is kept once, with the
/// comment.
///
/// @param text Markdown
/// @param internal a work note: only those who work on the record read it
/// @param origin where it came from when not from a person at a page or by the API, for example `mail`
public record Comment(
        UUID id, String text, boolean internal, @Nullable String origin) implements PlanPart {

    public Comment {
        text = text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    public Comment(String text, boolean internal) {
        this(Plan.newId(), text, internal, null);
    }

    @Override
    public String kind() {
        return "comment";
    }

    @Override
    public JsonNode changes() {
        var changes = JsonNodeFactory.instance.objectNode().put("comment", id.toString());
        return internal ? changes.put(Histories.INTERNAL, true) : changes;
    }
}
