package org.mainstay.cmdb.drift;

import java.util.List;
import java.util.Objects;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.store.Follower;

/// Keeps the lines of drift with its item, also where two items become one.
final class DriftLines implements Follower {

    @Override
    public String type() {
        return "drift";
    }

    @Override
    public List<RowCountQuery> follow(List<Change> changes, Cause cause) {
        return changes.stream()
                .filter(it -> it.before() != null && it.after() != null)
                .filter(it -> !Objects.equals(
                        Objects.requireNonNull(it.before()).get(DriftType.ITEM),
                        Objects.requireNonNull(it.after()).get(DriftType.ITEM)))
                .<RowCountQuery>map(it -> DSL.query(
                        "update cmdb.drift_line set item = {0} where drift = {1}",
                        DSL.val(Objects.requireNonNull(it.after()).need(DriftType.ITEM)), DSL.val(it.id())))
                .toList();
    }
}
