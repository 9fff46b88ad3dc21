package org.mainstay.cmdb.accuracy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.accuracy.AccuracyCheckType.Verdict;
import org.mainstay.cmdb.accuracy.Sampling.Drawn;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.NotPermitted;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/groups/{key}/accuracy`: a few values of a team's items, of which people of the team say whether they are
/// true.
@Controller
@RequestMapping("/groups/{key}/accuracy")
class SamplePages {

    /// Before the names of fields: `verdict.CI0000012.model`.
    private static final String VERDICT = "verdict.";

    private static final String GROUP = "group";
    private static final String NOTE = "note.";
    private static final String JUDGED = "judged.";

    /// Nobody draws more often in a week.
    private static final int ROUNDS = 50;

    private final RecordStore store;
    private final RecordTypes types;
    private final Sampling sampling;
    private final Accuracies accuracies;
    private final ItemClasses classes;
    private final Frames frames;
    private final Show show;

    SamplePages(
            RecordStore store,
            RecordTypes types,
            Sampling sampling,
            Accuracies accuracies,
            ItemClasses classes,
            Frames frames,
            Show show) {
        this.store = store;
        this.types = types;
        this.sampling = sampling;
        this.accuracies = accuracies;
        this.classes = classes;
        this.frames = frames;
        this.show = show;
    }

    @GetMapping
    String sample(
            @PathVariable String key,
            @RequestParam(defaultValue = "0") String round,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        return show(team(actor, key), round(round), List.of(), actor, frames.of(actor, request, locale), model);
    }

    /// What was said of each value is kept by itself; what was changed meanwhile is shown again.
    @PostMapping
    String check(
            @PathVariable String key,
            @RequestParam(defaultValue = "0") String round,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var group = team(actor, key);
        int at = round(round);
        var problems = new LinkedHashSet<Problem>();
        for (var drawn : sampling.of(actor, group.id(), at).open()) {
            for (var value : drawn.values()) {
                problems.addAll(check(actor, drawn.item(), value, form));
            }
        }
        if (problems.isEmpty()) {
            return "redirect:" + href(group) + (at == 0 ? "" : "?round=" + at);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(group, at, List.copyOf(problems), actor, frames.of(actor, request, locale), model);
    }

    private List<Problem> check(Actor actor, Snapshot item, CheckedValue value, MultiValueMap<String, String> form) {
        var field = field(item, value);
        var verdict = verdict(form.getFirst(VERDICT + field));
        if (verdict.isEmpty()) {
            return List.of();
        }
        if (!Objects.equals(form.getFirst(JUDGED + field), value.judged())) {
            return List.of(Problem.of("cmdb.accuracy.changed_meanwhile", item.number()));
        }
        var note = Objects.requireNonNullElse(form.getFirst(NOTE + field), "").strip();
        var plan = Plan.of(Cause.CREATED);
        plan.create(AccuracyCheckType.ACCURACY_CHECK)
                .values()
                .set(AccuracyCheckType.ITEM, item.id())
                .set(AccuracyCheckType.ATTRIBUTE, value.attribute().code())
                .set(AccuracyCheckType.VERDICT, verdict.get())
                .set(AccuracyCheckType.NOTE, note.isEmpty() ? null : note);
        return store.save(actor, plan) instanceof Saved.Refused(var problems) ? problems : List.of();
    }

    private static Optional<Verdict> verdict(@Nullable String said) {
        return Optional.ofNullable(said)
                .flatMap(it -> Arrays.stream(Verdict.values())
                        .filter(one -> one.name().equalsIgnoreCase(it))
                        .findFirst());
    }

    private static String field(Snapshot item, CheckedValue value) {
        return item.number() + "." + value.attribute().code();
    }

    private static String href(Snapshot team) {
        return Hrefs.record("groups", team) + "/accuracy";
    }

    private Snapshot team(Actor actor, String team) {
        var group = store.find(actor, types.need(GROUP), team).orElseThrow(NoSuchPage::new);
        if (!actor.groups().contains(group.id()) && !actor.may("cmdb:manage", group.organisation())) {
            throw new NotPermitted(Message.of("cmdb.accuracy.access.team"));
        }
        return group;
    }

    private static int round(String round) {
        if (!round.matches("\\d{1,2}") || Integer.parseInt(round) >= ROUNDS) {
            throw new NoSuchPage();
        }
        return Integer.parseInt(round);
    }

    private String show(Snapshot team, int round, List<Problem> problems, Actor actor, Frame frame, Model model) {
        var reader = Show.Reader.of(frame, actor);
        var sample = sampling.of(actor, team.id(), round);
        var labels = store.labels(actor, sample.open().stream().map(Drawn::item).toList());
        var items = new ArrayList<SampleView.Item>();
        for (var drawn : sample.open()) {
            var item = drawn.item();
            var values = drawn.values().stream()
                    .map(it -> new SampleView.Value(
                            field(item, it),
                            show.label(item.type(), it.attribute(), reader),
                            show.value(item, it.attribute(), labels, reader),
                            it.judged()))
                    .toList();
            items.add(new SampleView.Item(
                    item.number(),
                    new Shown.Linked(Hrefs.record("configuration-items", item), item.number(), item.label()),
                    classes.label(item.need(ConfigurationItemType.CLASS), frame.locale()),
                    values));
        }
        var now = accuracies.groups(actor).stream()
                .filter(it -> team.id().equals(it.group().supportGroup()))
                .toList();
        var accuracy = now.stream().map(AccuracyQueries.Measured::accuracy).reduce(Accuracy.NONE, Accuracy::plus);
        long count = now.stream().mapToLong(AccuracyQueries.Measured::items).sum();
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new SampleView(
                        href(team),
                        team.label(),
                        round,
                        items,
                        frame.say("cmdb.accuracy.done", sample.drawn() - items.size(), sample.drawn()),
                        problems.stream()
                                .map(it -> frame.messages().say(it.reason(), frame.locale()))
                                .collect(Collectors.joining(" ")),
                        Lines.of(team.label(), "", count, accuracy, frame)));
        return "cmdb/accuracy_sample";
    }
}
