package org.mainstay.cmdb.drift;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.drift.DriftLine.Sort;
import tools.jackson.databind.JsonNode;

/// What a delivery found otherwise, one value or relation of a watched item.
///
/// @param record whose history has it: the item or the relation
record Found(
        UUID item,
        String key,
        Sort sort,
        String code,
        @Nullable UUID other,
        boolean outward,
        JsonNode before,
        JsonNode after,
        UUID record) {}
