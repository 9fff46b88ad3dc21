package org.mainstay.cmdb.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.discovery.Payload;
import org.mainstay.cmdb.reconciliation.Report;
import org.mainstay.cmdb.reconciliation.Taken;
import org.mainstay.kernel.record.Problem;
import org.mainstay.transfer.RefusedRows;

/// What was refused of a batch of a file, by record.
final class FileRefusals {

    private final MappedBatch batch;
    private final Map<Records.Found, Long> places;
    private final Map<String, String> columns;
    private final Map<Records.Found, RefusedRows.Refused> rows = new IdentityHashMap<>();

    /// @param places of the records in the file
    FileRefusals(DiscoveryMapping mapping, MappedBatch batch, Map<Records.Found, Long> places) {
        this.batch = batch;
        this.places = places;
        columns = columns(mapping);
    }

    /// The column that gives each attribute.
    static Map<String, String> columns(DiscoveryMapping mapping) {
        var columns = new HashMap<String, String>();
        mapping.lines().forEach(it -> columns.putIfAbsent(it.to(), it.called()));
        return columns;
    }

    private void add(Records.Found record, String number, List<Problem> problems) {
        long place = Objects.requireNonNull(places.get(record));
        rows.put(record, new RefusedRows.Refused(place, record.number(), number, problems, record.raw()));
    }

    /// Records that cannot be read, and those whose items were refused.
    ///
    /// @param report null where the records were only read
    void items(@Nullable Report report) {
        batch.refused().forEach((record, problems) -> add(record, "", problems));
        for (var one : report == null ? List.<Taken>of() : report.items()) {
            if (one.outcome() == Taken.Outcome.REFUSED) {
                var problems = one.problems().stream()
                        .map(it -> new Problem(columns.getOrDefault(it.attribute(), it.attribute()), it.reason()))
                        .toList();
                add(batch.record(one.said().ref()), "", problems);
            }
        }
    }

    /// Records of which a relation was refused. One whose item was refused is not told of a second time.
    ///
    /// @param payload that was taken
    /// @param ends where else the other end of a relation may be
    /// @return how many
    long relations(Payload payload, Report report, Ends ends) {
        var numbers = new HashMap<String, String>();
        var refused = new HashSet<String>();
        report.items().forEach(it -> numbers.put(it.said().ref(), it.number()));
        report.items().stream()
                .filter(it -> it.outcome() == Taken.Outcome.REFUSED)
                .forEach(it -> refused.add(it.said().ref()));
        var byRecord = new HashMap<String, List<Problem>>();
        report.refusedRelations().forEach((index, problems) -> {
            var relation = payload.relations().get(index);
            var own = batch.own(relation);
            var other = own.equals(relation.from()) ? "to" : "from";
            for (var it : problems) {
                boolean elsewhere = it.attribute().equals(other)
                        && it.reason().key().equals("reconciliation.mention.none")
                        && ends.has(batch.other(relation));
                if (!elsewhere && !refused.contains(own)) {
                    byRecord.computeIfAbsent(own, _ -> new ArrayList<>())
                            .add(new Problem(
                                    it.attribute().equals(other) ? relation.type() : it.attribute(), it.reason()));
                }
            }
        });
        byRecord.forEach((ref, problems) -> add(batch.record(ref), numbers.getOrDefault(ref, ""), problems));
        return byRecord.size();
    }

    void keep(RefusedRows refused, UUID job) {
        refused.keep(job, List.copyOf(rows.values()));
    }
}
