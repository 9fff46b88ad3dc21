package org.mainstay.incident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.incident.Incident.Level;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Stats;
import org.mainstay.kernel.store.StatsQuestion;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// `/priority-matrix`: the priority rules as what they are, a matrix, with the open incidents that each cell
/// decides about.
@Controller
class PriorityMatrixPages {

    /// Begins the name of the input that says what a cell was when the page was made.
    static final String WAS = "was.";

    private static final List<State> OPEN = List.of(State.NEW, State.IN_PROGRESS, State.ON_HOLD);

    private final RecordStore store;
    private final RecordTypes types;
    private final Access access;
    private final Stats stats;
    private final Frames frames;

    PriorityMatrixPages(RecordStore store, RecordTypes types, Access access, Stats stats, Frames frames) {
        this.store = store;
        this.types = types;
        this.access = access;
        this.stats = stats;
        this.frames = frames;
    }

    /// @param saved how many cells were just changed
    @GetMapping("/priority-matrix")
    String page(
            @RequestParam(required = false) @Nullable Integer saved,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var told = saved == null
                ? ""
                : saved == 0 ? frame.say("incident.matrix.same") : frame.say("incident.matrix.saved", saved);
        return page(told, actor, frame, model);
    }

    private String page(String told, Actor actor, Frame frame, Model model) {
        var rules = rules(actor);
        var open = open(actor);
        boolean edits =
                rules.values().stream().allMatch(it -> access.edit(it, actor).yes());
        var type = types.need(IncidentType.INCIDENT.code());
        var columns = Arrays.stream(Level.values())
                .map(it -> new MatrixView.Column(it, label(frame, type, IncidentType.URGENCY.code(), it)))
                .toList();
        var rows = Arrays.stream(Level.values())
                .map(impact -> new MatrixView.Row(
                        label(frame, type, IncidentType.IMPACT.code(), impact),
                        columns.stream()
                                .map(it -> cell(impact, it, rules, open, frame, type))
                                .toList()))
                .toList();
        model.addAttribute("frame", frame);
        model.addAttribute("view", new MatrixView(columns, rows, told, edits));
        return "incident/matrix";
    }

    private static MatrixView.Cell cell(
            Level impact,
            MatrixView.Column column,
            Map<String, Snapshot> rules,
            Map<String, Long> open,
            Frame frame,
            RecordType<?> type) {
        var name = PriorityRuleType.number(impact, column.urgency());
        var rule = rules.get(name);
        return new MatrixView.Cell(
                name,
                label(frame, type, IncidentType.IMPACT.code(), impact) + " × " + column.label(),
                rule == null ? PriorityMatrix.shipped(impact, column.urgency()) : rule.need(PriorityRuleType.PRIORITY),
                rule == null ? "" : name,
                open.getOrDefault(name, 0L));
    }

    private static String label(Frame frame, RecordType<?> type, String attribute, Level level) {
        return frame.messages().choice(type, type.need(attribute), level, frame.locale());
    }

    private Map<String, Snapshot> rules(Actor actor) {
        var rules = new HashMap<String, Snapshot>();
        store.list(actor, PriorityRuleType.PRIORITY_RULE, Query.of(Filter.EVERYTHING))
                .items()
                .forEach(it -> rules.put(it.number(), it));
        return rules;
    }

    /// How many open incidents follow each cell, overrides left out.
    private Map<String, Long> open(Actor actor) {
        var question = new StatsQuestion(
                Stream.of(IncidentType.IMPACT, IncidentType.URGENCY)
                        .map(it -> new StatsQuestion.Grouping(it.code(), it, null))
                        .toList(),
                List.of(new StatsQuestion.Measure.Count("count")));
        var follow = Filter.all(
                Filter.is(IncidentType.STATE, OPEN.toArray()), Filter.is(IncidentType.PRIORITY_OVERRIDE, false));
        var open = new HashMap<String, Long>();
        for (var group : stats.of(actor, IncidentType.INCIDENT, follow, question)) {
            if (group.group().get(0) instanceof Level impact
                    && group.group().get(1) instanceof Level urgency
                    && group.measures().getFirst() instanceof Number count) {
                open.put(PriorityRuleType.number(impact, urgency), count.longValue());
            }
        }
        return open;
    }

    /// All cells that were changed, in one plan; none where one of them was changed by somebody else meanwhile.
    @PostMapping("/priority-matrix")
    String change(
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var plan = Plan.of(Cause.EDITED);
        boolean stale = false;
        for (var rule : rules(actor).values()) {
            if (!access.edit(rule, actor).yes()) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
            var was = typed.getOrDefault(WAS + rule.number(), "");
            var text = typed.getOrDefault(rule.number(), was);
            if (text.matches("[1-5]") && !text.equals(was)) {
                stale |= !was.equals(String.valueOf(rule.need(PriorityRuleType.PRIORITY)));
                plan.edit(rule).set(PriorityRuleType.PRIORITY, Long.parseLong(text));
            }
        }
        int cells = plan.steps().size();
        if (!stale && (cells == 0 || store.save(actor, plan) instanceof Saved.Done)) {
            return "redirect:/priority-matrix?saved=" + cells;
        }
        var frame = frames.of(actor, request, locale);
        response.setStatus(HttpStatus.CONFLICT.value());
        return page(frame.say("web.stale"), actor, frame, model);
    }
}
