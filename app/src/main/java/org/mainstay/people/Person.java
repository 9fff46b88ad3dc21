package org.mainstay.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// A person, or an account of a machine outside.
public record Person(
        UUID id,
        String userName,
        String name,
        UUID organisation,
        @Nullable String email,
        @Nullable UUID manager,
        @Nullable UUID location,
        boolean vip,
        boolean active,
        Sort kind) {

    public enum Sort {
        PERSON,
        SERVICE
    }

    public enum Language {
        EN,
        DE
    }

    static Person of(Snapshot it) {
        return new Person(
                it.id(),
                it.number(),
                it.need(PersonType.NAME),
                it.organisation(),
                it.get(PersonType.EMAIL),
                it.get(PersonType.MANAGER),
                it.get(PersonType.LOCATION),
                Boolean.TRUE.equals(it.get(PersonType.VIP)),
                Boolean.TRUE.equals(it.get(PersonType.ACTIVE)),
                it.need(PersonType.KIND));
    }
}
