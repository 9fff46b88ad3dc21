package org.mainstay.cmdb.map;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.map.Clusters.Place;
import org.mainstay.cmdb.map.Disturbances.Open;

/// Chooses what each place of a map is coloured with, and says it in a word: nothing is told by colour alone.
final class Paint {

    private static final int COLOURS = 8;
    private static final String NONE = "none";

    private final Scene scene;
    private final ItemClasses classes;
    private final Instant now;
    private final Map<String, String> tones = new HashMap<>();

    /// @param tone chooses colour and sign
    record Coat(String tone, String word) {}

    Paint(Scene scene, ItemClasses classes, Instant now) {
        this.scene = scene;
        this.classes = classes;
        this.now = now;
        var colour = scene.asked().colour();
        if (colour == Colouring.OWNER || colour == Colouring.CLASS) {
            mix();
        }
    }

    /// The words most places share have a colour of their own.
    private void mix() {
        var counts = new LinkedHashMap<String, Integer>();
        scene.clusters().places().forEach(it -> counts.merge(word(it), 1, Integer::sum));
        var nobody = scene.frame().say("cmdb.map.no_owner");
        counts.entrySet().stream()
                .filter(it -> !it.getKey().equals(nobody))
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .forEach(it -> tones.put(it.getKey(), "c" + (tones.size() + 1)));
    }

    Coat of(Place place) {
        return switch (scene.asked().colour()) {
            case HEALTH -> {
                var health = scene.health(place);
                yield new Coat(health.tone(), say("cmdb.map.health." + health.code()));
            }
            case INCIDENTS -> incidents(place);
            case AGE -> age(place);
            case OWNER, CLASS -> {
                var word = word(place);
                yield new Coat(tones.getOrDefault(word, NONE), word);
            }
            case DIFFERENCE -> {
                var tone = place.items().stream()
                        .map(it -> scene.compared().tone(it.item().digits()))
                        .min(Comparator.naturalOrder())
                        .orElse(Compared.SAME);
                yield new Coat(tone.equals(Compared.SAME) ? NONE : tone, say("cmdb.map.difference." + tone));
            }
        };
    }

    private Coat incidents(Place place) {
        var open = place.items().stream()
                .flatMap(it -> scene.open(it).stream())
                .distinct()
                .toList();
        if (open.isEmpty()) {
            return new Coat(NONE, say("cmdb.map.none_open"));
        }
        boolean grave = open.stream().anyMatch(Open::grave);
        return new Coat(grave ? "bad" : "warn", say("cmdb.map.open", open.size()));
    }

    private Coat age(Place place) {
        var record = scene.records().get(place.items().getFirst().item().id());
        var since = record == null || place.group() ? null : record.get(ConfigurationItemType.VALID_FROM);
        if (since == null) {
            return new Coat(NONE, say("cmdb.map.age.unknown"));
        }
        long days = Duration.between(since, now).toDays();
        var ages = List.of(30L, 365L, 3 * 365L);
        int step = (int) ages.stream().filter(it -> days >= it).count();
        return new Coat("c" + (step + 1), say("cmdb.map.age." + step));
    }

    /// What owner and class are called.
    private String word(Place place) {
        if (scene.asked().colour() == Colouring.CLASS) {
            return classes.label(place.itemClass(), scene.frame().locale());
        }
        var record = scene.records().get(place.items().getFirst().item().id());
        var owner = record == null || place.group() ? null : record.get(ConfigurationItemType.OWNER);
        var label = owner == null ? null : scene.labels().get(owner);
        return label == null ? say("cmdb.map.no_owner") : label.label();
    }

    private String say(String key, Object... arguments) {
        return scene.frame().say(key, arguments);
    }
}
