package org.mainstay.web.home;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.FilterText;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.ByNumber;
import org.mainstay.web.Forms;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.HomeList;
import org.mainstay.web.Hrefs;
import org.mainstay.web.ListState;
import org.mainstay.web.ListView;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Show;
import org.mainstay.web.live.RecentlySeen;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What a person sees first, where the search box leads, and completion of references in forms.
@Controller
class HomePages {

    private static final int FEW = 8;
    private static final int SEEN = 12;

    private final List<HomeList> lists;
    private final RecordTypes types;
    private final RecordStore store;
    private final FilterParser parser;
    private final Access access;
    private final RecentlySeen seen;
    private final Frames frames;
    private final Show show;
    private final Clock clock;

    HomePages(
            List<HomeList> lists,
            RecordTypes types,
            RecordStore store,
            FilterParser parser,
            Access access,
            RecentlySeen seen,
            Frames frames,
            Show show,
            Clock clock) {
        this.lists =
                lists.stream().sorted(Comparator.comparingInt(HomeList::rank)).toList();
        this.types = types;
        this.store = store;
        this.parser = parser;
        this.access = access;
        this.seen = seen;
        this.frames = frames;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("lists", views(false, actor, frame));
        model.addAttribute("seen", seen(actor, frame));
        return "home/home";
    }

    /// The lists that are there only while they have records: asked for once the page is there.
    @GetMapping("/further")
    String further(HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("lists", views(true, actor, frame));
        return request.getHeader("HX-Request") == null ? "home/further_page" : "home/further";
    }

    private List<HomeView> views(boolean quiet, Actor actor, Frame frame) {
        var found = lists.stream()
                .filter(it -> it.quiet() == quiet)
                .filter(it -> it.permission().isEmpty() || actor.may(it.permission()))
                .map(it -> found(it, actor))
                .filter(it -> !quiet || !it.records.isEmpty())
                .toList();
        var labels = store.labels(
                actor, found.stream().flatMap(it -> it.records().stream()).toList());
        return found.stream().map(it -> view(it, labels, actor, frame)).toList();
    }

    private List<HomeView.Seen> seen(Actor actor, Frame frame) {
        var reader = Show.Reader.brief(frame, actor);
        return seen.of(actor, SEEN).stream()
                .map(it -> new HomeView.Seen(
                        Hrefs.record(
                                types.need(it.record().type()).collection(),
                                it.record().number()),
                        it.record().number(),
                        it.record().label(),
                        show.moment(it.at(), reader)))
                .toList();
    }

    private record Found(HomeList list, RecordType<?> type, List<Attribute<?>> columns, List<Snapshot> records) {}

    private Found found(HomeList list, Actor actor) {
        var type = types.byCollection(list.collection()).orElseThrow().type();
        List<Attribute<?>> columns = type.columns().stream()
                .filter(it -> access.reads(type, it, actor))
                .limit(5)
                .toList();
        List<Snapshot> records = parser.parse(list.filter(), type, new FilterContext(actor, clock.instant()))
                        instanceof Parsed.Good(var filter)
                ? store.list(actor, type, Query.of(filter).reading(columns).limit(FEW))
                        .items()
                : List.of();
        return new Found(list, type, columns, records);
    }

    private HomeView view(Found found, Map<UUID, Label> labels, Actor actor, Frame frame) {
        var list = found.list;
        var reader = Show.Reader.brief(frame, actor);
        var heads = new ArrayList<String>();
        heads.add(frame.messages().attribute(found.type, Header.NUMBER, frame.locale()));
        found.columns.forEach(it -> heads.add(show.label(found.type, it, reader)));
        var rows = found.records.stream()
                .map(record -> new ListView.Row(
                        record.number(),
                        Hrefs.record(list.collection(), record.number()),
                        record.version(),
                        found.columns.stream()
                                .map(it -> show.value(record, it, labels, reader))
                                .toList()))
                .toList();
        var empty = frame.messages().find(list.title() + ".empty", frame.locale());
        return new HomeView(
                frame.say(list.title()),
                ListState.of(list.collection()).filtered(list.filter()).href(),
                heads,
                rows,
                rows.size() == FEW,
                empty == null ? frame.say("web.nothing_here") : empty);
    }

    /// A number leads to its record, words to the first collection's list.
    @GetMapping("/search")
    String search(@RequestParam(name = "q", defaultValue = "") String text, Actor actor) {
        var words = text.strip();
        var numbered = new ByNumber(types, store).find(actor, words);
        if (!numbered.isEmpty()) {
            var found = numbered.getFirst();
            return "redirect:" + Hrefs.record(found.type().collection(), found);
        }
        var collection = lists.isEmpty()
                ? types.collections().getFirst()
                : lists.getFirst().collection();
        var quoted = words.isEmpty() ? "" : FilterText.quote(words);
        return "redirect:" + ListState.of(collection).filtered(quoted).href();
    }

    @GetMapping("/{collection:[a-z][a-z-]*}/suggest")
    String suggest(@PathVariable String collection, @RequestParam Map<String, String> typed, Actor actor, Model model) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        var text = typed.values().stream().findFirst().orElse("");
        int comma = text.lastIndexOf(',') + 1;
        var last = text.substring(comma).strip();
        if (!(parser.parse(of.filter(), of.type(), new FilterContext(actor, clock.instant()))
                instanceof Parsed.Good(var own))) {
            throw new NoSuchPage();
        }
        var lead = comma == 0 ? "" : text.substring(0, comma) + " ";
        model.addAttribute(
                "options",
                store.suggest(actor, of.type(), own, Forms.number(last), 12).stream()
                        .map(it -> lead + Forms.written(it))
                        .toList());
        return "record/suggestions";
    }
}
