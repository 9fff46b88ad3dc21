package org.mainstay.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Section;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How a list will look, while its layout is written.
@Controller
class LayoutPages {

    private static final int ROWS = 3;
    private static final int MOST = 20;

    private final RecordTypes types;
    private final RecordStore store;
    private final Access access;
    private final Frames frames;
    private final Show show;

    LayoutPages(RecordTypes types, RecordStore store, Access access, Frames frames, Show show) {
        this.types = types;
        this.store = store;
        this.access = access;
        this.frames = frames;
        this.show = show;
    }

    @PostMapping("/layouts/preview")
    String preview(
            @RequestParam(name = "record_type", defaultValue = "") String code,
            @RequestParam(defaultValue = "") String columns,
            @RequestParam(defaultValue = "") String sections,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var type = types.byCode(code.strip()).map(types::current).orElse(null);
        var titles = new ArrayList<String>();
        var rows = new ArrayList<List<Shown>>();
        var known = "";
        if (type != null) {
            List<Attribute<?>> shown = new ArrayList<>();
            for (String one : columns.strip().split("[\\s,]+")) {
                type.attribute(one)
                        .filter(it -> access.reads(type, it, actor) && shown.size() < MOST)
                        .ifPresent(shown::add);
            }
            shown.forEach(it -> titles.add(frame.messages().attribute(type, it, frame.locale())));
            rows.addAll(rows(actor, type, shown, frame));
            known = String.join(
                    " ",
                    access.readable(type, actor).stream().map(Attribute::code).toList());
        }
        model.addAttribute("frame", frame);
        model.addAttribute("sections", type == null ? List.of() : sections(actor, type, sections, frame));
        model.addAttribute("titles", titles);
        model.addAttribute("rows", rows);
        model.addAttribute("known", known);
        return "web/layout";
    }

    /// Each with its title and what it shows.
    private List<List<String>> sections(Actor actor, RecordType<?> type, String text, Frame frame) {
        var reader = new Show.Reader(frame.locale(), actor.zone());
        return WrittenSections.of(text).lines().stream()
                .filter(it -> !it.codes().isEmpty())
                .map(it -> {
                    var shown = it.codes().stream()
                            .flatMap(code -> type.attribute(code).stream())
                            .filter(found -> access.reads(type, found, actor))
                            .map(found -> frame.messages().attribute(type, found, frame.locale()))
                            .collect(Collectors.joining(", "));
                    return List.of(show.title(type, new Section(it.title(), List.of()), reader), shown);
                })
                .toList();
    }

    private List<List<Shown>> rows(Actor actor, RecordType<?> type, List<Attribute<?>> shown, Frame frame) {
        if (shown.isEmpty()) {
            return List.of();
        }
        var page = store.list(
                actor, type, Query.of(Filter.EVERYTHING).reading(shown).limit(ROWS));
        var labels = store.labels(actor, page.items());
        var reader = new Show.Reader(frame.locale(), actor.zone());
        return page.items().stream()
                .map(it -> shown.stream()
                        .map(one -> show.value(type, one, it.get(one), labels, reader))
                        .toList())
                .toList();
    }
}
