package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Permissions;
import org.mainstay.web.layout.Layouts;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// `/{collection}`: the list of any record type, with the filter language and keyset pages.
@Controller
class ListPages {

    private static final int ROWS = 50;

    private final RecordTypes types;
    private final RecordStore store;
    private final FilterParser parser;
    private final Access access;
    private final Frames frames;
    private final Show show;
    private final FilterCompletion completion;
    private final Layouts layouts;
    private final Clock clock;

    ListPages(
            RecordTypes types,
            RecordStore store,
            FilterParser parser,
            Access access,
            Frames frames,
            Show show,
            FilterCompletion completion,
            Layouts layouts,
            Clock clock) {
        this.types = types;
        this.store = store;
        this.parser = parser;
        this.access = access;
        this.frames = frames;
        this.show = show;
        this.completion = completion;
        this.layouts = layouts;
        this.clock = clock;
    }

    /// What may stand at the cursor of the filter.
    @GetMapping("/{collection:[a-z][a-z-]*}/complete")
    String complete(
            @PathVariable String collection,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "-1") int at,
            Actor actor,
            Locale locale,
            Model model) {
        var type = types.byCollection(collection).orElseThrow(NoSuchPage::new).type();
        model.addAttribute("offer", completion.at(filter, at, types.current(type), actor, Messages.language(locale)));
        return "record/completions";
    }

    @GetMapping("/{collection:[a-z][a-z-]*}")
    String list(
            @PathVariable String collection,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        var type = types.current(of.type());
        var frame = frames.of(actor, request, locale);
        var columns = layouts.columns(actor, type);
        var order = order(actor, type, sort);
        boolean creates = access.create(type, actor, actor.organisation()).yes();
        var view = new ListView(
                collection,
                name(frame, type, collection, ".plural"),
                type,
                filter,
                order,
                frame,
                creates,
                cursor != null);
        view.columns().add(column(view, type, Header.NUMBER, order, frame));
        columns.forEach(it -> view.columns().add(column(view, type, it, order, frame)));
        view.exports(actor.may(Permissions.TRANSFER_EXPORT));
        view.fields(Header.NUMBER + "," + columns.stream().map(Attribute::code).collect(Collectors.joining(",")));
        switch (parsed(of, filter, actor)) {
            case Parsed.Bad(var errors) -> errors.forEach(view::wrong);
            case Parsed.Good(var good) ->
                fill(view, actor, type, new Asked(good, order, cursor), columns, Show.Reader.brief(frame, actor));
        }
        type.orders()
                .forEach(it -> view.orders()
                        .add(new ListView.Choice(
                                it.toString(),
                                label(type, it, frame),
                                it.toString().equals(String.valueOf(order)))));
        model.addAttribute("frame", frame);
        model.addAttribute("view", view);
        return "record/list";
    }

    /// What a collection or one of its records is called; an alias may have a name of its own.
    ///
    /// @param suffix `.plural` for the collection
    static String name(Frame frame, RecordType<?> type, String collection, String suffix) {
        var own = frame.messages().find("collection." + collection + suffix, frame.locale());
        return own == null ? frame.say(type.code() + suffix) : own;
    }

    /// The button and the form that make one.
    static String newOne(Frame frame, RecordType<?> type, String collection) {
        var one = name(frame, type, collection, "");
        boolean english = frame.locale().equals(Locale.ENGLISH);
        return frame.say("web.new", english ? one.substring(0, 1).toLowerCase(Locale.ROOT) + one.substring(1) : one);
    }

    private static ListView.Column column(
            ListView view, RecordType<?> type, Attribute<?> attribute, Order order, Frame frame) {
        var orders = type.orders().stream()
                .filter(it -> it.keys().getFirst().attribute().code().equals(attribute.code()))
                .toList();
        var first = order.keys().getFirst();
        return new ListView.Column(
                frame.messages().attribute(type, attribute, frame.locale()),
                orders.isEmpty()
                        ? ""
                        : href(
                                view.collection(),
                                view.filter(),
                                orders.getFirst().toString(),
                                null),
                !first.attribute().code().equals(attribute.code())
                        ? null
                        : first.descending() ? "descending" : "ascending");
    }

    private record Asked(
            Filter filter, Order order, @Nullable String cursor) {}

    private void fill(
            ListView view,
            Actor actor,
            RecordType<?> type,
            Asked asked,
            List<Attribute<?>> columns,
            Show.Reader reader) {
        try {
            var query = new Query(asked.filter, asked.order, columns, ROWS, asked.cursor);
            var page = store.list(actor, type, query);
            var labels = store.labels(actor, page.items());
            page.items()
                    .forEach(record -> view.rows()
                            .add(new ListView.Row(
                                    record.number(),
                                    "/" + view.collection() + "/" + encode(record.number()),
                                    columns.stream()
                                            .map(it -> show.value(record, it, labels, reader))
                                            .toList())));
            view.next(
                    page.next() == null
                            ? ""
                            : href(view.collection(), view.filter(), String.valueOf(asked.order), page.next()));
        } catch (BadQuery e) {
            view.wrong(e.reason());
        }
    }

    /// How many match, after the page is there.
    @GetMapping("/{collection:[a-z][a-z-]*}/count")
    ResponseEntity<String> count(
            @PathVariable String collection,
            @RequestParam(defaultValue = "") String filter,
            Actor actor,
            Locale locale) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        if (!(parsed(of, filter, actor) instanceof Parsed.Good(var good))) {
            throw new NoSuchPage();
        }
        var count = store.count(actor, of.type(), good);
        var text = String.format(locale, "%,d", count.value()) + (count.exact() ? "" : "+");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(text);
    }

    private Parsed parsed(RecordTypes.Collection of, String filter, Actor actor) {
        var context = new FilterContext(actor, clock.instant());
        var asked = parser.parse(filter, of.type(), context);
        return !of.filter().isEmpty()
                        && asked instanceof Parsed.Good(var good)
                        && parser.parse(of.filter(), of.type(), context) instanceof Parsed.Good(var own)
                ? new Parsed.Good(Filter.all(own, good))
                : asked;
    }

    private Order order(Actor actor, RecordType<?> type, @Nullable String sort) {
        return type.orders().stream()
                .filter(it -> it.toString().equals(sort))
                .findFirst()
                .or(() -> layouts.order(actor, type))
                .orElseGet(() -> type.orders().isEmpty()
                        ? Order.by(Order.ascending(Header.NUMBER))
                        : type.orders().getFirst());
    }

    private static String label(RecordType<?> type, Order order, Frame frame) {
        var words = new ArrayList<String>();
        order.keys()
                .forEach(it -> words.add(frame.messages().attribute(type, it.attribute(), frame.locale())
                        + (it.descending() ? " ↓" : " ↑")));
        return String.join(", ", words);
    }

    static String href(String collection, String filter, String sort, @Nullable String cursor) {
        var parameters = new ArrayList<String>();
        for (var one : Map.of("filter", filter, "sort", sort, "cursor", cursor == null ? "" : cursor)
                .entrySet()) {
            if (!one.getValue().isEmpty()) {
                parameters.add(one.getKey() + "=" + encode(one.getValue()));
            }
        }
        return "/" + collection
                + (parameters.isEmpty()
                        ? ""
                        : "?" + String.join("&", parameters.stream().sorted().toList()));
    }

    /// To the record, saying that what was typed is kept now: the browser drops its draft.
    static String saved(String collection, String number) {
        return "redirect:/" + collection + "/" + encode(number) + "#saved";
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
