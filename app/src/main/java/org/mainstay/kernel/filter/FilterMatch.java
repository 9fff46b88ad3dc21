package org.mainstay.kernel.filter;

import org.mainstay.kernel.record.Snapshot;

/// Evaluates a filter in memory. Interim.
public final class FilterMatch {

    public boolean matches(Filter filter, Snapshot snapshot, FilterContext context) {
        throw new UnsupportedOperationException(filter.toString());
    }
}
