package org.mainstay.conversation;

import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;

/// The watchers of a record as an attribute, for types that list, filter and grant by them.
public final class Watchers {

    public static final Attribute<Set<UUID>> ATTRIBUTE =
            Attribute.computed("watchers", new Kind.References("person"), Watchers::persons);

    private Watchers() {}

    private static Field<?> persons(String alias) {
        var watcher = DSL.table(DSL.name("conversation", "watcher")).as("cw");
        return DSL.nullif(
                DSL.array(DSL.select(DSL.field(DSL.name("cw", "person"), SQLDataType.UUID))
                        .from(watcher)
                        .where(DSL.field(DSL.name("cw", "record"), SQLDataType.UUID)
                                .eq(DSL.field(DSL.name(alias, "id"), SQLDataType.UUID)))
                        .orderBy(DSL.field(DSL.name("cw", "person")))),
                DSL.inline(new UUID[0], SQLDataType.UUID.array()));
    }
}
