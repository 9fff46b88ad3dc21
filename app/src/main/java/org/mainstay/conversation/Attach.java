package org.mainstay.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.blob.Blob;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.PlanPart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A file on a record; [Uploads] makes it of what was sent.
///
/// @param name clean, as [FileNames] leaves it
/// @param mediaType what its bytes and its name say it is
/// @param internal only those who work on the record see it
/// @param comment the comment it came with, of the same record or earlier in the same plan
public record Attach(
        UUID id,
        String name,
        String mediaType,
        Blob blob,
        boolean internal,
        @Nullable UUID comment) implements PlanPart {

    /// The same file for those who work on the record only.
    public Attach internally() {
        return new Attach(id, name, mediaType, blob, true, comment);
    }

    /// The same file as part of a comment, and as internal as this is.
    public Attach to(Comment said) {
        return new Attach(id, name, mediaType, blob, said.internal(), said.id());
    }

    @Override
    public String kind() {
        return "attach";
    }

    @Override
    public JsonNode changes() {
        var changes = JsonNodeFactory.instance.objectNode();
        changes.put("attachment", id.toString()).put("name", name);
        return internal ? changes.put(Histories.INTERNAL, true) : changes;
    }
}
