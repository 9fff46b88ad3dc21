package org.mainstay.cmdb.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mainstay.cmdb.discovery.Discovered;
import org.mainstay.cmdb.discovery.DiscoveredRelation;
import org.mainstay.cmdb.discovery.Mention;
import org.mainstay.cmdb.discovery.Payload;
import org.mainstay.cmdb.discovery.Remark;
import org.mainstay.cmdb.mapping.RecordMapping.Mapped;
import org.mainstay.kernel.record.Problem;

/// Some records of a file, mapped.
final class MappedBatch {

    private static final int MOST_REMARKS = 1_000;

    private final RecordMapping mapping;
    private final List<Discovered> items = new ArrayList<>();
    private final List<DiscoveredRelation> relations = new ArrayList<>();
    private final Map<String, Mention> mentions = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<Records.Found, List<Problem>> refused = new LinkedHashMap<>();
    private final Map<String, Records.Found> records = new HashMap<>();

    MappedBatch(RecordMapping mapping) {
        this.mapping = mapping;
    }

    void add(Records.Found record) {
        switch (mapping.read(record)) {
            case Mapped.Told told -> {
                items.add(told.item());
                relations.addAll(told.relations());
                told.mentions().forEach(it -> mentions.putIfAbsent(it.ref(), it));
                if (remarks.size() < MOST_REMARKS) {
                    remarks.addAll(told.remarks());
                }
                records.put(told.item().ref(), record);
            }
            case Mapped.Passed _ -> {}
            case Mapped.Refused(var problems) -> refused.put(record, problems);
        }
    }

    List<Discovered> items() {
        return items;
    }

    Records.Found record(String ref) {
        return Objects.requireNonNull(records.get(ref), ref);
    }

    /// The ref of the record that a relation comes from.
    String own(DiscoveredRelation relation) {
        return records.containsKey(relation.from()) ? relation.from() : relation.to();
    }

    /// The other end of a relation.
    Mention other(DiscoveredRelation relation) {
        var ref = own(relation).equals(relation.from()) ? relation.to() : relation.from();
        return Objects.requireNonNull(mentions.get(ref), ref);
    }

    /// What cannot be read, each with the columns it is about.
    Map<Records.Found, List<Problem>> refused() {
        return refused;
    }

    /// Items, and relations that lead to items told of here or known already.
    Payload whole() {
        return new Payload(items, relations, List.copyOf(mentions.values()), true, null, remarks);
    }

    Payload onlyItems() {
        return new Payload(items, List.of(), true, null, remarks);
    }

    /// The relations of items that were told of before, and of these what tells them apart.
    ///
    /// @param taken whether the item of a record was taken; of others there are no relations
    Payload onlyRelations(Predicate<Records.Found> taken) {
        var kept = relations.stream().filter(it -> taken.test(record(own(it)))).toList();
        var owners = kept.stream().map(this::own).collect(Collectors.toSet());
        return new Payload(
                items.stream().filter(it -> owners.contains(it.ref())).toList(),
                kept,
                List.copyOf(mentions.values()),
                true,
                null,
                List.of());
    }
}
