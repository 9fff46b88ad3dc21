package org.mainstay.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterText;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Source;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Stats;
import org.mainstay.kernel.store.StatsQuestion;

/// Divides a list by the values of an attribute.
public final class ListGroups {

    private final Stats stats;
    private final GroupTerms terms;
    private final Lists lists;
    private final RecordTypes types;
    private final Access access;
    private final Show show;

    ListGroups(Stats stats, GroupTerms terms, Lists lists, RecordTypes types, Access access, Show show) {
        this.stats = stats;
        this.terms = terms;
        this.lists = lists;
        this.types = types;
        this.access = access;
        this.show = show;
    }

    /// One value and how many have it.
    ///
    /// @param value nothing for those where the attribute is empty
    /// @param href the list of these alone; empty where its name may be read and its record not be seen
    public record Group(Shown value, long count, String href) {}

    /// Whether lists can be divided by the attribute: its values are few enough to be headings.
    static boolean divides(Attribute<?> attribute) {
        boolean few = switch (attribute.kind()) {
            case Kind.Choice<?> _, Kind.Pick _, Kind.YesNo _, Kind.Reference _, Kind.TreePick _ -> true;
            case Kind.Whole whole -> whole.max() - whole.min() >= 0 && whole.max() - whole.min() < 100;
            default -> false;
        };
        return few && !(attribute.source() instanceof Source.Computed);
    }

    /// In the attribute's order, those without a value last. Nothing where the filter cannot be read or the
    /// attribute divides nothing.
    ///
    /// @throws org.mainstay.kernel.store.BadQuery for more than a thousand groups
    List<Group> of(ListState state, Actor actor, Frame frame) {
        var of = lists.collection(state.collection());
        var type = types.current(of.type());
        var attribute = type.attribute(state.group()).orElse(null);
        if (attribute == null
                || !divides(attribute)
                || !access.reads(type, attribute, actor)
                || !(lists.parsed(of, state.filter(), actor) instanceof Parsed.Good(var filter))) {
            return List.of();
        }
        return groups(state, type, attribute, filter, actor, frame);
    }

    private List<Group> groups(
            ListState state, RecordType<?> type, Attribute<?> attribute, Filter filter, Actor actor, Frame frame) {
        var question = new StatsQuestion(
                List.of(new StatsQuestion.Grouping(attribute.code(), attribute, null)),
                List.of(new StatsQuestion.Measure.Count("count")));
        var found = stats.of(actor, type, filter, question);
        var keys = found.stream().map(it -> it.group().getFirst()).toList();
        var named = terms.of(actor, attribute, keys);
        var reader = Show.Reader.brief(frame, actor);
        var groups = new ArrayList<Group>();
        for (var one : found) {
            var value = GroupTerms.value(attribute, one.group().getFirst());
            if (value instanceof UUID id && !named.labels().containsKey(id)) {
                // what is behind it is not for this person, its id included
                continue;
            }
            var term = named.term(value);
            groups.add(new Group(
                    show.value(type, attribute, value, named.labels(), reader),
                    (Long) Objects.requireNonNull(one.measures().getFirst()),
                    term.isEmpty()
                            ? ""
                            : state.filtered(FilterText.both(state.filter(), term))
                                    .grouped("")
                                    .href()));
        }
        return groups;
    }
}
