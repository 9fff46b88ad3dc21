package org.mainstay.conversation;

import static org.mainstay.db.conversation.Tables.WATCHER;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;

/// The watchers of a record as an attribute, for types that list, filter and grant by them.
public final class Watchers {

    public static final Attribute<Set<UUID>> ATTRIBUTE =
            Attribute.related("watchers", new Kind.References("person"), Watchers::persons, Watchers::watched);

    private Watchers() {}

    private static Field<?> persons(String alias) {
        var watcher = WATCHER.as("cw");
        return DSL.nullif(
                DSL.array(DSL.select(watcher.PERSON)
                        .from(watcher)
                        .where(watcher.RECORD.eq(DSL.field(DSL.name(alias, "id"), SQLDataType.UUID)))
                        .orderBy(watcher.PERSON)),
                DSL.inline(new UUID[0], SQLDataType.UUID.array()));
    }

    private static Select<Record1<UUID>> watched(Collection<?> persons) {
        return DSL.select(WATCHER.RECORD)
                .from(WATCHER)
                .where(WATCHER.PERSON.eq(
                        DSL.any(persons.stream().map(UUID.class::cast).toArray(UUID[]::new))));
    }
}
