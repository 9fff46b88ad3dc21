package org.mainstay.reporting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.web.Frames;
import org.mainstay.web.NoSuchPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Tiles: what each tells, as a part of a dashboard or a page of its own, and the forms that make and change
/// them.
@Controller
class TilePages {

    /// That the form is to be shown anew, by what is chosen in it.
    private static final String CHOOSE = "choose";

    private final Boards boards;
    private final TileResults results;
    private final TileCache cache;
    private final TileViews views;
    private final TileForms forms;
    private final Acts acts;
    private final Frames frames;

    TilePages(
            Boards boards,
            TileResults results,
            TileCache cache,
            TileViews views,
            TileForms forms,
            Acts acts,
            Frames frames) {
        this.boards = boards;
        this.results = results;
        this.cache = cache;
        this.views = views;
        this.forms = forms;
        this.acts = acts;
        this.frames = frames;
    }

    @GetMapping("/tiles/{key:TIL[0-9]+|[0-9a-f]+-[0-9a-f-]+}")
    String tile(
            @PathVariable String key,
            @RequestHeader(name = "HX-Request", defaultValue = "") String part,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var record = boards.tile(actor, key).orElseThrow(NoSuchPage::new);
        var dashboard = boards.of(actor, record).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var tile = Tile.of(record);
        var answer = cache.of(tile, actor, () -> results.of(tile, actor));
        model.addAttribute("frame", frame);
        model.addAttribute("tile", views.of(tile, answer, actor, frame));
        if (!part.isEmpty()) {
            return "reporting/content";
        }
        model.addAttribute("view", DashboardView.of(Dashboard.of(dashboard), false, List.of(), frame.locale()));
        return "reporting/tile";
    }

    @GetMapping("/dashboards/{key}/tiles")
    String fresh(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var dashboard = changeable(actor, boards.dashboard(actor, key).orElseThrow(NoSuchPage::new));
        return form(dashboard, null, TileForms.fresh(), List.of(), request, actor, locale, model);
    }

    @PostMapping("/dashboards/{key}/tiles")
    String create(
            @PathVariable String key,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var dashboard = changeable(actor, boards.dashboard(actor, key).orElseThrow(NoSuchPage::new));
        if (typed.containsKey(CHOOSE)) {
            return form(dashboard, null, typed, List.of(), request, actor, locale, model);
        }
        var values = new LinkedHashMap<>(TileForms.values(typed));
        values.values().removeIf(String::isEmpty);
        values.put(TileType.DASHBOARD.code(), dashboard.id().toString());
        var outcome = acts.create(actor, TileType.TILE, Input.texts(values), List.of(), false);
        return answered(outcome, dashboard, null, typed, request, response, actor, locale, model);
    }

    @GetMapping("/tiles/{key}/edit")
    String edit(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var tile = changeable(actor, boards.tile(actor, key).orElseThrow(NoSuchPage::new));
        var dashboard = boards.of(actor, tile).orElseThrow(NoSuchPage::new);
        return form(dashboard, tile, TileForms.typed(tile), List.of(), request, actor, locale, model);
    }

    @PostMapping("/tiles/{key}/edit")
    String edited(
            @PathVariable String key,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var tile = changeable(actor, boards.tile(actor, key).orElseThrow(NoSuchPage::new));
        var dashboard = boards.of(actor, tile).orElseThrow(NoSuchPage::new);
        if (typed.containsKey(CHOOSE)) {
            return form(dashboard, tile, typed, List.of(), request, actor, locale, model);
        }
        var outcome = acts.edit(actor, TileType.TILE, tile.id(), Input.texts(TileForms.values(typed)), null, false);
        return answered(outcome, dashboard, tile, typed, request, response, actor, locale, model);
    }

    /// What a form would show, before anything is saved.
    @PostMapping("/dashboards/{key}/tile-preview")
    String preview(
            @PathVariable String key,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        changeable(actor, boards.dashboard(actor, key).orElseThrow(NoSuchPage::new));
        var tile = TileForms.tile(typed);
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("tile", views.of(tile, results.of(tile, actor), actor, frame));
        return "reporting/preview";
    }

    @PostMapping("/tiles/{key}/move")
    String move(@PathVariable String key, @RequestParam(defaultValue = "0") int by, Actor actor) {
        var tile = changeable(actor, boards.tile(actor, key).orElseThrow(NoSuchPage::new));
        var dashboard = boards.of(actor, tile).orElseThrow(NoSuchPage::new);
        boards.move(actor, dashboard, tile, by);
        return "redirect:/dashboards/" + dashboard.number() + "/arrange";
    }

    /// @param tile number of one of the dashboard's tiles
    @PostMapping("/dashboards/{key}/remove")
    String remove(@PathVariable String key, @RequestParam(defaultValue = "") String tile, Actor actor) {
        var dashboard = changeable(actor, boards.dashboard(actor, key).orElseThrow(NoSuchPage::new));
        boards.tile(actor, tile)
                .filter(it -> dashboard.id().equals(it.get(TileType.DASHBOARD)))
                .ifPresent(it -> acts.delete(actor, TileType.TILE, it.id(), null, false));
        return "redirect:/dashboards/" + dashboard.number() + "/arrange";
    }

    private static Problem general(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Denied(var reason) -> new Problem("", reason);
            case Outcome.Stale _ -> Problem.of("web.stale");
            case Outcome.Done _, Outcome.Gone _, Outcome.Previewed _, Outcome.Missing _, Outcome.Refused _ ->
                Problem.of("web.not_found");
        };
    }

    private String answered(
            Outcome outcome,
            Snapshot dashboard,
            @Nullable Snapshot tile,
            Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone) {
            return "redirect:/dashboards/" + dashboard.number() + "/arrange#saved";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var problems = outcome instanceof Outcome.Refused(var refused) ? refused : List.of(general(outcome));
        return form(dashboard, tile, typed, problems, request, actor, locale, model);
    }

    private String form(
            Snapshot dashboard,
            @Nullable Snapshot tile,
            Map<String, String> typed,
            List<Problem> problems,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var inputs = forms.inputs(typed, problems, actor, frame);
        model.addAttribute("frame", frame);
        model.addAttribute("view", DashboardView.of(Dashboard.of(dashboard), true, List.of(), frame.locale()));
        model.addAttribute(
                "form",
                new TileForm(
                        tile == null ? "" : tile.number(),
                        tile == null
                                ? "/dashboards/" + dashboard.number() + "/tiles"
                                : "/tiles/" + tile.number() + "/edit",
                        typed.getOrDefault("collection", ""),
                        inputs,
                        problems.stream()
                                .filter(it -> inputs.stream()
                                        .noneMatch(input -> input.name().equals(it.attribute())
                                                || it.attribute().equals(TileType.MEASURE.code())))
                                .map(it -> frame.messages().say(it.reason(), frame.locale()))
                                .toList()));
        return "reporting/tile_form";
    }

    private Snapshot changeable(Actor actor, Snapshot record) {
        if (!boards.changes(actor, record)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return record;
    }
}
