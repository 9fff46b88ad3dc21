package org.mainstay.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.Split;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;

/// Shows a filter term by term, in the reader's words.
public final class FilterChips {

    /// So many values are named; of more it is said how many there are.
    private static final int NAMED = 3;

    private final FilterParser parser;
    private final RecordStore store;
    private final Show show;
    private final Clock clock;

    FilterChips(FilterParser parser, RecordStore store, Show show, Clock clock) {
        this.parser = parser;
        this.store = store;
        this.show = show;
        this.clock = clock;
    }

    List<ListView.Chip> of(List<Split.Term> terms, ListState state, RecordType<?> type, Actor actor, Frame frame) {
        var said = said(terms, type, actor, frame);
        var chips = new ArrayList<ListView.Chip>();
        for (int i = 0; i < terms.size(); i++) {
            var term = said.get(i);
            chips.add(new ListView.Chip(
                    term.label,
                    term.operator,
                    term.value,
                    state.filtered(with(terms, i, "")).href(),
                    term.label.isEmpty()
                            ? ""
                            : state.address("/condition", new ListState.Parameter("at", String.valueOf(i)))));
        }
        return chips;
    }

    /// A filter in words, its terms in their order; a term that is more than a comparison as it is written.
    public List<String> words(String filter, RecordType<?> type, Actor actor, Frame frame) {
        var terms = parser.split(filter, type, new FilterContext(actor, clock.instant()))
                .terms();
        if (terms.isEmpty()) {
            return filter.isBlank() ? List.of() : List.of(filter);
        }
        return said(terms, type, actor, frame).stream()
                .map(it -> (it.label + " " + it.operator + " " + it.value).strip())
                .toList();
    }

    /// One term in the reader's words.
    ///
    /// @param label empty, like the operator, for a term that is more than a comparison, which the value then is
    private record Said(String label, String operator, String value) {}

    private List<Said> said(List<Split.Term> terms, RecordType<?> type, Actor actor, Frame frame) {
        var labels = labels(terms, actor);
        var reader = Show.Reader.of(frame, actor);
        var said = new ArrayList<Said>();
        for (var term : terms) {
            var condition = Condition.of(term.text());
            var named = condition.flatMap(it -> parser.attribute(it.attribute(), type, actor));
            said.add(
                    condition.isPresent() && named.isPresent()
                            ? new Said(
                                    label(type, condition.get().attribute(), named.get(), actor, frame),
                                    frame.say("web.operator."
                                            + Codes.of(condition.get().operator())),
                                    values(term, condition.get(), named.get(), labels, reader, frame))
                            : new Said("", "", term.text()));
        }
        return said;
    }

    /// The filter's text with one term replaced.
    ///
    /// @param at of the term; beyond the last to add one
    /// @param text blank to leave it out
    static String with(List<Split.Term> terms, int at, String text) {
        var all = new ArrayList<String>();
        for (int i = 0; i < terms.size(); i++) {
            all.add(i == at ? text : terms.get(i).text());
        }
        if (at >= terms.size()) {
            all.add(text);
        }
        return all.stream().filter(it -> !it.isBlank()).collect(Collectors.joining(" "));
    }

    /// What a name in a filter is called: `caller.department` is "Caller › Department".
    private String label(RecordType<?> type, String name, FilterParser.Named named, Actor actor, Frame frame) {
        int dot = name.lastIndexOf('.');
        var last = frame.messages().attribute(named.type(), named.attribute(), frame.locale());
        if (dot < 0
                || named.attribute().custom() && name.equals(named.attribute().code())) {
            return last;
        }
        var before = name.substring(0, dot);
        return parser.attribute(before, type, actor)
                .map(it -> label(type, before, it, actor, frame) + " › " + last)
                .orElse(last);
    }

    private String values(
            Split.Term term,
            Condition condition,
            FilterParser.Named named,
            Map<UUID, Label> labels,
            Show.Reader reader,
            Frame frame) {
        var meant = term.filter() instanceof Filter.Not(var negated) ? negated : term.filter();
        var words = meant instanceof Filter.OneOf some
                        && some.values().size() == condition.values().size()
                ? some.values().stream()
                        .map(it -> value(it, named, labels, reader))
                        .toList()
                : condition.values().stream().map(it -> word(it, frame)).toList();
        var shown = new ArrayList<String>();
        for (int i = 0; i < Math.min(words.size(), NAMED); i++) {
            shown.add(words.get(i).isEmpty() ? word(condition.values().get(i), frame) : words.get(i));
        }
        var text = String.join(", ", shown);
        return words.size() > NAMED ? text + " +" + (words.size() - NAMED) : text;
    }

    private static String word(String written, Frame frame) {
        var word = frame.messages().find("web.word." + written, frame.locale());
        return word == null ? written : word;
    }

    private String value(Object value, FilterParser.Named named, Map<UUID, Label> labels, Show.Reader reader) {
        if (value instanceof Filter.Operand) {
            return "";
        }
        return text(show.value(named.type(), named.attribute(), value, labels, reader));
    }

    private static String text(Shown shown) {
        return switch (shown) {
            case Shown.Plain(var text) -> text;
            case Shown.Badge badge -> badge.label();
            case Shown.Rank(var value) -> "P" + value;
            case Shown.Moment moment -> moment.exact();
            case Shown.Linked linked -> linked.label();
            case Shown.Html _, Shown.Many _, Shown.Nothing _ -> "";
        };
    }

    private Map<UUID, Label> labels(List<Split.Term> terms, Actor actor) {
        var ids = new HashSet<UUID>();
        for (var term : terms) {
            var meant = term.filter() instanceof Filter.Not(var negated) ? negated : term.filter();
            if (meant instanceof Filter.OneOf some) {
                some.values().forEach(it -> {
                    if (it instanceof UUID id) {
                        ids.add(id);
                    }
                });
            }
        }
        return ids.isEmpty() ? Map.of() : store.labelsOfVisible(actor, ids);
    }
}
