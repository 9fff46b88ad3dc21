package org.mainstay.kernel.record;

import tools.jackson.databind.JsonNode;

/// Something besides attribute values that a plan writes on a record: a comment, a link, a watcher. Each
/// part is one history row. The module that owns it contributes a `PartWriter` for its class.
public interface PlanPart {

    /// The history kind: `comment`, `link`, …
    String kind();

    /// What history keeps of it; an object.
    JsonNode changes();
}
