package org.mainstay.kernel.record;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who acts: a person or a named part of the system. There is no "nobody".
public sealed interface Actor {

    /// The record (a person or a machine actor) that history names.
    UUID id();

    /// The organisation that what it creates belongs to, where nothing else says so.
    UUID organisation();

    /// Whether it holds the permission for records of the organisation.
    boolean may(String permission, UUID organisation);

    /// Whether it holds the permission anywhere.
    boolean may(String permission);

    /// The groups it is a member of.
    Set<UUID> groups();

    ZoneId zone();

    Locale locale();

    /// @param grants what its roles allow, already narrowed to the token's scopes when it acts by token
    /// @param behind the real person when another acts on behalf of this one
    record Person(
            UUID id,
            String name,
            UUID organisation,
            Set<UUID> groups,
            Grants grants,
            ZoneId zone,
            Locale locale,
            @Nullable UUID behind)
            implements Actor {

        public Person {
            groups = Set.copyOf(groups);
        }

        @Override
        public boolean may(String permission, UUID in) {
            return grants.allow(permission, in);
        }

        @Override
        public boolean may(String permission) {
            return grants.allow(permission);
        }
    }

    /// A part of the system: it sees and may do everything, and history says its name.
    ///
    /// @param name code of the machine actor, for example `auto_close`
    record Machine(UUID id, String name, UUID organisation) implements Actor {

        @Override
        public boolean may(String permission, UUID in) {
            return true;
        }

        @Override
        public boolean may(String permission) {
            return true;
        }

        @Override
        public Set<UUID> groups() {
            return Set.of();
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Locale locale() {
            return Locale.ENGLISH;
        }
    }
}
