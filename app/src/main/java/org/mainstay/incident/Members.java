package org.mainstay.incident;

import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mainstay.kernel.record.Lookup;
import org.mainstay.people.GroupMembers;
import org.mainstay.people.PersonType;

/// Who belongs to a group.
final class Members {

    private Members() {}

    static boolean belongs(UUID person, UUID group, Lookup lookup) {
        return GroupMembers.of(group, lookup).contains(person);
    }

    /// Those that work can be given to, in a fixed order.
    static TreeSet<UUID> active(UUID group, Lookup lookup) {
        return GroupMembers.of(group, lookup).stream()
                .filter(it -> lookup.get(PersonType.PERSON, it)
                        .filter(person -> person.need(PersonType.ACTIVE))
                        .isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
