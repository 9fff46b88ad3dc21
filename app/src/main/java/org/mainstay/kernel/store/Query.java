package org.mainstay.kernel.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Order;

/// What a list asks for.
///
/// @param fields the attributes to read; number and version always come along; empty for all
/// @param limit 1 to 1,000
/// @param cursor where the page before ended, as it was given out; null for the first page
public record Query(
        Filter filter,
        @Nullable Order order,
        List<Attribute<?>> fields,
        int limit,
        @Nullable String cursor) {

    public static final int MOST = 1_000;

    public static Query of(Filter filter) {
        return new Query(filter, null, List.of(), 50, null);
    }

    public Query limit(int most) {
        return new Query(filter, order, fields, most, cursor);
    }

    public Query sorted(@Nullable Order by) {
        return new Query(filter, by, fields, limit, cursor);
    }

    public Query reading(List<Attribute<?>> attributes) {
        return new Query(filter, order, attributes, limit, cursor);
    }

    public Query after(@Nullable String end) {
        return new Query(filter, order, fields, limit, end);
    }
}
