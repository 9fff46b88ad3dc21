package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.RecordType;
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
        this.works = works;
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
        var views = new ArrayList<TeamView>();
        for (var group :
                store.list(actor, GroupType.GROUP, Query.of(led).limit(GROUPS)).items()) {
            works.forEach(work -> views.add(view(work, group, actor, frame)));
        }
        model.addAttribute("frame", frame);
        model.addAttribute("teams", views);
        return request.getHeader("HX-Request") == null ? "home/team_page" : "home/team";
    }

    private TeamView view(TeamWork work, Snapshot group, Actor actor, Frame frame) {
        var type = types.byCollection(work.collection()).orElseThrow().type();
        var filter = work.open() + " " + work.group().code() + ":" + group.number();
        var old = filter + " " + work.since().code() + "<" + OLD;
        var all = counted(work, type, filter, actor);
        var olds = counted(work, type, old, actor);
        var ids = new HashSet<UUID>();
        all.keySet().stream().filter(Objects::nonNull).forEach(ids::add);
        var labels = store.labelsOf(actor, ids);
        var named = store.labelsOfVisible(actor, ids);
        long most = all.values().stream().mapToLong(Counted::count).max().orElse(1);
        var reader = Show.Reader.brief(frame, actor);
        var lines = new ArrayList<TeamView.Line>();
        all.entrySet().stream()
                .sorted(Map.Entry.comparingByValue((one, other) -> Long.compare(other.count, one.count)))
                .forEach(it -> {
                    boolean hidden = it.getKey() != null && !named.containsKey(it.getKey());
                    var term = hidden ? "" : " " + term(work, it.getKey(), labels);
                    var counted = it.getValue();
                    lines.add(new TeamView.Line(
                            show.linked(it.getKey() == null ? null : labels.get(it.getKey())),
                            list(work, filter + term),
                            counted.count,
                            counted.count * 100 / most,
                            olds.getOrDefault(it.getKey(), Counted.NOTHING).count,
                            list(work, old + term),
                            counted.oldest == null ? new Shown.Nothing() : show.moment(counted.oldest, reader)));
                });
        return new TeamView(
                group.label(),
                frame.say(work.title()),
                list(work, filter),
                all.values().stream().mapToLong(Counted::count).sum(),
                lines);
    }

    private record Counted(long count, @Nullable Instant oldest) {

        static final Counted NOTHING = new Counted(0, null);
    }

    /// By who does it; null for what nobody has yet.
    private Map<@Nullable UUID, Counted> counted(TeamWork work, RecordType<?> type, String text, Actor actor) {
        var counted = new HashMap<@Nullable UUID, Counted>();
        if (parser.parse(text, type, new FilterContext(actor, clock.instant())) instanceof Parsed.Good(var filter)) {
            var question = new StatsQuestion(
                    List.of(new Grouping("assignee", work.assignee(), null)),
                    List.of(new Measure.Count("count"), new Measure.Of("oldest", "min", 0, work.since(), null)));
            for (var group : stats.of(actor, type, filter, question)) {
                counted.put(
                        (UUID) group.group().getFirst(),
                        new Counted(
                                (Long) Objects.requireNonNull(group.measures().get(0)),
                                (Instant) group.measures().get(1)));
            }
        }
        return counted;
    }

    private static String list(TeamWork work, String filter) {
        return ListState.of(work.collection()).filtered(filter).href();
    }

    private static String term(TeamWork work, @Nullable UUID person, Map<UUID, Label> labels) {
        var label = person == null ? null : labels.get(person);
        var condition = label == null
                ? new Condition(work.assignee().code(), Condition.Operator.EMPTY, List.of())
                : new Condition(work.assignee().code(), Condition.Operator.IS, List.of(label.number()));
        return condition.text();
    }
}
