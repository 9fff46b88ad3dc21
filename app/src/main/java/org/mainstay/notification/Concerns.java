package org.mainstay.notification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the modules say whom their records concern.
final class Concerns {

    private static final Concern NONE = new Concern("", null, null, List.of(), null);

    private final Map<String, Concern> byType;

    Concerns(Collection<Concern> concerns) {
        byType = concerns.stream().collect(Collectors.toMap(Concern::type, it -> it));
    }

    /// One that says nothing for types of which nobody said anything.
    Concern of(String type) {
        return byType.getOrDefault(type, NONE);
    }
}
