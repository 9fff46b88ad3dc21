package org.mainstay.rest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import tools.jackson.databind.JsonNode;

/// What the API tells of records under the code of one of their attributes, in place of its plain value; contributed
/// as a bean by the module that knows more.
public interface Told {

    /// Code of the record type.
    String type();

    /// Code of the attribute; who may not read it is told nothing.
    String attribute();

    /// Name of the schema of what is told, among the components of a module's `openapi/<module>.json`.
    String schema();

    /// What has to be read of the records for it.
    List<Attribute<?>> reads();

    /// By id; null is told of those that are missing.
    ///
    /// @param records as the actor sees them
    Map<UUID, JsonNode> of(Actor actor, List<Snapshot> records);
}
