package org.mainstay.kernel.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Numbers and labels of referred records, from the registry in one read; those of records the actor may
/// not see are left out.
final class Labels {

    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<String> TYPE = DSL.field(DSL.name("type"), SQLDataType.CLOB);
    private static final Field<String> NUMBER = DSL.field(DSL.name("number"), SQLDataType.CLOB);
    private static final Field<String> LABEL = DSL.field(DSL.name("label"), SQLDataType.CLOB);

    private final DSLContext db;
    private final RecordTypes types;
    private final Access access;
    private final Reader reader;

    Labels(DSLContext db, RecordTypes types, Access access, Reader reader) {
        this.db = db;
        this.types = types;
        this.access = access;
        this.reader = reader;
    }

    /// @param open whether a record that refers to these is visible, so that open labels are shown whoever
    ///     sees the record itself
    Map<UUID, Label> of(Actor actor, Collection<UUID> ids, boolean open) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var labels = new HashMap<UUID, Label>();
        var closed = new HashMap<String, Set<UUID>>();
        db.select(ID, TYPE, NUMBER, LABEL)
                .from(DSL.table(DSL.name("kernel", "record")))
                .where(ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .and(DSL.field(DSL.name("deleted_at")).isNull())
                .forEach(row -> {
                    var label = new Label(row.value1(), row.value2(), row.value3(), row.value4());
                    labels.put(label.id(), label);
                    var type = types.byCode(label.type());
                    if (type.isPresent() && !(open && access.openLabels(type.get()))) {
                        closed.computeIfAbsent(label.type(), _ -> new HashSet<>())
                                .add(label.id());
                    }
                });
        closed.forEach((type, referred) -> {
            referred.removeAll(reader.visible(actor, types.need(type), referred));
            labels.keySet().removeAll(referred);
        });
        return labels;
    }

    List<Label> suggest(Actor actor, RecordType<?> type, Filter filter, String text, int limit) {
        var registry = DSL.table(DSL.name("kernel", "record")).as("r");
        var label = DSL.field(DSL.name("r", "label"), SQLDataType.CLOB);
        var number = DSL.field(DSL.name(Rows.ALIAS, "number"), SQLDataType.CLOB);
        var wanted = text.strip();
        var named = wanted.isEmpty() || wanted.length() > 100 || wanted.indexOf(0) >= 0
                ? DSL.condition(wanted.isEmpty())
                : number.startsWith(type.prefix() == null ? wanted : wanted.toUpperCase(Locale.ROOT))
                        .or(DSL.lower(label).contains(wanted.toLowerCase(Locale.ROOT)));
        return db.select(Rows.ID, number, label)
                .from(Rows.table(type))
                .join(registry)
                .on(DSL.field(DSL.name("r", "id"), SQLDataType.UUID).eq(Rows.ID))
                .where(reader.matching(actor, type, filter))
                .and(named)
                .orderBy(label, Rows.ID)
                .limit(limit)
                .fetch(it -> new Label(it.value1(), type.code(), it.value2(), it.value3()));
    }

    /// Every id the records refer to.
    static Set<UUID> referred(Collection<Snapshot> records) {
        var ids = new HashSet<UUID>();
        for (Snapshot record : records) {
            record.values().forEach((_, value) -> {
                if (value instanceof UUID id) {
                    ids.add(id);
                } else if (value instanceof Set<?> set) {
                    set.forEach(it -> ids.add((UUID) it));
                }
            });
        }
        return ids;
    }
}
