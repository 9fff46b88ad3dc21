package org.mainstay.reporting;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.FilterError;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.web.GroupTerms;

/// What a tile's question came to. Values are as [org.mainstay.kernel.store.Stats.Group] has them.
sealed interface TileResult {

    /// @param before in the period before; null where there is none or it is not asked
    record Number(@Nullable Object value, @Nullable Object before) implements TileResult {}

    /// @param named what the groups are by
    /// @param cut whether there are more groups than these
    record Groups(List<Row> rows, GroupTerms.Named named, boolean cut) implements TileResult {}

    /// One group.
    ///
    /// @param key the attribute's value; null for records without one
    /// @param before the first measure in the period before
    record Row(
            @Nullable Object key,
            List<@Nullable Object> measures,
            @Nullable Object before) {}

    /// @param values one for each stretch of the question
    /// @param other those of the second line: the other moment, else the period before; empty for none
    record Trend(List<@Nullable Object> values, List<@Nullable Object> other) implements TileResult {}

    record Records(List<Attribute<?>> columns, List<Snapshot> records, Map<UUID, Label> labels, boolean more)
            implements TileResult {}

    /// It cannot be asked, at least not by this reader.
    record Wrong(List<Problem> problems, List<FilterError> filter) implements TileResult {}

    /// Too much is asked at once; it can be asked again.
    record Busy() implements TileResult {}
}
