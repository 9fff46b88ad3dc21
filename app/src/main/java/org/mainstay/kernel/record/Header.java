package org.mainstay.kernel.record;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;
import static org.mainstay.kernel.record.Attribute.Trait.UNRECORDED;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// What every record has. The record's `id`, its `custom` document and its deletion mark are not
/// attributes.
public final class Header {

    /// Prefix and seven digits, or the type's own code; never empty, never used twice.
    public static final Attribute<String> NUMBER = Attribute.column("number", new Kind.Text(80), READ_ONLY, UNRECORDED);

    /// How many history rows the record has; each raises it by one.
    public static final Attribute<Long> VERSION = Attribute.column("version", new Kind.Whole(), READ_ONLY, UNRECORDED);

    /// The customer or legal entity it belongs to.
    public static final Attribute<UUID> ORGANISATION =
            Attribute.column("organisation", new Kind.Reference("organisation"), SET_ONCE);

    public static final Attribute<Instant> CREATED_AT =
            Attribute.column("created_at", new Kind.Moment(), READ_ONLY, UNRECORDED);

    public static final Attribute<UUID> CREATED_BY =
            Attribute.column("created_by", new Kind.Reference("person"), READ_ONLY, UNRECORDED);

    /// When the last change happened (not when it was recorded).
    public static final Attribute<Instant> UPDATED_AT =
            Attribute.column("updated_at", new Kind.Moment(), READ_ONLY, UNRECORDED);

    public static final Attribute<UUID> UPDATED_BY =
            Attribute.column("updated_by", new Kind.Reference("person"), READ_ONLY, UNRECORDED);

    /// Where the record was imported from; shown is the oldest, filters match any.
    public static final Attribute<List<String>> EXTERNAL_SOURCE =
            Attribute.computed("external_source", new Kind.Keys(), alias -> external(alias, "source"));

    /// Its key there; shown is the oldest, filters match any.
    public static final Attribute<List<String>> EXTERNAL_KEY =
            Attribute.computed("external_key", new Kind.Keys(), alias -> external(alias, "key"));

    private Header() {}

    /// In the order they are shown.
    static List<Attribute<?>> before() {
        return List.of(NUMBER);
    }

    static List<Attribute<?>> after() {
        return List.of(
                ORGANISATION, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY, VERSION, EXTERNAL_SOURCE, EXTERNAL_KEY);
    }

    private static Field<?> external(String alias, String column) {
        var keys = DSL.table(DSL.name("kernel", "external_key")).as("ek");
        return DSL.nullif(
                DSL.array(DSL.select(DSL.field(DSL.name("ek", column), SQLDataType.CLOB))
                        .from(keys)
                        .where(DSL.field(DSL.name("ek", "record")).eq(DSL.field(DSL.name(alias, "id"))))
                        .orderBy(DSL.field(DSL.name("ek", "id")))),
                DSL.inline(new String[0], SQLDataType.CLOB.array()));
    }
}
