package org.mainstay.cmdb.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mainstay.cmdb.impact.GraphQueries;
import org.mainstay.cmdb.map.Surroundings.Near;

/// What a map draws: each item by itself, and where these are too many, groups of items of one class under one other.
/// A group that was opened is drawn item by item, a large one as groups of a hundred.
///
/// @param places nearest first
/// @param keys the place of each item, by the digits of its number; what found no place is left out
/// @param left how many items found no place
record Clusters(List<Place> places, Map<Integer, String> keys, int left) {

    private static final int[] LEAST = {Integer.MAX_VALUE, 100, 50, 20, 10, 5, 3, 2};
    private static final int CHUNK = 100;

    /// @param key number of the item, or what tells the group from others
    record Place(String key, String under, String itemClass, int distance, List<Near> items, boolean group) {}

    /// @param items nearest first
    /// @param opened keys of groups
    /// @param most so many places
    static Clusters of(Collection<Near> items, Set<String> opened, int most) {
        var made = new Making(opened, LEAST[0]).all(items);
        for (int i = 1; i < LEAST.length && made.places.size() > most; i++) {
            made = new Making(opened, LEAST[i]).all(items);
        }
        return made.first(most);
    }

    private Clusters first(int most) {
        if (places.size() <= most) {
            return this;
        }
        int without = 0;
        for (var place : places.subList(most, places.size())) {
            without += place.items.size();
            place.items.forEach(it -> keys.remove(it.item().digits()));
        }
        return new Clusters(places.subList(0, most), keys, without);
    }

    private static final class Making {

        private final Set<String> opened;
        private final int least;
        private final List<Place> places = new ArrayList<>();
        private final Map<Integer, String> keys = new HashMap<>();

        Making(Set<String> opened, int least) {
            this.opened = opened;
            this.least = least;
        }

        private record Family(String under, String itemClass) {

            String key() {
                return under + "." + itemClass;
            }
        }

        Clusters all(Collection<Near> items) {
            var byDistance = new LinkedHashMap<Integer, List<Near>>();
            items.forEach(it -> byDistance
                    .computeIfAbsent(it.distance(), _ -> new ArrayList<>())
                    .add(it));
            byDistance.values().forEach(this::round);
            return new Clusters(places, keys, 0);
        }

        private void round(List<Near> items) {
            var families = new LinkedHashMap<Family, List<Near>>();
            for (var one : items) {
                var under = keys.getOrDefault(one.before(), "");
                families.computeIfAbsent(new Family(under, one.item().itemClass()), _ -> new ArrayList<>())
                        .add(one);
            }
            families.forEach((family, members) -> {
                if (members.size() < least) {
                    singly(family, members);
                } else if (!opened.contains(family.key())) {
                    group(family, family.key(), members);
                } else if (members.size() <= CHUNK) {
                    singly(family, members);
                } else {
                    chunks(family, members);
                }
            });
        }

        private void chunks(Family family, List<Near> members) {
            for (int from = 0; from < members.size(); from += CHUNK) {
                var chunk = members.subList(from, Math.min(members.size(), from + CHUNK));
                var key = family.key() + "~" + from / CHUNK;
                if (opened.contains(key)) {
                    singly(family, chunk);
                } else {
                    group(family, key, chunk);
                }
            }
        }

        private void singly(Family family, List<Near> members) {
            for (var one : members) {
                place(family, GraphQueries.number(one.item().digits()), List.of(one), false);
            }
        }

        private void group(Family family, String key, List<Near> members) {
            place(family, key, List.copyOf(members), true);
        }

        private void place(Family family, String key, List<Near> members, boolean group) {
            places.add(new Place(
                    key, family.under, family.itemClass, members.getFirst().distance(), members, group));
            members.forEach(it -> keys.put(it.item().digits(), key));
        }
    }
}
