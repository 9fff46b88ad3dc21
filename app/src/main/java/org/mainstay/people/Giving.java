package org.mainstay.people;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;

/// Nobody gives more than they have.
final class Giving {

    private Giving() {}

    /// What the giver lacks of the permissions.
    ///
    /// @param organisation where they would hold; null for everywhere
    static List<String> lacking(Actor giver, Collection<String> permissions, @Nullable UUID organisation) {
        return permissions.stream()
                .filter(it -> !holds(giver, it, organisation))
                .toList();
    }

    private static boolean holds(Actor giver, String permission, @Nullable UUID organisation) {
        return switch (giver) {
            case Actor.Machine _ -> true;
            case Actor.Person person ->
                organisation == null
                        ? person.grants().everywhere(permission)
                        : person.grants().allow(permission, organisation);
        };
    }
}
