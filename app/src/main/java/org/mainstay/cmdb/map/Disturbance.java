package org.mainstay.cmdb.map;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;

/// Records that tell that something is wrong with an item while they are open; contributed as a bean by the module
/// that knows them. Somebody sees those of them on a map that they see anyway.
///
/// @param about the references to items
/// @param open which of them are open now
/// @param began when it began
/// @param ended when it was over; empty while it is not
/// @param priority 1 is gravest; from [#GRAVE] on it disrupts
public record Disturbance(
        RecordType<?> type,
        List<Attribute<UUID>> about,
        Filter open,
        Attribute<Instant> began,
        Attribute<Instant> ended,
        Attribute<Long> priority) {

    /// As grave or graver disrupts the item.
    public static final long GRAVE = 2;
}
