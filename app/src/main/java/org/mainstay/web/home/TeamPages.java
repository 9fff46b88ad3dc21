package org.mainstay.web.home;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.FilterText;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Stats;
import org.mainstay.kernel.store.StatsQuestion;
import org.mainstay.kernel.store.StatsQuestion.Grouping;
import org.mainstay.kernel.store.StatsQuestion.Measure;
import org.mainstay.people.GroupType;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.ListState;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import org.mainstay.web.TeamWork;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// `/team`: the load of a lead's groups and how old their work is; a part of the first page, after it.
@Controller
class TeamPages {

    private static final int GROUPS = 6;
    private static final String OLD = "-7d";

    private final List<TeamWork> works;
    private final RecordTypes types;
    private final RecordStore store;
    private final Stats stats;
    private final FilterParser parser;
    private final Frames frames;
    private final Show show;
    private final Clock clock;

    TeamPages(
            List<TeamWork> works,
            RecordTypes types,
            RecordStore store,
            Stats stats,
            FilterParser parser,
            Frames frames,
            Show show,
            Clock clock) {
        this.works =
                works.stream().sorted(Comparator.comparingInt(TeamWork::rank)).toList();
        this.types = types;
        this.store = store;
        this.stats = stats;
        this.parser = parser;
        this.frames = frames;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping("/team")
    String team(HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var frame = frames.of(actor, request, locale);
        var led = Filter.all(Filter.is(GroupType.MANAGER, actor.id()), Filter.is(GroupType.ACTIVE, true));
        var groups =
                store.list(actor, GroupType.GROUP, Query.of(led).limit(GROUPS)).items();
        var views = works.stream()
                .flatMap(work -> views(work, groups, actor, frame))
                .sorted(Comparator.comparing(TeamView::group))
                .toList();
        model.addAttribute("frame", frame);
        model.addAttribute("teams", views);
        return request.getHeader("HX-Request") == null ? "home/team_page" : "home/team";
    }

    private Stream<TeamView> views(TeamWork work, List<Snapshot> groups, Actor actor, Frame frame) {
        var all = counted(work, groups, "", actor);
        var old = counted(work, groups, older(work), actor);
        var ids = new HashSet<UUID>();
        all.values().forEach(it -> it.keySet().stream().filter(Objects::nonNull).forEach(ids::add));
        var people = new People(
                store.labelsOf(actor, ids), store.labelsOfVisible(actor, ids).keySet());
        return groups.stream()
                .map(it -> view(
                        work,
                        it,
                        all.getOrDefault(it.id(), Collections.emptyMap()),
                        old.getOrDefault(it.id(), Collections.emptyMap()),
                        people,
                        frame,
                        Show.Reader.brief(frame, actor)));
    }

    /// @param named those that the reader can name in a filter
    private record People(Map<UUID, Label> labels, Set<UUID> named) {}

    private record Load(long count, @Nullable Instant oldest) {

        static final Load NOTHING = new Load(0, null);
    }

    private TeamView view(
            TeamWork work,
            Snapshot group,
            Map<@Nullable UUID, Load> all,
            Map<@Nullable UUID, Load> old,
            People people,
            Frame frame,
            Show.Reader reader) {
        var filter = work.open() + " " + work.group().code() + ":" + group.number();
        long most = all.values().stream().mapToLong(Load::count).max().orElse(1);
        var lines = all.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparingLong(Load::count).reversed()))
                .map(it -> {
                    var counted = it.getValue();
                    var theirs = FilterText.both(filter, term(work, it.getKey(), people));
                    boolean hidden = it.getKey() != null && !people.named.contains(it.getKey());
                    return new TeamView.Line(
                            show.linked(it.getKey() == null ? null : people.labels.get(it.getKey())),
                            hidden ? "" : list(work, theirs),
                            counted.count,
                            counted.count * 100 / most,
                            old.getOrDefault(it.getKey(), Load.NOTHING).count,
                            hidden ? "" : list(work, theirs + " " + older(work)),
                            counted.oldest == null ? new Shown.Nothing() : show.moment(counted.oldest, reader));
                })
                .toList();
        return new TeamView(
                group.label(),
                frame.say(work.title()),
                list(work, filter),
                all.values().stream().mapToLong(Load::count).sum(),
                lines);
    }

    private static String older(TeamWork work) {
        return work.since().code() + "<" + OLD;
    }

    /// By group and by who does it; null for what nobody has yet.
    private Map<UUID, Map<@Nullable UUID, Load>> counted(
            TeamWork work, List<Snapshot> groups, String further, Actor actor) {
        var counted = new HashMap<UUID, Map<@Nullable UUID, Load>>();
        var type = types.byCollection(work.collection()).orElseThrow().type();
        var text = FilterText.both(work.open(), further);
        if (!groups.isEmpty()
                && parser.parse(text, type, new FilterContext(actor, clock.instant()))
                        instanceof Parsed.Good(var filter)) {
            var theirs =
                    Filter.is(work.group(), groups.stream().map(Snapshot::id).toArray());
            for (var group : stats.of(actor, type, Filter.all(filter, theirs), question(work))) {
                counted.computeIfAbsent(
                                (UUID) Objects.requireNonNull(group.group().get(0)), _ -> new HashMap<>())
                        .put(
                                (UUID) group.group().get(1),
                                new Load(
                                        (Long) Objects.requireNonNull(
                                                group.measures().get(0)),
                                        (Instant) group.measures().get(1)));
            }
        }
        return counted;
    }

    private static StatsQuestion question(TeamWork work) {
        return new StatsQuestion(
                List.of(new Grouping("group", work.group(), null), new Grouping("assignee", work.assignee(), null)),
                List.of(new Measure.Count("count"), new Measure.Of("oldest", "min", 0, work.since(), null)));
    }

    private static String list(TeamWork work, String filter) {
        return ListState.of(work.collection()).filtered(filter).href();
    }

    private static String term(TeamWork work, @Nullable UUID person, People people) {
        var label = person == null ? null : people.labels.get(person);
        return work.assignee().code() + ":" + (label == null ? "empty" : FilterText.quoted(label.number()));
    }
}
