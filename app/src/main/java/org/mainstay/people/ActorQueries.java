package org.mainstay.people;

import static org.mainstay.db.kernel.Tables.MACHINE;
import static org.mainstay.db.people.Tables.EPOCH;
import static org.mainstay.db.people.Tables.GRANT;
import static org.mainstay.db.people.Tables.GROUP;
import static org.mainstay.db.people.Tables.PERSON;
import static org.mainstay.db.people.Tables.ROLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What makes a person an actor: who they are, their groups, what was granted to them.
final class ActorQueries {

    private final DSLContext db;

    ActorQueries(DSLContext db) {
        this.db = db;
    }

    /// @param language code, or null for the installation's
    /// @param zone id, or null for the installation's
    record Who(
            UUID id,
            String name,
            UUID organisation,
            @Nullable String language,
            @Nullable String zone) {}

    /// @param permissions codes with blanks between them
    /// @param organisation null for everywhere
    record Granted(String permissions, @Nullable UUID organisation) {}

    long epoch() {
        return db.select(EPOCH.EPOCH_).from(EPOCH).fetchSingle().value1();
    }

    /// @throws org.jooq.exception.NoDataFoundException when the migrations know no such machine
    UUID machine(String name) {
        return db.select(MACHINE.ID)
                .from(MACHINE)
                .where(MACHINE.NAME.eq(name))
                .fetchSingle()
                .value1();
    }

    Optional<Who> who(UUID person) {
        return db.select(PERSON.ID, PERSON.NAME, PERSON.ORGANISATION, PERSON.LANGUAGE, PERSON.ZONE)
                .from(PERSON)
                .where(PERSON.ID.eq(person))
                .and(PERSON.DELETED_AT.isNull())
                .fetchOptional(it -> new Who(it.value1(), it.value2(), it.value3(), it.value4(), it.value5()));
    }

    Set<UUID> groups(UUID person) {
        return db.select(GROUP.ID)
                .from(GROUP)
                .where(GROUP.MEMBERS.contains(new UUID[] {person}))
                .and(GROUP.ACTIVE)
                .and(GROUP.DELETED_AT.isNull())
                .fetchSet(GROUP.ID);
    }

    Set<UUID> members(UUID group) {
        return db.select(GROUP.MEMBERS)
                .from(GROUP)
                .where(GROUP.ID.eq(group))
                .fetchOptional(GROUP.MEMBERS)
                .map(Set::of)
                .orElse(Set.of());
    }

    /// What was granted to the person or to one of the groups, and what everybody has in their own
    /// organisation.
    List<Granted> granted(Who who, Set<UUID> groups) {
        var granted = new ArrayList<>(db.select(ROLE.PERMISSIONS, GRANT.FOR_ORGANISATION)
                .from(GRANT)
                .join(ROLE)
                .on(ROLE.ID.eq(GRANT.ROLE))
                .where(GRANT.PERSON.eq(who.id()).or(GRANT.GROUP.eq(DSL.any(groups.toArray(UUID[]::new)))))
                .and(GRANT.DELETED_AT.isNull())
                .and(ROLE.DELETED_AT.isNull())
                .fetch(it -> new Granted(it.value1(), it.value2())));
        db.select(ROLE.PERMISSIONS)
                .from(ROLE)
                .where(ROLE.NUMBER.eq(ShippedRole.REQUESTER.code()))
                .and(ROLE.DELETED_AT.isNull())
                .forEach(it -> granted.add(new Granted(it.value1(), who.organisation())));
        return granted;
    }
}
