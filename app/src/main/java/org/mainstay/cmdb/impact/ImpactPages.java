package org.mainstay.cmdb.impact;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemCollection;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.graph.Direction;
import org.mainstay.cmdb.graph.Impact;
import org.mainstay.cmdb.graph.Reached;
import org.mainstay.cmdb.graph.ServiceGraph;
import org.mainstay.cmdb.impact.GraphQueries.Named;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// `/configuration-items/{key}/impact`: what is hit if the item fails and what it needs, each with its way.
@Controller
class ImpactPages {

    private static final int MOST = 200;

    private final RecordStore store;
    private final Impacts impacts;
    private final GraphQueries queries;
    private final LiveGraph live;
    private final ItemClasses classes;
    private final Frames frames;

    ImpactPages(
            RecordStore store,
            Impacts impacts,
            GraphQueries queries,
            LiveGraph live,
            ItemClasses classes,
            Frames frames) {
        this.store = store;
        this.impacts = impacts;
        this.queries = queries;
        this.live = live;
        this.classes = classes;
        this.frames = frames;
    }

    @GetMapping({"/configuration-items/{key}/impact", "/services/{key}/impact"})
    String impact(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String direction,
            @RequestParam(name = "as_of", defaultValue = "") String asOf,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var item =
                store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var way = direction.equals("dependencies") ? Direction.DEPENDENCIES : Direction.DEPENDENTS;
        model.addAttribute("frame", frame);
        model.addAttribute("view", view(actor, ItemCollection.of(request), item, way, asOf, frame));
        return "cmdb/impact";
    }

    private ImpactView view(Actor actor, String collection, Snapshot item, Direction way, String asOf, Frame frame) {
        var href = Hrefs.record(collection, item);
        var record = item.number() + " " + item.label();
        boolean dependents = way == Direction.DEPENDENTS;
        try {
            var at = TypedMoment.read(asOf, actor);
            var found = impacts.impact(actor, item, way, ServiceGraph.UNBOUNDED, MOST, at);
            return found.map(it -> new ImpactView(
                            href,
                            record,
                            dependents,
                            asOf,
                            frame.say(ImpactAnswer.summary(it, way), it.reached()),
                            counts(it, frame),
                            lines(it, frame),
                            it.truncated()))
                    .orElseGet(() -> nothing(href, record, dependents, asOf, frame.say("cmdb.impact.not_there")));
        } catch (Impacts.NotLoaded e) {
            return nothing(href, record, dependents, asOf, frame.say("cmdb.graph.loading"));
        } catch (BadValue e) {
            return nothing(href, record, dependents, "", frame.messages().say(e.reason(), frame.locale()));
        }
    }

    private static ImpactView nothing(String href, String record, boolean dependents, String asOf, String sentence) {
        return new ImpactView(href, record, dependents, asOf, sentence, List.of(), List.of(), false);
    }

    private List<ImpactView.Count> counts(Impact impact, Frame frame) {
        var counts = new ArrayList<ImpactView.Count>();
        impact.byClass()
                .forEach((number, count) ->
                        counts.add(new ImpactView.Count(classes.label(live.itemClass(number), frame.locale()), count)));
        counts.sort(Comparator.comparingInt(ImpactView.Count::count).reversed().thenComparing(ImpactView.Count::label));
        return counts;
    }

    private List<ImpactView.Line> lines(Impact impact, Frame frame) {
        Set<Integer> numbers = new HashSet<>();
        impact.items().forEach(it -> numbers.addAll(it.path()));
        var named = queries.named(numbers);
        return impact.items().stream()
                .flatMap(it ->
                        Optional.ofNullable(named.get(it.item())).map(item -> line(it, item, named, frame)).stream())
                .toList();
    }

    private ImpactView.Line line(Reached reached, Named item, Map<Integer, Named> named, Frame frame) {
        var path = reached.path();
        return new ImpactView.Line(
                linked(item),
                classes.label(item.itemClass(), frame.locale()),
                reached.distance(),
                path.subList(1, path.size() - 1).stream()
                        .flatMap(it -> Optional.ofNullable(named.get(it)).stream())
                        .map(ImpactPages::linked)
                        .toList());
    }

    private static Shown linked(Named item) {
        return new Shown.Linked(Hrefs.record("configuration-items", item.number()), item.number(), item.label());
    }
}
