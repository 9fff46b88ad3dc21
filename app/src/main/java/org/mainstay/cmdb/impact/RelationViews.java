package org.mainstay.cmdb.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.graph.Direction;
import org.mainstay.cmdb.graph.ServiceGraph;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.cmdb.relation.RelationType;
import org.mainstay.cmdb.relation.Relations;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.FormView;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;

/// Makes the view of an item's relations.
final class RelationViews {

    static final String FROM = " from";
    static final String TO = " to";

    private static final int MOST = 100;

    private final RecordStore store;
    private final Access access;
    private final KnownRelationTypes types;
    private final ItemClasses classes;
    private final Impacts impacts;
    private final Show show;

    RelationViews(
            RecordStore store,
            Access access,
            KnownRelationTypes types,
            ItemClasses classes,
            Impacts impacts,
            Show show) {
        this.store = store;
        this.access = access;
        this.types = types;
        this.classes = classes;
        this.impacts = impacts;
        this.show = show;
    }

    RelationsView of(Actor actor, String collection, Snapshot item, String typed, String error, Frame frame) {
        var own = Filter.all(
                Filter.any(Filter.is(Relations.FROM, item.id()), Filter.is(Relations.TO, item.id())),
                new Filter.Empty(Filter.Path.of(Relations.VALID_TO)));
        var found = store.list(actor, Relations.RELATION, Query.of(own).limit(MOST));
        long more = found.next() == null
                ? 0
                : store.count(actor, Relations.RELATION, own).value() - MOST;
        return new RelationsView(
                Hrefs.record(collection, item),
                item.number() + " " + item.label(),
                sentence(actor, item, Direction.DEPENDENTS, frame),
                sentence(actor, item, Direction.DEPENDENCIES, frame),
                lines(actor, item, found.items(), frame),
                more,
                access.edit(item, actor).yes() ? ways(frame) : List.of(),
                typed,
                error);
    }

    /// While the graph is being loaded it says so.
    private String sentence(Actor actor, Snapshot item, Direction direction, Frame frame) {
        try {
            return impacts.impact(actor, item, direction, ServiceGraph.UNBOUNDED, 1, null)
                    .map(it -> frame.say(ImpactAnswer.summary(it, direction), it.reached()))
                    .orElse("");
        } catch (Impacts.NotLoaded e) {
            return frame.say("cmdb.graph.loading");
        }
    }

    private List<RelationsView.Line> lines(Actor actor, Snapshot item, List<Snapshot> relations, Frame frame) {
        var ids = new HashSet<UUID>();
        relations.forEach(it -> {
            ids.add(it.need(Relations.FROM));
            ids.add(it.need(Relations.TO));
        });
        ids.remove(item.id());
        var others = others(actor, ids);
        var reader = Show.Reader.of(frame, actor);
        var lines = new ArrayList<RelationsView.Line>();
        for (var relation : relations) {
            boolean from = item.id().equals(relation.need(Relations.FROM));
            var other = others.get(relation.need(from ? Relations.TO : Relations.FROM));
            var type = types.find(relation.need(Relations.TYPE));
            if (other != null) {
                lines.add(new RelationsView.Line(
                        type.map(it -> from ? it.label(frame.locale()) : it.reverseLabel(frame.locale()))
                                .orElse(relation.need(Relations.TYPE)),
                        linked(other),
                        classes.label(other.need(ConfigurationItemType.CLASS), frame.locale()),
                        List.of(show.value(other, ConfigurationItemType.STATUS, Map.of(), reader)),
                        note(relation, frame),
                        relation.number()));
            }
        }
        lines.sort(Comparator.comparing(RelationsView.Line::way));
        return lines;
    }

    private Map<UUID, Snapshot> others(Actor actor, Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.get(actor, ConfigurationItemType.CONFIGURATION_ITEM, ids).stream()
                        .collect(Collectors.toMap(Snapshot::id, Function.identity()));
    }

    static Shown linked(Snapshot item) {
        return new Shown.Linked(Hrefs.record("configuration-items", item), item.number(), item.label());
    }

    private static String note(Snapshot relation, Frame frame) {
        var notes = new ArrayList<String>();
        @Nullable String redundancy = relation.get(Relations.REDUNDANCY);
        if (redundancy != null) {
            notes.add(frame.say("cmdb.relations.redundancy", relation.need(Relations.NEEDED), redundancy));
        }
        @Nullable String source = relation.get(Relations.SOURCE);
        if (source != null) {
            notes.add(source);
        }
        return String.join(" · ", notes);
    }

    private List<FormView.Option> ways(Frame frame) {
        var ways = new ArrayList<FormView.Option>();
        for (RelationType type : types.all()) {
            if (type.active()) {
                ways.add(new FormView.Option(type.code() + FROM, type.label(frame.locale()), false));
                if (!type.reverseLabel().equals(type.label())) {
                    ways.add(new FormView.Option(type.code() + TO, type.reverseLabel(frame.locale()), false));
                }
            }
        }
        return ways;
    }
}
