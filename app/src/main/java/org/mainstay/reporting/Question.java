package org.mainstay.reporting;

import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.StatsQuestion;

/// What a tile asks, read for somebody.
///
/// @param type of the records it asks about
/// @param filter what the tile's text means together with the period
/// @param before the same for the period before; null where it is not compared
/// @param stats what is counted or measured; for trends grouped by the stretch of its moment
/// @param beside the same by the other moment; null where there is none
record Question(
        Tile tile,
        RecordType<?> type,
        Filter filter,
        @Nullable Filter before,
        StatsQuestion stats,
        @Nullable Beside beside,
        @Nullable Attribute<?> moment) {

    /// What a trend sets beside: the same by another moment.
    record Beside(StatsQuestion stats, Filter filter) {}
}
