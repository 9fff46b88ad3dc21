package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.filter.Split;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.Permissions;
import org.mainstay.web.layout.Layouts;

/// Makes the view of a list from what its address says.
final class Lists {

    private static final int ROWS = 50;

    private final RecordTypes types;
    private final RecordStore store;
    private final FilterParser parser;
    private final Access access;
    private final SavedViews views;
    private final FilterChips chips;
    private final Layouts layouts;
    private final Show show;
    private final List<ListLink> links;
    private final Clock clock;

    Lists(
            RecordTypes types,
            RecordStore store,
            FilterParser parser,
            Access access,
            SavedViews views,
            FilterChips chips,
            Layouts layouts,
            Show show,
            List<ListLink> links,
            Clock clock) {
        this.types = types;
        this.store = store;
        this.parser = parser;
        this.access = access;
        this.views = views;
        this.chips = chips;
        this.layouts = layouts;
        this.show = show;
        this.links = links;
        this.clock = clock;
    }

    RecordTypes.Collection collection(String name) {
        return types.byCollection(name).orElseThrow(NoSuchPage::new);
    }

    /// What the address asks for: what it names, and for the rest what its saved view has. A saved view that is
    /// gone, or not for this person, is left out.
    ListState state(String collection, HttpServletRequest request, Actor actor) {
        var number = request.getParameter("view");
        var kept = number == null || number.isBlank()
                ? ListState.of(collection)
                : views.find(actor, collection, number)
                        .map(it -> ListState.of(collection, it))
                        .orElseGet(() -> ListState.of(collection));
        var columns = request.getParameterValues("columns");
        return new ListState(
                collection,
                kept.view(),
                asked(request, "filter", kept.filter()),
                sort(collection, asked(request, "sort", kept.sort()), kept.sort(), actor),
                columns == null ? kept.columns() : SavedView.codes(String.join(",", columns)),
                asked(request, "group", kept.group()));
    }

    /// A form names the order also where nobody chose one.
    private String sort(String collection, String asked, String kept, Actor actor) {
        var type = types.current(collection(collection).type());
        boolean first = order(actor, type, "").toString().equals(asked);
        boolean known = type.orders().stream().anyMatch(it -> it.toString().equals(asked));
        return kept.isEmpty() && first || !known ? "" : asked;
    }

    private static String asked(HttpServletRequest request, String name, String kept) {
        var asked = request.getParameter(name);
        return asked == null ? kept : asked;
    }

    ListView view(ListState state, @Nullable String cursor, Actor actor, Frame frame) {
        var of = collection(state.collection());
        var type = types.current(of.type());
        var order = order(actor, type, state.sort());
        var view = new ListView(
                state,
                type,
                order.toString(),
                frame,
                cursor != null,
                access.create(type, actor, actor.organisation()).yes(),
                actor.may(Permissions.TRANSFER_EXPORT));
        links.stream()
                .filter(it -> it.collection().equals(state.collection()))
                .filter(it -> it.permission().isEmpty() || actor.may(it.permission()))
                .forEach(it -> (it.chosen() ? view.chosenWays() : view.ways())
                        .add(new ListView.Way(frame.say(it.title()), it.href())));
        var columns = columns(type, state, actor);
        view.columns().add(column(state, type, Header.NUMBER, order, frame));
        columns.forEach(it -> view.columns().add(column(state, type, it, order, frame)));
        view.tabs().addAll(tabs(state, actor, frame));
        audiences(view, actor, frame);
        if (state.view() != null && state.view().kept(actor)) {
            view.owned();
        }
        choices(view, state, type, order, actor, frame);
        var split = split(of, state.filter(), actor);
        view.chips().addAll(chips.of(split.terms(), state, type, actor, frame));
        switch (split.whole()) {
            case Parsed.Bad(var errors) -> errors.forEach(view::wrong);
            case Parsed.Good(var filter) -> {
                if (!view.grouped()) {
                    fill(view, state, type, new Query(filter, order, columns, ROWS, cursor), actor, frame);
                }
            }
        }
        return view;
    }

    Split split(RecordTypes.Collection of, String filter, Actor actor) {
        return parser.split(filter, of, new FilterContext(actor, clock.instant()));
    }

    /// The filter as the collection narrows it; an alias has one of its own.
    Parsed parsed(RecordTypes.Collection of, String filter, Actor actor) {
        return split(of, filter, actor).whole();
    }

    /// The columns beside the number.
    private List<Attribute<?>> columns(RecordType<?> type, ListState state, Actor actor) {
        var chosen = state.columns().stream()
                .flatMap(it -> type.attribute(it).stream())
                .filter(it -> !it.code().equals(Header.NUMBER.code()))
                .toList();
        return chosen.isEmpty()
                ? layouts.columns(actor, type)
                : chosen.stream().filter(it -> access.reads(type, it, actor)).toList();
    }

    private static ListView.Column column(
            ListState state, RecordType<?> type, Attribute<?> attribute, Order order, Frame frame) {
        var orders = type.orders().stream()
                .filter(it -> it.keys().getFirst().attribute().code().equals(attribute.code()))
                .toList();
        var first = order.keys().getFirst();
        return new ListView.Column(
                attribute.code(),
                frame.messages().attribute(type, attribute, frame.locale()),
                orders.isEmpty()
                        ? ""
                        : state.sorted(orders.getFirst().toString()).href(),
                !first.attribute().code().equals(attribute.code())
                        ? null
                        : first.descending() ? "descending" : "ascending");
    }

    /// The columns as they are, then all others by name.
    /// What may be a column or a condition of the list: its columns as they are, then all others by name.
    ListView choosing(ListState state, Actor actor, Frame frame) {
        var type = types.current(collection(state.collection()).type());
        var order = order(actor, type, state.sort());
        var view = new ListView(state, type, order.toString(), frame, false, false, false);
        var columns = columns(type, state, actor);
        var all = new LinkedHashSet<>(columns);
        access.readable(type, actor).stream()
                .filter(it -> !it.code().equals(Header.NUMBER.code()) && !(it.kind() instanceof Kind.References))
                .sorted(Comparator.comparing(it -> frame.messages().attribute(type, it, frame.locale())))
                .forEach(all::add);
        all.forEach(it -> view.choosable()
                .add(new ListView.Choosable(
                        it.code(), frame.messages().attribute(type, it, frame.locale()), columns.contains(it))));
        return view;
    }

    List<ListView.Tab> tabs(ListState state, Actor actor, Frame frame) {
        var here = state.view() == null ? "" : state.view().number();
        var tabs = new ArrayList<ListView.Tab>();
        tabs.add(new ListView.Tab(
                "", frame.say("web.view.all"), ListState.of(state.collection()).href(), here.isEmpty()));
        views.of(actor, state.collection())
                .forEach(it -> tabs.add(new ListView.Tab(
                        it.number(),
                        it.name(frame.locale()),
                        ListState.of(state.collection(), it).href(),
                        it.number().equals(here))));
        return tabs;
    }

    /// Oneself, one's groups, and for administrators everyone.
    private void audiences(ListView view, Actor actor, Frame frame) {
        view.audiences().add(new ListView.Choice("private", frame.say("saved_view.audience.private"), true));
        store.labelsOf(actor, actor.groups()).values().stream()
                .sorted(Comparator.comparing(Label::label))
                .forEach(it -> view.audiences().add(new ListView.Choice("group:" + it.number(), it.label(), false)));
        if (actor.may(Grants.ADMIN, actor.organisation())) {
            view.audiences().add(new ListView.Choice("everyone", frame.say("saved_view.audience.everyone"), false));
        }
    }

    private void choices(ListView view, ListState state, RecordType<?> type, Order order, Actor actor, Frame frame) {
        type.orders()
                .forEach(it -> view.orders()
                        .add(new ListView.Choice(it.toString(), label(type, it, frame), it.equals(order))));
        view.groups()
                .add(new ListView.Choice(
                        "", frame.say("web.group.none"), state.group().isEmpty()));
        access.readable(type, actor).stream()
                .filter(ListGroups::divides)
                .forEach(it -> view.groups()
                        .add(new ListView.Choice(
                                it.code(),
                                frame.messages().attribute(type, it, frame.locale()),
                                it.code().equals(state.group()))));
    }

    private void fill(ListView view, ListState state, RecordType<?> type, Query query, Actor actor, Frame frame) {
        try {
            var page = store.list(actor, type, query);
            var labels = store.labels(actor, page.items());
            var reader = Show.Reader.brief(frame, actor);
            page.items()
                    .forEach(record -> view.rows()
                            .add(new ListView.Row(
                                    record.number(),
                                    Hrefs.record(state.collection(), record.number()),
                                    record.version(),
                                    query.fields().stream()
                                            .map(it -> show.value(record, it, labels, reader))
                                            .toList())));
            view.next(page.next() == null ? "" : state.href(page.next()));
        } catch (BadQuery e) {
            view.wrong(e.reason());
        }
    }

    private Order order(Actor actor, RecordType<?> type, String sort) {
        return type.orders().stream()
                .filter(it -> it.toString().equals(sort))
                .findFirst()
                .or(() -> layouts.order(actor, type))
                .orElseGet(() -> type.orders().isEmpty()
                        ? Order.by(Order.ascending(Header.NUMBER))
                        : type.orders().getFirst());
    }

    private static String label(RecordType<?> type, Order order, Frame frame) {
        return order.keys().stream()
                .map(it -> frame.messages().attribute(type, it.attribute(), frame.locale())
                        + (it.descending() ? " ↓" : " ↑"))
                .collect(Collectors.joining(", "));
    }
}
