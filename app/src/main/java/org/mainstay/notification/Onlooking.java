package org.mainstay.notification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;

/// What people who do not see a record are shown of it nevertheless: number and name, and where more stands.
record Onlooking(List<Onlookers> all) {

    Map<UUID, Label> shown(Actor person, String type, Collection<UUID> records) {
        return records.isEmpty()
                ? Map.of()
                : all.stream()
                        .filter(it -> it.type().equals(type))
                        .findFirst()
                        .map(it -> it.shown(person, records))
                        .orElse(Map.of());
    }

    /// As a record of which nothing else is known.
    static Snapshot record(RecordType<?> type, Label label) {
        return new Snapshot(
                type,
                label.id(),
                Map.of(Header.NUMBER.code(), label.number(), type.label().code(), label.label()),
                false);
    }

    String href(Snapshot record) {
        return all.stream()
                .filter(it -> it.type().equals(record.type().code()))
                .map(it -> it.path() + "/" + record.number())
                .findFirst()
                .orElse("/");
    }
}
