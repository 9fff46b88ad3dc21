package org.mainstay.cmdb.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mainstay.cmdb.discovery.Identifier;

/// The identifiers that items hold, as far as a delivery asks for them; grows while the delivery is taken.
final class KnownItems {

    /// Of these a thing has one at a time, so that two values mean two things.
    static final Set<String> SINGLE = Set.of(Identifier.SERIAL, Identifier.CLOUD_ID, Identifier.UUID, Identifier.IMEI);

    private final Map<Place, List<Held>> held = new HashMap<>();
    private final Map<UUID, Map<String, Set<String>>> singles = new HashMap<>();
    private final Map<UUID, UUID> merged = new HashMap<>();

    private record Place(String kind, String value) {}

    /// @param active false where the item is retired
    record Held(Claim claim, UUID item, boolean active) {}

    void add(Held one) {
        held.computeIfAbsent(new Place(one.claim.kind(), one.claim.value()), _ -> new ArrayList<>())
                .add(one);
        single(one.item, one.claim.kind(), one.claim.value());
    }

    void single(UUID item, String kind, String value) {
        if (SINGLE.contains(kind)) {
            singles.computeIfAbsent(item, _ -> new HashMap<>())
                    .computeIfAbsent(kind, _ -> new HashSet<>())
                    .add(value);
        }
    }

    /// What the duplicate held, the survivor holds from now on.
    void merge(UUID survivor, UUID duplicate) {
        merged.put(duplicate, survivor);
        singles.getOrDefault(duplicate, Map.of())
                .forEach((kind, values) -> values.forEach(it -> single(survivor, kind, it)));
    }

    /// The item itself, or the one it became part of.
    UUID now(UUID item) {
        var at = item;
        while (merged.containsKey(at)) {
            at = merged.get(at);
        }
        return at;
    }

    /// Who holds an identifier that may be this one.
    List<Held> holders(Claim claim) {
        var found = new ArrayList<>(at(claim, claim.value()));
        if (claim.kind().equals(Identifier.UUID)) {
            new Identifier(claim.kind(), claim.value(), null)
                    .swapped()
                    .ifPresent(it -> found.addAll(at(claim, it.value())));
        }
        return found;
    }

    private List<Held> at(Claim claim, String value) {
        var wanted = claim.valued(value);
        return held.getOrDefault(new Place(claim.kind(), value), List.of()).stream()
                .filter(it -> it.claim.fits(wanted))
                .map(it -> new Held(it.claim, now(it.item), it.active))
                .distinct()
                .toList();
    }

    /// The values of the kinds of which an item has one at a time.
    Map<String, Set<String>> singles(UUID item) {
        return singles.getOrDefault(item, Map.of());
    }
}
