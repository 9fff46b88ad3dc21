package org.mainstay.kernel.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Source;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How rows of a type's table become snapshots: one SELECT list, one reader. Made once per shape, see
/// [Shapes].
final class Rows {

    static final String ALIAS = "t";
    static final Field<UUID> ID = DSL.field(DSL.name(ALIAS, "id"), SQLDataType.UUID);
    static final Field<Object> DELETED_AT = DSL.field(DSL.name(ALIAS, "deleted_at"));

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final DSLContext WRITER = DSL.using(SQLDialect.POSTGRES);

    private final RecordType<?> type;
    private final List<Attribute<?>> attributes;
    private final boolean complete;
    private final List<Field<?>> fields = new ArrayList<>();
    private final Map<String, Integer> documents = new LinkedHashMap<>();

    /// @param attributes what to read
    /// @param complete whether that is everything recorded
    Rows(RecordType<?> type, List<Attribute<?>> attributes, boolean complete) {
        this.type = type;
        this.attributes = attributes;
        this.complete = complete;
        fields.add(ID);
        for (Attribute<?> attribute : attributes) {
            switch (attribute.source()) {
                case Source.Column _, Source.Computed _ -> fields.add(written(attribute));
                case Source.Key it -> documents.computeIfAbsent(it.column(), _ -> 0);
            }
        }
        documents.replaceAll((column, _) -> {
            fields.add(DSL.field(DSL.name(ALIAS, column), SQLDataType.JSONB));
            return fields.size() - 1;
        });
    }

    /// Its SQL is put into words once, here: a wide list of columns would otherwise cost more to write than
    /// to read.
    private static Field<?> written(Attribute<?> attribute) {
        var sql = WRITER.renderInlined(attribute.sql(ALIAS));
        return CustomField.of(DSL.name(attribute.code()), attribute.kind().sqlType(), it -> it.sql(sql));
    }

    static Table<Record> table(RecordType<?> type) {
        return DSL.table(DSL.name(type.schema(), type.table())).as(ALIAS);
    }

    List<Field<?>> fields() {
        return fields;
    }

    /// @param row begins with [#fields]
    Snapshot read(Record row) {
        var values = HashMap.<String, Object>newHashMap(attributes.size());
        var parsed = new HashMap<String, JsonNode>();
        documents.forEach((column, index) -> {
            var document = (JSONB) row.get(index);
            if (document != null && document.data().length() > 2) {
                parsed.put(column, MAPPER.readTree(document.data()));
            }
        });
        int index = 1;
        for (Attribute<?> attribute : attributes) {
            var value = attribute.source() instanceof Source.Key(var column, var key)
                    ? keyed(attribute, parsed.get(column), key)
                    : row.get(index++);
            if (value != null) {
                values.put(attribute.code(), value);
            }
        }
        return new Snapshot(type, Objects.requireNonNull((UUID) row.get(0)), values, complete);
    }

    private static @Nullable Object keyed(Attribute<?> attribute, @Nullable JsonNode document, String key) {
        var node = document == null ? null : document.get(key);
        if (node == null || node.isNull()) {
            return null;
        }
        try {
            return attribute.kind().fromJson(node);
        } catch (BadValue e) {
            throw new IllegalStateException("stored value of " + attribute + " does not fit its kind", e);
        }
    }
}
