package org.mainstay.web.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.definition.CustomFieldType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.Filter.Path;
import org.mainstay.kernel.filter.FilterText;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Stats;
import org.mainstay.kernel.store.StatsQuestion;
import org.mainstay.web.Counted;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.ListState;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.NotPermitted;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What a change of a custom field would do to the records there are: how many hold a value, how many have none,
/// and which values are no options any more.
@Controller
class FieldUsagePages {

    private final RecordTypes types;
    private final RecordStore store;
    private final Access access;
    private final Stats stats;
    private final Picks picks;
    private final Frames frames;

    FieldUsagePages(RecordTypes types, RecordStore store, Access access, Stats stats, Picks picks, Frames frames) {
        this.types = types;
        this.store = store;
        this.access = access;
        this.stats = stats;
        this.picks = picks;
        this.frames = frames;
    }

    @GetMapping("/custom-fields/{key}/usage")
    String usage(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var field = store.find(actor, CustomFieldType.CUSTOM_FIELD, key).orElseThrow(NoSuchPage::new);
        if (access.edit(field, actor) instanceof Decision.Denied(var reason)) {
            throw new NotPermitted(reason);
        }
        var frame = frames.of(actor, request, locale);
        var lines = new ArrayList<Usage>();
        var type = types.byCode(field.need(CustomFieldType.RECORD_TYPE)).orElse(null);
        if (type != null) {
            type.attribute("custom." + field.need(CustomFieldType.CODE))
                    .ifPresent(it -> lines.addAll(lines(actor, type, it, frame)));
        }
        model.addAttribute("frame", frame);
        model.addAttribute("number", field.number());
        model.addAttribute("title", frame.say("web.usage.title", field.label()));
        model.addAttribute("lines", lines);
        return "web/usage";
    }

    private List<Usage> lines(Actor actor, RecordType<?> type, Attribute<?> attribute, Frame frame) {
        var lines = new ArrayList<Usage>();
        var plural = frame.say(type.code() + ".plural");
        var empty = new Filter.Empty(Path.of(attribute));
        var holding = store.count(actor, type, new Filter.Not(empty));
        lines.add(new Usage(
                frame.say("web.usage.holding", Counted.text(holding, frame.locale()), plural),
                ListState.of(type.collection())
                        .filtered("-" + attribute.code() + ":empty")
                        .href(),
                false));
        lines.add(new Usage(
                frame.say("web.usage.without", Counted.text(store.count(actor, type, empty), frame.locale()), plural),
                ListState.of(type.collection())
                        .filtered(attribute.code() + ":empty")
                        .href(),
                false));
        if (attribute.kind() instanceof Kind.Pick(var list)) {
            var question = new StatsQuestion(
                    List.of(new StatsQuestion.Grouping(attribute.code(), attribute, null)),
                    List.of(new StatsQuestion.Measure.Count("count")));
            for (var group : stats.of(actor, type, new Filter.Not(empty), question)) {
                var code = String.valueOf(group.group().getFirst());
                boolean wrong = !picks.has(list, code);
                lines.add(new Usage(
                        frame.say(
                                wrong ? "web.usage.no_option" : "web.usage.option",
                                picks.label(list, code, frame.locale()),
                                Counted.text(
                                        (Long) Objects.requireNonNull(
                                                group.measures().getFirst()),
                                        frame.locale())),
                        ListState.of(type.collection())
                                .filtered(attribute.code() + ":" + FilterText.quoted(code))
                                .href(),
                        wrong));
            }
        }
        return lines;
    }
}
