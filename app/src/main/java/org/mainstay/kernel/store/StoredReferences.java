package org.mainstay.kernel.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.record.Actor;

/// Finds records by what people write for them, in the registry, as far as the actor sees them.
final class StoredReferences implements References {

    private static final int FEW = 50;
    private static final Table<Record> RECORD =
            DSL.table(DSL.name("kernel", "record")).as("r");
    private static final Field<UUID> ID = DSL.field(DSL.name("r", "id"), SQLDataType.UUID);
    private static final Field<String> TYPE = DSL.field(DSL.name("r", "type"), SQLDataType.CLOB);
    private static final Field<String> NUMBER = DSL.field(DSL.name("r", "number"), SQLDataType.CLOB);
    private static final Field<String> LABEL = DSL.field(DSL.name("r", "label"), SQLDataType.CLOB);

    private final DSLContext db;
    private final RecordTypes types;
    private final Supplier<Reader> reader;

    /// @param reader supplied late, because the reader's filters find references themselves
    StoredReferences(DSLContext db, RecordTypes types, Supplier<Reader> reader) {
        this.db = db;
        this.types = types;
        this.reader = reader;
    }

    @Override
    public List<UUID> find(Actor actor, String code, String text) {
        var type = types.byCode(code);
        if (type.isEmpty() || text.isBlank() || text.length() > 400 || text.indexOf(0) >= 0) {
            return List.of();
        }
        var exact = db.select(Rows.ID)
                .from(Rows.table(type.get()))
                .where(SqlRecordStore.which(type.get(), text))
                .and(reader.get().visible(actor, type.get()))
                .fetch(Rows.ID);
        if (exact.isEmpty() && code.equals("person")) {
            // parts of the system act where persons do, and everybody may read their names
            var machine = db.select(ID)
                    .from(RECORD)
                    .where(TYPE.eq("machine"))
                    .and(NUMBER.eq(text))
                    .fetch(ID);
            return machine.isEmpty() ? labelled(actor, code, text) : machine;
        }
        return exact.isEmpty() ? labelled(actor, code, text) : exact;
    }

    @Override
    public Map<String, UUID> exactly(Actor actor, String code, Collection<String> texts) {
        var type = types.byCode(code);
        var numbers = new HashMap<String, String>();
        var ids = new HashSet<UUID>();
        for (var text : texts) {
            if (type.isPresent() && SqlRecordStore.isId(text)) {
                ids.add(UUID.fromString(text));
            } else if (type.isPresent() && text.indexOf(0) < 0) {
                numbers.put(text, type.get().prefix() == null ? text : text.toUpperCase(Locale.ROOT));
            }
        }
        if (ids.isEmpty() && numbers.isEmpty()) {
            return Map.of();
        }
        var number = DSL.field(DSL.name(Rows.ALIAS, "number"), SQLDataType.CLOB);
        var found = new HashMap<String, UUID>();
        db.select(Rows.ID, number)
                .from(Rows.table(type.orElseThrow()))
                .where(Rows.ID
                        .eq(DSL.any(ids.toArray(UUID[]::new)))
                        .or(number.eq(DSL.any(numbers.values().toArray(String[]::new)))))
                .and(reader.get().visible(actor, type.get()))
                .forEach(it -> {
                    found.put(it.value1().toString(), it.value1());
                    found.put(it.value2(), it.value1());
                });
        var exactly = new HashMap<String, UUID>();
        for (var text : texts) {
            var id = found.get(numbers.getOrDefault(text, text.toLowerCase(Locale.ROOT)));
            if (id != null) {
                exactly.put(text, id);
            }
        }
        return exactly;
    }

    @Override
    public Map<String, UUID> keyed(Actor actor, String code, String source, Collection<String> keys) {
        var type = types.byCode(code);
        var possible = keys.stream().filter(it -> it.indexOf(0) < 0).toList();
        if (type.isEmpty() || possible.isEmpty() || source.indexOf(0) >= 0) {
            return Map.of();
        }
        var key = DSL.field(DSL.name("k", "key"), SQLDataType.CLOB);
        return db.select(key, Rows.ID)
                .from(DSL.table(DSL.name("kernel", "external_key")).as("k"))
                .join(Rows.table(type.get()))
                .on(Rows.ID.eq(DSL.field(DSL.name("k", "record"), SQLDataType.UUID)))
                .where(DSL.field(DSL.name("k", "type"), SQLDataType.CLOB).eq(code))
                .and(DSL.field(DSL.name("k", "source"), SQLDataType.CLOB).eq(source))
                .and(key.eq(DSL.any(possible.toArray(String[]::new))))
                .and(reader.get().visible(actor, type.get()))
                .fetchMap(key, Rows.ID);
    }

    @Override
    public boolean names(UUID id, String text) {
        return text.equalsIgnoreCase(id.toString())
                || (text.indexOf(0) < 0
                        && db.fetchExists(
                                RECORD, ID.eq(id).and(TYPE.eq("machine")).and(NUMBER.eq(text))));
    }

    private List<UUID> labelled(Actor actor, String code, String text) {
        var type = types.need(code);
        return db.select(ID)
                .from(RECORD)
                .join(Rows.table(type))
                .on(Rows.ID.eq(ID))
                .where(TYPE.eq(DSL.inline(code)))
                .and(DSL.lower(LABEL).eq(text.toLowerCase(Locale.ROOT)))
                .and(reader.get().visible(actor, type))
                .orderBy(ID)
                .limit(FEW)
                .fetch(ID);
    }

    @Override
    public List<String> suggest(Actor actor, String code, String text) {
        var type = types.byCode(code);
        if (type.isEmpty() || text.isBlank() || text.indexOf(0) >= 0) {
            return List.of();
        }
        var start = text.strip().toLowerCase(Locale.ROOT);
        var suggestions = new ArrayList<String>();
        for (var pattern : List.of(start, start.substring(0, Math.min(2, start.length())))) {
            if (suggestions.isEmpty()) {
                suggestions.addAll(db.select(LABEL)
                        .from(RECORD)
                        .join(Rows.table(type.get()))
                        .on(Rows.ID.eq(ID))
                        .where(TYPE.eq(DSL.inline(code)))
                        .and(DSL.lower(LABEL).startsWith(pattern))
                        .and(reader.get().visible(actor, type.get()))
                        .orderBy(LABEL, ID)
                        .limit(5)
                        .fetch(LABEL));
            }
        }
        return suggestions;
    }
}
