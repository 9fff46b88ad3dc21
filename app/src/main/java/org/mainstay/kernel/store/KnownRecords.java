package org.mainstay.kernel.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Intake.Given;

/// The records that a batch of a file means, read together.
final class KnownRecords {

    private final Actor actor;
    private final RecordType<?> type;
    private final Reader reader;
    private final SqlRecordStore store;
    private final Function<Given, @Nullable String> number;
    private final Map<String, UUID> byKey = new HashMap<>();
    private final Map<UUID, Snapshot> byId = new HashMap<>();
    private final Map<String, Snapshot> byNumber = new HashMap<>();

    /// Which record is meant.
    sealed interface Found {

        record Nothing() implements Found {}

        /// There is one, but not for this actor.
        record Hidden() implements Found {}

        record Absent(String number) implements Found {}

        record It(Snapshot record) implements Found {}
    }

    /// @param number that one names or its values make; null for none
    KnownRecords(
            Actor actor,
            RecordType<?> type,
            Reader reader,
            ExternalKeys keys,
            SqlRecordStore store,
            Function<Given, @Nullable String> number,
            List<Given> given) {
        this.actor = actor;
        this.type = type;
        this.reader = reader;
        this.store = store;
        this.number = number;
        var bySource = new LinkedHashMap<String, Set<String>>();
        var numbers = new LinkedHashSet<String>();
        for (var one : given) {
            if (one.key() != null) {
                bySource.computeIfAbsent(one.key().source(), _ -> new LinkedHashSet<>())
                        .add(one.key().key());
            }
            var named = number.apply(one);
            if (named != null) {
                numbers.add(named);
            }
        }
        bySource.forEach((source, some) -> byKey.putAll(keys.find(type.code(), source, some)));
        read(byKey.values());
        if (!numbers.isEmpty()) {
            var column = DSL.field(DSL.name(Rows.ALIAS, "number"), SQLDataType.CLOB);
            reader.wholes(actor, type, column.eq(DSL.any(numbers.toArray(String[]::new))))
                    .forEach(it -> byNumber.put(it.number(), it));
        }
    }

    private void read(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            reader.wholes(actor, type, Rows.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                    .forEach(it -> byId.put(it.id(), it));
        }
    }

    /// @param anew whether it has changed since it was read
    Found find(Given given, boolean anew) {
        var named = number.apply(given);
        if (given.key() != null) {
            var id = byKey.get(given.key().key());
            if (id != null && anew) {
                read(List.of(id));
            }
            return id == null ? new Found.Nothing() : it(byId.get(id));
        }
        if (named == null) {
            return new Found.Nothing();
        }
        if (anew) {
            store.whole(actor, type, SqlRecordStore.which(type, named)).ifPresent(it -> byNumber.put(it.number(), it));
        }
        var record = byNumber.get(named);
        if (record == null) {
            return type.prefix() == null ? new Found.Nothing() : new Found.Absent(named);
        }
        return new Found.It(record);
    }

    private static Found it(@Nullable Snapshot record) {
        return record == null ? new Found.Hidden() : new Found.It(record);
    }
}
