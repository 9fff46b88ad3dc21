package org.mainstay.kernel.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Source;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Specimens in the database, written by plain SQL.
final class SpecimenTable {

    static final Table<Record> TABLE =
            DSL.table(DSL.name("specimen", "specimen")).as("t");

    private final DSLContext db;

    SpecimenTable(DSLContext db) {
        this.db = db;
    }

    void insert(Specimens specimens) {
        Specimens.PEOPLE.forEach(it -> register(it, "person", it.toString()));
        Specimens.ORGANISATIONS.forEach(it -> register(it, "organisation", it.toString()));
        specimens.rows().values().forEach(it -> register(it.id(), "specimen", it.number()));
        specimens.rows().values().forEach(it -> insert(it, specimens.deleted().contains(it.id())));
    }

    private void register(UUID id, String type, String number) {
        db.execute(
                "insert into kernel.record (id, type, number, label) values ({0}, {1}, {2}, {2})",
                DSL.val(id), DSL.val(type), DSL.val(number));
    }

    private void insert(Snapshot row, boolean deleted) {
        var values = new LinkedHashMap<Field<?>, Object>();
        values.put(DSL.field(DSL.name("id"), SQLDataType.UUID), row.id());
        values.put(DSL.field(DSL.name("recorded_at"), SQLDataType.INSTANT), Specimens.NOW);
        if (deleted) {
            values.put(DSL.field(DSL.name("deleted_at"), SQLDataType.INSTANT), Specimens.NOW);
        }
        var custom = JsonNodeFactory.instance.objectNode();
        for (Attribute<?> attribute : row.type().attributes()) {
            var value = row.get(attribute);
            if (value != null && attribute.source() instanceof Source.Column(var column)) {
                values.put(DSL.field(DSL.name(column), attribute.kind().sqlType()), value);
            } else if (value != null && attribute.source() instanceof Source.Key key) {
                custom.set(key.key(), stored(attribute.kind(), value));
            }
        }
        values.put(DSL.field(DSL.name("custom"), SQLDataType.JSONB), JSONB.valueOf(custom.toString()));
        db.insertInto(DSL.table(DSL.name("specimen", "specimen"))).set(values).execute();
        db.execute(
                "insert into kernel.search_text (record, type, folded) values ({0}, 'specimen', {1})",
                DSL.val(row.id()), DSL.val(searched(row)));
        insertKeys(row);
    }

    private void insertKeys(Snapshot row) {
        var sources = row.get(Header.EXTERNAL_SOURCE);
        var keys = row.get(Header.EXTERNAL_KEY);
        for (int i = 0; sources != null && keys != null && i < sources.size(); i++) {
            db.execute(
                    "insert into kernel.external_key (record, type, source, key) values ({0}, 'specimen', {1}, {2})",
                    DSL.val(row.id()), DSL.val(sources.get(i)), DSL.val(keys.get(i)));
        }
    }

    @SuppressWarnings("unchecked") // the value is of its attribute's kind
    private static <T> JsonNode stored(Kind<T> kind, Object value) {
        return kind.stored((T) value);
    }

    private static String searched(Snapshot row) {
        var texts = new ArrayList<Object>();
        row.type().attributes().stream().filter(it -> it.has(Trait.SEARCHED)).forEach(it -> texts.add(row.get(it)));
        return texts.stream()
                .filter(Objects::nonNull)
                .map(it -> Texts.fold((String) it))
                .collect(Collectors.joining("\n"));
    }

    /// The ids and what PostgreSQL made of the statement, in no order.
    List<UUID> ids(org.jooq.Condition condition) {
        var id = DSL.field(DSL.name("t", "id"), SQLDataType.UUID);
        return db.select(id)
                .from(TABLE)
                .where(DSL.field(DSL.name("t", "deleted_at")).isNull())
                .and(condition)
                .fetch(id);
    }

    Map<String, String> fold(List<String> texts) {
        var result = new LinkedHashMap<String, String>();
        var text = DSL.field(DSL.name("u"), SQLDataType.CLOB);
        var folded = DSL.field("kernel.fold(u)", SQLDataType.CLOB);
        db.select(text, folded)
                .from("unnest({0}) as u", DSL.val(texts.toArray(String[]::new)))
                .forEach(it -> result.put(it.value1(), it.value2()));
        return result;
    }
}
