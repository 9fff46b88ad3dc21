package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.FilterText;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Condition.Operator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Edits one term of a list's filter with inputs that fit its attribute. What comes of it is text in the filter
/// language, and the list says where that is wrong.
@Controller
@RequestMapping("/{collection:[a-z][a-z-]*}/condition")
class ConditionPages {

    private static final List<String> DAYS = List.of("today", "yesterday", "-24h", "-7d", "-30d", "-90d");

    private final Lists lists;
    private final RecordTypes types;
    private final FilterParser parser;
    private final Forms forms;
    private final Frames frames;

    ConditionPages(Lists lists, RecordTypes types, FilterParser parser, Forms forms, Frames frames) {
        this.lists = lists;
        this.types = types;
        this.parser = parser;
        this.forms = forms;
        this.frames = frames;
    }

    /// @param at which term is edited; beyond the last, or left out, for a new one
    /// @param attribute of a new one
    @GetMapping
    String edit(
            @PathVariable String collection,
            @RequestParam(defaultValue = "1000") int at,
            @RequestParam(defaultValue = "number") String attribute,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var state = lists.state(collection, request, actor);
        var of = lists.collection(collection);
        var type = types.current(of.type());
        var terms = lists.split(of, state.filter(), actor).terms();
        var condition =
                at >= 0 && at < terms.size() ? Condition.of(terms.get(at).text()) : Optional.<Condition>empty();
        var name = condition.map(Condition::attribute).orElse(attribute);
        var named = parser.attribute(name, type, actor).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("condition", view(state, Math.max(at, 0), name, named, condition.orElse(null), frame));
        return "record/condition";
    }

    @GetMapping("/apply")
    String apply(
            @PathVariable String collection,
            @RequestParam(defaultValue = "1000") int at,
            @RequestParam(defaultValue = "number") String attribute,
            @RequestParam(defaultValue = "is") String operator,
            HttpServletRequest request,
            Actor actor) {
        var state = lists.state(collection, request, actor);
        var of = lists.collection(collection);
        var named = parser.attribute(attribute, types.current(of.type()), actor).orElseThrow(NoSuchPage::new);
        var compared = Arrays.stream(Operator.values())
                .filter(it -> Codes.of(it).equals(operator))
                .findFirst()
                .orElseThrow(NoSuchPage::new);
        var given = request.getParameterValues("value");
        var values = new ArrayList<String>();
        for (String one : given == null ? new String[0] : given) {
            if (named.attribute().kind().target() == null) {
                values.add(one);
            } else {
                values.addAll(Arrays.asList(Forms.number(one).split(",")));
            }
        }
        var text = new Condition(attribute, compared, values).text();
        var terms = lists.split(of, state.filter(), actor).terms();
        // a filter that is no row of terms stays whole
        var filter = terms.isEmpty() && !state.filter().isBlank()
                ? FilterText.both(state.filter(), text)
                : FilterChips.with(terms, Math.max(at, 0), text);
        return "redirect:" + state.filtered(filter.strip()).href();
    }

    private ConditionView view(
            ListState state,
            int at,
            String name,
            FilterParser.Named named,
            @Nullable Condition condition,
            Frame frame) {
        var kind = named.attribute().kind();
        var operators = new ArrayList<>(operators(kind));
        if (condition != null && !operators.contains(condition.operator())) {
            operators.add(condition.operator());
        }
        var chosen = condition == null ? operators.getFirst() : condition.operator();
        var values = condition == null ? List.<String>of() : condition.values();
        return new ConditionView(
                "/" + state.collection() + "/condition/apply",
                carried(state),
                at,
                name,
                frame.messages().attribute(named.type(), named.attribute(), frame.locale()),
                operators.stream()
                        .map(it -> new ListView.Choice(
                                Codes.of(it), frame.say("web.operator." + Codes.of(it)), it == chosen))
                        .toList(),
                values.isEmpty() ? List.of("") : values,
                options(named, values, frame),
                hints(kind, frame),
                forms.suggest(kind));
    }

    /// The list as it is, its filter always among it: a saved view's own would come back otherwise.
    private static List<ListState.Parameter> carried(ListState state) {
        var carried = new ArrayList<>(state.parameters());
        if (carried.stream().noneMatch(it -> it.name().equals("filter"))) {
            carried.add(new ListState.Parameter("filter", state.filter()));
        }
        return carried;
    }

    private static List<Operator> operators(Kind<?> kind) {
        return switch (kind) {
            case Kind.Text _ -> List.of(Operator.CONTAINS, Operator.IS, Operator.IS_NOT, Operator.EMPTY, Operator.ANY);
            case Kind.Prose _ -> List.of(Operator.CONTAINS, Operator.EMPTY, Operator.ANY);
            case Kind.Moment _, Kind.Day _ ->
                List.of(Operator.AT_LEAST, Operator.LESS, Operator.IS, Operator.EMPTY, Operator.ANY);
            case Kind.Whole _, Kind.Decimal _, Kind.Amount _, Kind.Span _ ->
                List.of(
                        Operator.IS,
                        Operator.IS_NOT,
                        Operator.AT_MOST,
                        Operator.AT_LEAST,
                        Operator.EMPTY,
                        Operator.ANY);
            case Kind.YesNo _, Kind.Keys _ -> List.of(Operator.IS, Operator.IS_NOT);
            case Kind.Choice<?> _, Kind.Pick _, Kind.Reference _, Kind.References _, Kind.TreePick _ ->
                List.of(Operator.IS, Operator.IS_NOT, Operator.EMPTY, Operator.ANY);
        };
    }

    private List<ListView.Choice> options(FilterParser.Named named, List<String> values, Frame frame) {
        return forms.options(named.type(), named.attribute(), "", frame).stream()
                .map(it -> new ListView.Choice(
                        it.value(), it.label(), values.stream().anyMatch(value -> same(value, it.value()))))
                .toList();
    }

    private static boolean same(String written, String option) {
        return written.equalsIgnoreCase(option)
                || option.equals("true") && written.equals("yes")
                || option.equals("false") && written.equals("no");
    }

    private static List<ListView.Choice> hints(Kind<?> kind, Frame frame) {
        if (kind instanceof Kind.Moment || kind instanceof Kind.Day) {
            return DAYS.stream()
                    .map(it -> new ListView.Choice(it, word(it, frame), false))
                    .toList();
        }
        return switch (String.valueOf(kind.target())) {
            case "person" -> List.of(new ListView.Choice("me", word("me", frame), false));
            case "group" -> List.of(new ListView.Choice("mygroups", word("mygroups", frame), false));
            default -> List.of();
        };
    }

    private static String word(String written, Frame frame) {
        return frame.say("web.word." + written);
    }
}
