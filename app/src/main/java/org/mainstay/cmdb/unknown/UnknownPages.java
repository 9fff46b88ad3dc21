package org.mainstay.cmdb.unknown;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClass;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.reconciliation.ClassificationRuleType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.FilterText;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Bulk;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.transfer.ImportView;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NotPermitted;
import org.mainstay.web.Says;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/unknown-devices`: somebody says what some of them are, and makes a rule of it in the same step.
@Controller
@RequestMapping("/unknown-devices")
class UnknownPages {

    private static final String MANAGE = "cmdb:manage";
    private static final int SHOWN = 200;

    /// So many further devices are classified at once; the rest is with its next delivery.
    private static final int FURTHER = 500;

    private static final List<String> FACTS =
            List.of("manufacturer", "model", "os", "mac_address", "ip_address", "description");
    private static final int LONGEST = 80;

    private final RecordStore store;
    private final RecordTypes types;
    private final Acts acts;
    private final ItemClasses classes;
    private final FilterParser parser;
    private final RuleProposal proposal;
    private final Frames frames;
    private final Clock clock;

    UnknownPages(
            RecordStore store,
            RecordTypes types,
            Acts acts,
            ItemClasses classes,
            FilterParser parser,
            RuleProposal proposal,
            Frames frames,
            Clock clock) {
        this.store = store;
        this.types = types;
        this.acts = acts;
        this.classes = classes;
        this.parser = parser;
        this.proposal = proposal;
        this.frames = frames;
        this.clock = clock;
    }

    /// What was chosen and typed.
    ///
    /// @param condition null where one is to be proposed
    private record Typed(
            String filter,
            List<UUID> chosen,
            String itemClass,
            @Nullable String condition,
            String name) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        permitted(actor);
        var typed = new Typed(filter, List.of(), "", null, "");
        return show(typed, List.of(), done, frames.of(actor, request, locale), response, actor, model);
    }

    /// @param work `look` for what the rule would reach, `classify` without it, `rule` with it
    @PostMapping
    String classify(
            @RequestParam(name = "record", defaultValue = "") List<String> records,
            @RequestParam(name = "ci_class", defaultValue = "") String itemClass,
            @RequestParam(required = false) @Nullable String condition,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(name = "do", defaultValue = "look") String work,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        permitted(actor);
        var frame = frames.of(actor, request, locale);
        var chosen = ids(records);
        var unknown = unknown(actor, chosen).stream().map(Snapshot::id).toList();
        var typed = new Typed(filter, unknown, itemClass, condition, name);
        var errors = new ArrayList<String>();
        if (unknown.isEmpty()) {
            errors.add(frame.say(chosen.isEmpty() ? "unknown.choose" : "unknown.meanwhile"));
        }
        if (classes.find(itemClass).filter(ItemClass::hasItems).isEmpty() || itemClass.equals(RuleProposal.UNKNOWN)) {
            errors.add(frame.say("unknown.choose_class"));
        }
        if (!errors.isEmpty() || work.equals("look")) {
            return show(typed, errors, "", frame, response, actor, model);
        }
        if (work.equals("rule")) {
            errors.addAll(rule(typed, actor, frame));
        }
        if (errors.isEmpty()) {
            int done = apply(typed, work.equals("rule"), actor, frame, errors);
            if (errors.isEmpty()) {
                return "redirect:/unknown-devices?done=" + done;
            }
        }
        return show(typed, errors, "", frame, response, actor, model);
    }

    private static List<UUID> ids(List<String> records) {
        return records.stream()
                .filter(it -> it.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .distinct()
                .limit(SHOWN)
                .toList();
    }

    /// Those that nobody has classified meanwhile.
    private List<Snapshot> unknown(Actor actor, List<UUID> ids) {
        return store.get(actor, ConfigurationItemType.CONFIGURATION_ITEM, ids).stream()
                .filter(it -> it.need(ConfigurationItemType.CLASS).equals(RuleProposal.UNKNOWN))
                .toList();
    }

    /// Makes the rule, unless there is the same one, because a form may be sent twice.
    private List<String> rule(Typed typed, Actor actor, Frame frame) {
        var condition = typed.condition == null ? "" : typed.condition.strip();
        var same = Filter.all(
                Filter.is(ClassificationRuleType.CONDITION, condition),
                Filter.is(ClassificationRuleType.ITEM_CLASS, typed.itemClass),
                Filter.is(ClassificationRuleType.ACTIVE, true));
        if (store.count(actor, ClassificationRuleType.CLASSIFICATION_RULE, same).value() > 0) {
            return List.of();
        }
        var name = typed.name.isBlank() ? classes.label(typed.itemClass, Locale.ENGLISH) : typed.name;
        var values = Map.of("name", name, "position", "100", "condition", condition, "ci_class", typed.itemClass);
        var made =
                acts.create(actor, ClassificationRuleType.CLASSIFICATION_RULE, Input.texts(values), List.of(), false);
        return made instanceof Outcome.Done ? List.of() : Says.errors(made, frame);
    }

    /// Classifies the chosen ones and, with a rule, those it holds for.
    private int apply(Typed typed, boolean further, Actor actor, Frame frame, List<String> errors) {
        var ids = new ArrayList<>(typed.chosen);
        var condition = parsed(typed.condition, actor);
        if (further && condition != null) {
            var alike = Filter.all(Filter.is(ConfigurationItemType.CLASS, RuleProposal.UNKNOWN), condition);
            store
                    .list(
                            actor,
                            ConfigurationItemType.CONFIGURATION_ITEM,
                            Query.of(alike).limit(FURTHER))
                    .items()
                    .stream()
                    .map(Snapshot::id)
                    .filter(it -> !typed.chosen.contains(it))
                    .forEach(ids::add);
        }
        var input = Input.texts(Map.of("class", typed.itemClass));
        var bulk = new Bulk("reclassify", input, () -> null, Plan.newId());
        int done = 0;
        for (var id : ids) {
            var outcome = acts.oneOfMany(actor, ConfigurationItemType.CONFIGURATION_ITEM, id, bulk, false);
            if (outcome instanceof Outcome.Done) {
                done++;
            } else if (errors.size() < 5) {
                errors.addAll(Says.errors(outcome, frame));
            }
        }
        return done;
    }

    private @Nullable Filter parsed(@Nullable String condition, Actor actor) {
        if (condition == null || condition.isBlank()) {
            return null;
        }
        var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
        return parser.parse(condition, type, new FilterContext(actor, clock.instant()))
                        instanceof Parsed.Good(var filter)
                ? filter
                : null;
    }

    private String show(
            Typed typed,
            List<String> errors,
            String done,
            Frame frame,
            HttpServletResponse response,
            Actor actor,
            Model model) {
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("frame", frame);
        model.addAttribute("view", view(typed, errors, done, frame, actor));
        return "cmdb/unknown";
    }

    private UnknownView view(Typed typed, List<String> errors, String done, Frame frame, Actor actor) {
        var type = ConfigurationItemType.CONFIGURATION_ITEM;
        var chosen = unknown(actor, typed.chosen);
        boolean proposed = errors.isEmpty() && !chosen.isEmpty() && !typed.itemClass.isEmpty();
        var narrowed = parsed(typed.filter, actor);
        var all = Filter.all(
                Filter.is(ConfigurationItemType.CLASS, RuleProposal.UNKNOWN),
                narrowed == null ? Filter.EVERYTHING : narrowed);
        var page = proposed ? null : store.list(actor, type, Query.of(all).limit(SHOWN));
        var listed = page == null
                ? chosen
                : store.get(actor, type, page.items().stream().map(Snapshot::id).toList());
        var condition = !proposed
                ? null
                : typed.condition == null
                        ? proposal.of(actor, chosen, typed.itemClass).orElse(null)
                        : parsed(typed.condition, actor);
        var text = condition == null ? Objects.requireNonNullElse(typed.condition, "") : FilterText.of(condition);
        var reach =
                condition == null ? new RuleProposal.Reach(0, 0, 0) : proposal.reach(actor, condition, typed.itemClass);
        var wrong = new ArrayList<>(errors);
        if (proposed && typed.condition != null && !typed.condition.isBlank() && condition == null) {
            wrong.add(frame.say("unknown.bad_condition"));
        }
        var within = classes.within(typed.itemClass).stream().sorted().collect(Collectors.joining(","));
        return new UnknownView(
                typed.filter,
                listed.stream()
                        .sorted(Comparator.comparing(Snapshot::label))
                        .map(it -> device(it, typed.chosen.contains(it.id())))
                        .toList(),
                page != null && page.next() != null,
                options(typed.itemClass, frame),
                typed.itemClass,
                proposed,
                text,
                typed.name.isBlank() && proposed
                        ? classes.label(typed.itemClass, frame.locale()) + ": " + text
                        : typed.name,
                Math.max(0, reach.unknown() - chosen.size()),
                reach.same(),
                reach.others() == 0 ? "" : String.format(frame.locale(), "%,d", reach.others()),
                list("-class:" + within + "," + RuleProposal.UNKNOWN + " " + text),
                list("class:" + RuleProposal.UNKNOWN + " " + text),
                actor.may(Grants.ADMIN),
                wrong,
                done.matches("\\d{1,6}") ? frame.say("unknown.done", Integer.valueOf(done)) : "");
    }

    private static String list(String filter) {
        return "/configuration-items?filter=" + Hrefs.encoded(filter);
    }

    private static UnknownView.Device device(Snapshot it, boolean chosen) {
        var facts = FACTS.stream()
                .map(code -> it.values().get(code))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .map(text -> Texts.clip(text, LONGEST))
                .collect(Collectors.joining(" · "));
        return new UnknownView.Device(
                it.id().toString(), Hrefs.record("configuration-items", it.number()), it.label(), facts, chosen);
    }

    private List<ImportView.Option> options(String chosen, Frame frame) {
        var options = new ArrayList<ImportView.Option>();
        options.add(new ImportView.Option("", frame.say("unknown.class"), chosen.isEmpty()));
        classes.options(frame.locale()).stream()
                .filter(it -> !it.code().equals(RuleProposal.UNKNOWN))
                .forEach(it -> options.add(
                        new ImportView.Option(it.code(), it.label(), it.code().equals(chosen))));
        return options;
    }

    private static void permitted(Actor actor) {
        if (!actor.may(MANAGE)) {
            throw new NotPermitted(Message.of("kernel.access.permission_needed", MANAGE));
        }
    }
}
