package org.mainstay.kernel.definition;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordTypes;

/// What definitions ask the database beside reading records: has something changed, is something in use.
public final class DefinitionQueries {

    private static final String ALIAS = "t";
    private static final int SHOWN = 5;

    private final DSLContext db;

    public DefinitionQueries(DSLContext db) {
        this.db = db;
    }

    /// By type a text that is another one after every committed write to the type's records. Versions
    /// only grow, so their sum also tells of a write that committed after a younger one.
    Map<String, String> stamps(Collection<RecordType<?>> types) {
        @Nullable Select<Record2<String, String>> all = null;
        for (RecordType<?> type : types) {
            var stamp = DSL.concat(
                    DSL.count().cast(SQLDataType.CLOB),
                    DSL.inline("/"),
                    DSL.sum(DSL.field(DSL.name(ALIAS, "version"), SQLDataType.BIGINT))
                            .cast(SQLDataType.CLOB));
            var one = DSL.select(DSL.inline(type.code()), DSL.coalesce(stamp, DSL.inline("")))
                    .from(DSL.table(DSL.name(type.schema(), type.table())).as(ALIAS));
            all = all == null ? one : all.unionAll(one);
        }
        var stamps = new LinkedHashMap<String, String>();
        if (all != null) {
            db.fetch(all).forEach(row -> stamps.put(row.value1(), row.value2()));
        }
        return stamps;
    }

    /// Whether a record has a value of the custom field.
    boolean usesField(RecordType<?> type, String code) {
        var custom = DSL.field(DSL.name(ALIAS, "custom"), SQLDataType.JSONB);
        return exists(type, DSL.condition("jsonb_exists({0}, {1})", custom, DSL.val(code)));
    }

    /// The records that a definition matters to.
    ///
    /// @param count of all, [#MOST] for so many or more
    /// @param some the numbers of the first
    public record Uses(long count, List<String> some) {

        public static final int MOST = 100_000;

        public boolean none() {
            return count == 0;
        }

        /// For a sentence.
        public String examples() {
            return String.join(", ", some) + (some.size() < count ? ", …" : "");
        }
    }

    /// The records whose choice is one of these and that have a value under the key of a JSONB column, or have none.
    public Uses ofKey(
            RecordType<?> type,
            String column,
            String key,
            boolean present,
            Attribute<?> choice,
            Collection<String> values) {
        var document = DSL.field(DSL.name(ALIAS, column), SQLDataType.JSONB);
        var has = DSL.condition("jsonb_exists({0}, {1})", document, DSL.val(key));
        return uses(type, (present ? has : has.not()).and(text(choice).in(values)));
    }

    /// The records whose attribute is the code or the id.
    public Uses of(RecordType<?> type, Attribute<?> attribute, String value) {
        return uses(type, text(attribute).eq(value));
    }

    /// The records whose attribute, a text, has the code as a word.
    public Uses naming(RecordType<?> type, Attribute<?> attribute, String code) {
        return uses(type, DSL.condition("{0} ~ {1}", text(attribute), DSL.val("\\m" + code + "\\M")));
    }

    private Uses uses(RecordType<?> type, Condition which) {
        var number = DSL.field(DSL.name(ALIAS, "number"), SQLDataType.CLOB);
        var all = DSL.selectOne()
                .from(DSL.table(DSL.name(type.schema(), type.table())).as(ALIAS))
                .where(which)
                .and(DSL.field(DSL.name(ALIAS, "deleted_at")).isNull())
                .limit(Uses.MOST);
        long count = db.fetchCount(all);
        List<String> some = count == 0
                ? List.of()
                : db.select(number)
                        .from(DSL.table(DSL.name(type.schema(), type.table())).as(ALIAS))
                        .where(which)
                        .and(DSL.field(DSL.name(ALIAS, "deleted_at")).isNull())
                        .orderBy(number)
                        .limit(SHOWN)
                        .fetch(number);
        return new Uses(count, some);
    }

    /// Whether a record of any type has the option.
    public boolean usesPick(RecordTypes types, String list, String code) {
        return types.all().stream()
                .anyMatch(type -> type.attributes().stream()
                        .filter(it -> it.kind() instanceof Kind.Pick(var of) && of.equals(list))
                        .anyMatch(it -> exists(type, text(it).eq(code))));
    }

    /// Whether a record of any type refers to the record by an attribute.
    public boolean refersTo(RecordTypes types, String target, UUID id) {
        return types.all().stream()
                .anyMatch(type -> type.attributes().stream()
                        .filter(it -> target.equals(it.kind().target()) && !(it.kind() instanceof Kind.References))
                        .anyMatch(it -> exists(type, text(it).eq(id.toString()))));
    }

    private static Field<String> text(Attribute<?> attribute) {
        return attribute.source() instanceof Attribute.Source.Key(var column, var key)
                ? DSL.field("{0} ->> {1}", SQLDataType.CLOB, DSL.field(DSL.name(ALIAS, column)), DSL.inline(key))
                : attribute.sql(ALIAS).cast(SQLDataType.CLOB);
    }

    private boolean exists(RecordType<?> type, Condition which) {
        return db.fetchExists(DSL.selectOne()
                .from(DSL.table(DSL.name(type.schema(), type.table())).as(ALIAS))
                .where(which)
                .and(DSL.field(DSL.name(ALIAS, "deleted_at")).isNull()));
    }
}
