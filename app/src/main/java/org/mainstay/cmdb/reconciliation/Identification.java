package org.mainstay.cmdb.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.discovery.Identifier;

/// Tells which item a source means.
///
/// The rules of its class are tried in their order, and the first identifier that an item holds decides, unless a
/// better one contradicts: a hardware address says little where the serials differ. Items that further identifiers
/// lead to are the same thing as far as nothing contradicts. Retired items are looked at where no other one fits.
final class Identification {

    private final IdentificationRules.Order order;
    private final KnownItems known;

    Identification(IdentificationRules.Order order, KnownItems known) {
        this.order = order;
        this.known = known;
    }

    /// @param item null where none fits
    /// @param same others that are the same thing
    /// @param steps what was looked at, in order
    record Found(@Nullable UUID item, Set<UUID> same, List<Step> steps) {}

    /// One identifier that was looked at.
    ///
    /// @param item that holds it; null where none does
    /// @param contradicted the kind of the better identifier that speaks against the item
    record Step(
            Claim claim,
            Outcome outcome,
            @Nullable UUID item,
            @Nullable String contradicted) {}

    enum Outcome {
        MATCHED,
        /// It leads to the same item again.
        CONFIRMED,
        /// It leads to another item that is the same thing.
        SAME,
        NOBODY,
        CONTRADICTED
    }

    /// @param claims in any order; those of kinds without a rule are passed over
    Found find(List<Claim> claims) {
        var looked = look(claims, true);
        if (looked.item != null) {
            return looked;
        }
        var retired = look(claims, false);
        return retired.item == null ? looked : retired;
    }

    private Found look(List<Claim> claims, boolean active) {
        var said = singles(claims);
        @Nullable UUID item = null;
        var same = new LinkedHashSet<UUID>();
        var steps = new ArrayList<Step>();
        var ordered = claims.stream()
                .filter(it -> order.kinds().contains(it.kind()))
                .sorted(Comparator.comparingInt(it -> order.position(it.kind())))
                .toList();
        for (var claim : ordered) {
            var holders = known.holders(claim).stream()
                    .filter(it -> it.active() == active)
                    .map(KnownItems.Held::item)
                    .sorted()
                    .distinct()
                    .toList();
            if (holders.isEmpty()) {
                steps.add(new Step(claim, Outcome.NOBODY, null, null));
            }
            for (var holder : holders) {
                int position = order.position(claim.kind());
                var against = contradiction(said, known.singles(holder), position);
                if (against == null && item != null && !holder.equals(item)) {
                    against = contradiction(known.singles(item), known.singles(holder), position);
                }
                if (against != null) {
                    steps.add(new Step(claim, Outcome.CONTRADICTED, holder, against));
                } else if (item == null) {
                    item = holder;
                    steps.add(new Step(claim, Outcome.MATCHED, holder, null));
                } else if (holder.equals(item)) {
                    steps.add(new Step(claim, Outcome.CONFIRMED, holder, null));
                } else if (claim.within().equals(Claim.EVERYWHERE)) {
                    same.add(holder);
                    steps.add(new Step(claim, Outcome.SAME, holder, null));
                }
            }
        }
        return new Found(item, same, List.copyOf(steps));
    }

    private static Map<String, Set<String>> singles(List<Claim> claims) {
        var singles = new HashMap<String, Set<String>>();
        for (var claim : claims) {
            if (KnownItems.SINGLE.contains(claim.kind())) {
                singles.computeIfAbsent(claim.kind(), _ -> new LinkedHashSet<>())
                        .add(claim.value());
            }
        }
        return singles;
    }

    /// The kind of a better identifier in which two things differ.
    private @Nullable String contradiction(Map<String, Set<String>> one, Map<String, Set<String>> other, int position) {
        for (var kind :
                order.kinds().subList(0, Math.min(position, order.kinds().size()))) {
            var here = one.getOrDefault(kind, Set.of());
            var there = other.getOrDefault(kind, Set.of());
            if (!here.isEmpty() && !there.isEmpty() && here.stream().noneMatch(it -> equal(kind, it, there))) {
                return kind;
            }
        }
        return null;
    }

    private static boolean equal(String kind, String value, Set<String> others) {
        return others.contains(value)
                || new Identifier(kind, value, null)
                        .swapped()
                        .filter(it -> others.contains(it.value()))
                        .isPresent();
    }
}
