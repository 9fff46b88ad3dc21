package org.mainstay.reporting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.web.Frames;
import org.mainstay.web.NoSuchPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// `/dashboards`: which there are, one with its tiles, and the order of these. What a dashboard is called and
/// who sees it is changed on the pages of any record.
@Controller
@RequestMapping("/dashboards")
class DashboardPages {

    private final Boards boards;
    private final Frames frames;

    DashboardPages(Boards boards, Frames frames) {
        this.boards = boards;
        this.frames = frames;
    }

    @GetMapping
    String dashboards(HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "dashboards",
                boards.all(actor).stream()
                        .map(it -> DashboardView.of(it, false, List.of(), frame.locale()))
                        .toList());
        return "reporting/dashboards";
    }

    /// @param full whether it fills a screen of its own: no navigation, larger letters, and it renews itself
    @GetMapping("/{key:DSH[0-9]+|[0-9a-f]+-[0-9a-f-]+}")
    String dashboard(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String full,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        show(boards.dashboard(actor, key).orElseThrow(NoSuchPage::new), request, actor, locale, model);
        return full.equals("true") ? "reporting/full" : "reporting/dashboard";
    }

    @GetMapping("/{key}/arrange")
    String arrange(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var dashboard = boards.dashboard(actor, key).orElseThrow(NoSuchPage::new);
        if (!boards.changes(actor, dashboard)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        show(dashboard, request, actor, locale, model);
        return "reporting/arrange";
    }

    private void show(Snapshot dashboard, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var frame = frames.of(actor, request, locale);
        var tiles = boards.tiles(actor, dashboard).stream().map(Tile::of).toList();
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                DashboardView.of(Dashboard.of(dashboard), boards.changes(actor, dashboard), tiles, frame.locale()));
    }
}
