package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the palette offers for what was typed: what can be done to the record one looks at, records by number
/// and words, what can be made, and pages. And the keys that do things everywhere.
@Controller
class PalettePages {

    private static final Pattern RECORD = Pattern.compile("/([a-z][a-z-]*)/([^/?#]+)(?:[/?#].*)?");
    private static final int FEW = 5;
    private static final int LONGEST = 300;
    /// Shorter words are in half of all texts.
    private static final int SHORT = 2;
    private static final int WORDS = 8;

    private final RecordTypes types;
    private final RecordStore store;
    private final Acts acts;
    private final Access access;
    private final FilterParser parser;
    private final Frames frames;
    private final Show show;
    private final Clock clock;

    PalettePages(
            RecordTypes types,
            RecordStore store,
            Acts acts,
            Access access,
            FilterParser parser,
            Frames frames,
            Show show,
            Clock clock) {
        this.types = types;
        this.store = store;
        this.acts = acts;
        this.access = access;
        this.parser = parser;
        this.frames = frames;
        this.show = show;
        this.clock = clock;
    }

    /// @param at path of the page the palette was opened on
    @GetMapping("/palette")
    String palette(
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(defaultValue = "") String at,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var typed = readable(text).strip();
        var asked = new Asked(typed, Texts.fold(typed), actor, frames.of(actor, request, locale));
        var groups = new ArrayList<PaletteView.Group>();
        numbered(asked).ifPresent(groups::add);
        here(asked, readable(at)).ifPresent(groups::add);
        group(asked.frame.say("web.palette.create"), creations(asked)).ifPresent(groups::add);
        group(asked.frame.say("web.palette.pages"), pages(asked)).ifPresent(groups::add);
        groups.addAll(found(asked));
        model.addAttribute("frame", asked.frame);
        model.addAttribute("view", new PaletteView(asked.text, groups));
        return "shell/palette";
    }

    @GetMapping("/shortcuts")
    String shortcuts(HttpServletRequest request, Actor actor, Locale locale, Model model) {
        model.addAttribute("frame", frames.of(actor, request, locale));
        return "shell/shortcuts";
    }

    private record Asked(String text, String folded, Actor actor, Frame frame) {

        /// Whether each of the words begins a word of the label.
        boolean fits(String label) {
            var words = Texts.fold(label).split("[^\\p{L}\\p{N}]+");
            return Stream.of(folded.split(" +"))
                    .allMatch(part -> Stream.of(words).anyMatch(word -> word.startsWith(part)));
        }
    }

    /// Nothing, where the text is none that a record could have or a person would type.
    private static String readable(String text) {
        return text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl) ? "" : text;
    }

    private static Optional<PaletteView.Group> group(String title, List<PaletteView.Entry> entries) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(new PaletteView.Group(title, entries));
    }

    private Optional<PaletteView.Group> numbered(Asked asked) {
        var entries = new ByNumber(types, store)
                .find(asked.actor, asked.text).stream()
                        .map(it -> entry(it, asked))
                        .toList();
        return group(asked.frame.say("web.palette.number"), entries);
    }

    private Optional<PaletteView.Group> here(Asked asked, String at) {
        var path = RECORD.matcher(at);
        if (!path.matches()) {
            return Optional.empty();
        }
        var record = types.byCollection(path.group(1)).flatMap(it -> store.find(asked.actor, it.type(), path.group(2)));
        if (record.isEmpty()) {
            return Optional.empty();
        }
        var href = Hrefs.record(path.group(1), record.get().number());
        var entries = new ArrayList<PaletteView.Entry>();
        for (var possible : acts.possible(asked.actor, record.get())) {
            var label = asked.frame.action(
                    record.get().type().code(), possible.action().name());
            if (possible.decision().yes() && asked.fits(label)) {
                var to = href + "/actions/" + possible.action().name();
                entries.add(new PaletteView.Entry(to, "bolt", "", label, ""));
            }
        }
        var edit = asked.frame.say("web.edit_verb");
        if (access.edit(record.get(), asked.actor).yes() && asked.fits(edit)) {
            entries.add(new PaletteView.Entry(href + "/edit", "pencil", "", edit, "e"));
        }
        return group(record.get().number(), entries);
    }

    /// Records of the types that have a place in the menu, in its order.
    private List<PaletteView.Group> found(Asked asked) {
        var groups = new ArrayList<PaletteView.Group>();
        var words = List.of(asked.folded.split(" +"));
        if (words.size() > WORDS || words.stream().noneMatch(it -> it.length() > SHORT)) {
            return groups;
        }
        for (var entry : asked.frame.menu()) {
            var of = types.byCollection(entry.href().substring(1));
            if (of.isEmpty() || !searched(of.get().type())) {
                continue;
            }
            var type = of.get().type();
            if (!(parser.parse(of.get().filter(), type, new FilterContext(asked.actor, clock.instant()))
                    instanceof Parsed.Good(var own))) {
                continue;
            }
            var wanted = Filter.all(own, new Filter.Words(words));
            var page = store.list(
                    asked.actor, type, Query.of(wanted).reading(fields(type)).limit(FEW));
            group(
                            asked.frame.say(entry.label()),
                            page.items().stream().map(it -> entry(it, asked)).toList())
                    .ifPresent(groups::add);
        }
        return groups;
    }

    private static boolean searched(RecordType<?> type) {
        return type.attributes().stream().anyMatch(it -> it.has(Attribute.Trait.SEARCHED));
    }

    private static List<Attribute<?>> fields(RecordType<?> type) {
        return Stream.concat(Stream.of(type.label()), type.attribute("state").stream())
                .<Attribute<?>>map(it -> it)
                .toList();
    }

    private PaletteView.Entry entry(Snapshot record, Asked asked) {
        var type = record.type();
        var reader = Show.Reader.of(asked.frame, asked.actor);
        var state = type.attribute("state")
                .map(it -> show.value(record, it, Map.of(), reader))
                .map(it -> it instanceof Shown.Badge badge ? badge.label() : "")
                .orElse("");
        var label = record.get(type.label());
        return new PaletteView.Entry(
                Hrefs.record(type.collection(), record.number()),
                "file-text",
                record.number(),
                label == null ? "" : label,
                state);
    }

    private static List<PaletteView.Entry> creations(Asked asked) {
        return asked.frame.creates().stream()
                .filter(it -> asked.fits(asked.frame.say(it.create())))
                .map(it -> new PaletteView.Entry(it.href() + "/new", "plus", "", asked.frame.say(it.create()), "c"))
                .toList();
    }

    private static List<PaletteView.Entry> pages(Asked asked) {
        var pages = new ArrayList<PaletteView.Entry>();
        for (var it : asked.frame.menu()) {
            if (asked.fits(asked.frame.say(it.label()))) {
                var key = it.letter().isEmpty() ? "" : "g " + it.letter();
                pages.add(new PaletteView.Entry(it.href(), it.icon(), "", asked.frame.say(it.label()), key));
            }
        }
        if (asked.fits(asked.frame.say("web.profile"))) {
            pages.add(new PaletteView.Entry("/profile", "user", "", asked.frame.say("web.profile"), ""));
        }
        if (asked.fits(asked.frame.say("web.api"))) {
            pages.add(new PaletteView.Entry("/api/docs", "book-2", "", asked.frame.say("web.api"), ""));
        }
        if (asked.fits(asked.frame.say("web.design"))) {
            pages.add(new PaletteView.Entry("/design", "eye", "", asked.frame.say("web.design"), ""));
        }
        return pages;
    }
}
