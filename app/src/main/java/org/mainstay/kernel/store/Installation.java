package org.mainstay.kernel.store;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;

/// Facts about this installation, by name, in the database.
public final class Installation {

    /// Name of the fact that holds the first organisation's id.
    public static final String FIRST_ORGANISATION = "first_organisation";

    /// The machine actor of what the platform does by itself.
    public static final UUID SYSTEM = UUID.fromString("00000000-0000-7000-8000-000000000001");

    /// The platform where it looks something up, or does it, for nobody else.
    public static final Actor ITSELF = new Actor.Machine(SYSTEM, "system", SYSTEM);

    private static final Table<Record> FACTS = DSL.table(DSL.name("kernel", "installation"));
    private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.CLOB);
    private static final Field<String> VALUE = DSL.field(DSL.name("value"), SQLDataType.CLOB);

    private final DSLContext db;
    private volatile @Nullable UUID organisation;

    public Installation(DSLContext db) {
        this.db = db;
    }

    public Optional<String> fact(String name) {
        return db.select(VALUE).from(FACTS).where(NAME.eq(name)).fetchOptional(VALUE);
    }

    /// Sets a fact that nobody has set yet.
    ///
    /// @return the fact as it stands: this value, or the one another node set first
    public String settle(String name, String value) {
        db.insertInto(FACTS, NAME, VALUE)
                .values(name, value)
                .onConflictDoNothing()
                .execute();
        return fact(name).orElseThrow();
    }

    public void replace(String name, String value) {
        db.insertInto(FACTS, NAME, VALUE)
                .values(name, value)
                .onConflict(NAME)
                .doUpdate()
                .set(VALUE, value)
                .execute();
    }

    /// The organisation that configuration belongs to.
    ///
    /// @throws IllegalStateException before the first start has created it
    public UUID organisation() {
        var known = organisation;
        if (known == null) {
            known = fact(FIRST_ORGANISATION)
                    .map(UUID::fromString)
                    .orElseThrow(() -> new IllegalStateException("there is no first organisation yet"));
            organisation = known;
        }
        return known;
    }
}
