package org.mainstay.cmdb.map;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.impact.Impacts;
import org.mainstay.cmdb.impact.TypedMoment;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.FormView;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;

/// Makes the view of a map.
final class MapViews {

    /// So much is drawn at once; what is more becomes groups.
    private static final int MOST = 500;

    private final RecordStore store;
    private final ItemMaps maps;
    private final Disturbances disturbances;
    private final MapNodes nodes;
    private final MapTimes times;
    private final ItemClasses classes;
    private final KnownRelationTypes types;
    private final Clock clock;

    MapViews(
            RecordStore store,
            ItemMaps maps,
            Disturbances disturbances,
            MapNodes nodes,
            MapTimes times,
            ItemClasses classes,
            KnownRelationTypes types,
            Clock clock) {
        this.store = store;
        this.maps = maps;
        this.disturbances = disturbances;
        this.nodes = nodes;
        this.times = times;
        this.classes = classes;
        this.types = types;
        this.clock = clock;
    }

    /// @param collection by which the item was come to
    MapView of(Actor actor, String collection, Snapshot item, MapQuestion asked, Frame frame) {
        try {
            var at = TypedMoment.read(asked.asOf(), actor);
            var before = TypedMoment.read(asked.before(), actor);
            return of(actor, collection, item, asked, at, before, frame);
        } catch (Impacts.NotLoaded e) {
            return nothing(collection, item, asked, frame.say("cmdb.graph.loading"), frame);
        } catch (BadValue e) {
            return nothing(collection, item, asked, frame.messages().say(e.reason(), frame.locale()), frame);
        } catch (BadQuery e) {
            return nothing(collection, item, asked, frame.messages().say(e.reason(), frame.locale()), frame);
        }
    }

    private MapView of(
            Actor actor,
            String collection,
            Snapshot item,
            MapQuestion asked,
            @Nullable Instant at,
            @Nullable Instant before,
            Frame frame) {
        var now = at == null ? clock.instant() : at;
        if (before != null && before.isAfter(now)) {
            return of(actor, collection, item, asked, before, now, frame);
        }
        var found = maps.around(actor, item, asked, at, before);
        if (found.isEmpty()) {
            var sentence = frame.say("cmdb.impact.not_there");
            return nothing(collection, item, asked, sentence, typed(actor, at), times.of(actor, at), frame);
        }
        var around = found.get();
        var compared = before == null
                ? Compared.NOTHING
                : times.compared(
                        actor, item, asked.depth(), before, now, around.items().values());
        var scene = scene(actor, collection, item, asked, at, before, around, compared, frame);
        var paint = new Paint(scene, classes, now);
        var made = nodes.of(scene, paint);
        return new MapView(
                scene.href(),
                record(item),
                asked,
                typed(actor, at),
                typed(actor, before),
                sentence(scene),
                "",
                made,
                legend(made),
                typeOptions(asked, around, frame),
                classOptions(asked, around, frame),
                depths(asked, frame),
                colours(asked, frame),
                times.of(scene));
    }

    private Scene scene(
            Actor actor,
            String collection,
            Snapshot item,
            MapQuestion asked,
            @Nullable Instant at,
            @Nullable Instant before,
            Surroundings around,
            Compared compared,
            Frame frame) {
        var clusters = Clusters.of(around.items().values(), asked.opened(), MOST);
        var singles = clusters.places().stream()
                .filter(it -> !it.group())
                .map(it -> it.items().getFirst().item().id())
                .toList();
        var records = maps.records(actor, singles, at);
        if (before != null) {
            maps.records(actor, singles, before).forEach(records::putIfAbsent);
        }
        var ids = around.items().values().stream().map(it -> it.item().id()).toList();
        var open = disturbances.of(actor, ids, at);
        var labels = store.labels(actor, records.values());
        return new Scene(
                actor,
                frame,
                Hrefs.record(collection, item),
                asked,
                at,
                around,
                clusters,
                records,
                labels,
                Disturbances.byItem(open),
                maps.affected(actor, open, at),
                compared);
    }

    private static String typed(Actor actor, @Nullable Instant moment) {
        return moment == null ? "" : TypedMoment.written(moment, actor);
    }

    private static String record(Snapshot item) {
        return item.number() + " " + item.label();
    }

    private static String sentence(Scene scene) {
        int items = scene.around().items().size();
        int left = scene.clusters().left();
        var sentence = scene.frame()
                .say("cmdb.map.shows", items, scene.around().relations().size());
        if (scene.around().truncated()) {
            return sentence + " " + scene.frame().say("cmdb.map.truncated", ItemMaps.MOST);
        }
        return left > 0 ? sentence + " " + scene.frame().say("cmdb.map.left", left) : sentence;
    }

    private static MapView nothing(String collection, Snapshot item, MapQuestion asked, String why, Frame frame) {
        return nothing(collection, item, asked, why, "", MapView.Time.NONE, frame);
    }

    private static MapView nothing(
            String collection,
            Snapshot item,
            MapQuestion asked,
            String why,
            String asOf,
            MapView.Time time,
            Frame frame) {
        return new MapView(
                Hrefs.record(collection, item),
                record(item),
                asked,
                asOf,
                "",
                "",
                why,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                depths(asked, frame),
                colours(asked, frame),
                time);
    }

    private static List<MapView.Legend> legend(List<MapView.Node> nodes) {
        var counts = new LinkedHashMap<MapView.Legend, Integer>();
        nodes.forEach(it -> counts.merge(new MapView.Legend(it.tone(), it.word(), 0), 1, Integer::sum));
        var legend = new ArrayList<MapView.Legend>();
        counts.forEach((it, count) -> legend.add(new MapView.Legend(it.tone(), it.word(), count)));
        return legend;
    }

    /// Those that are there, and those that were chosen.
    private List<FormView.Option> typeOptions(MapQuestion asked, Surroundings around, Frame frame) {
        var codes = new TreeSet<>(around.types());
        asked.types().stream().filter(it -> types.find(it).isPresent()).forEach(codes::add);
        return codes.stream()
                .map(it -> new FormView.Option(
                        it, types.label(it, frame.locale()), asked.types().contains(it)))
                .sorted(Comparator.comparing(FormView.Option::label))
                .toList();
    }

    private List<FormView.Option> classOptions(MapQuestion asked, Surroundings around, Frame frame) {
        var codes = new TreeSet<>(around.classes());
        asked.classes().stream().filter(it -> classes.find(it).isPresent()).forEach(codes::add);
        return codes.stream()
                .map(it -> new FormView.Option(
                        it, classes.label(it, frame.locale()), asked.classes().contains(it)))
                .sorted(Comparator.comparing(FormView.Option::label))
                .toList();
    }

    private static List<FormView.Option> depths(MapQuestion asked, Frame frame) {
        return IntStream.rangeClosed(1, MapQuestion.DEEPEST)
                .mapToObj(it ->
                        new FormView.Option(Integer.toString(it), frame.say("cmdb.map.steps", it), it == asked.depth()))
                .toList();
    }

    private static List<FormView.Option> colours(MapQuestion asked, Frame frame) {
        return Arrays.stream(Colouring.values())
                .filter(it -> asked.compares() || it != Colouring.DIFFERENCE)
                .map(it ->
                        new FormView.Option(it.code(), frame.say("cmdb.map.colour." + it.code()), it == asked.colour()))
                .toList();
    }
}
