package org.mainstay.cmdb.health;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Locale;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.health.HealthReport.By;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.NotPermitted;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page that shows how well what is kept about items holds, why a score is what it is, and what was found about one
/// item.
@Controller
class HealthPages {

    private final HealthReport report;
    private final HealthViews views;
    private final WhyViews whys;
    private final HealthQueries queries;
    private final Measuring measuring;
    private final RecordStore store;
    private final Frames frames;

    HealthPages(
            HealthReport report,
            HealthViews views,
            WhyViews whys,
            HealthQueries queries,
            Measuring measuring,
            RecordStore store,
            Frames frames) {
        this.report = report;
        this.views = views;
        this.whys = whys;
        this.queries = queries;
        this.measuring = measuring;
        this.store = store;
        this.frames = frames;
    }

    @GetMapping("/configuration-health")
    String health(
            @RequestParam(defaultValue = "class") String by,
            @RequestParam(defaultValue = "") String wanted,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        permit(actor);
        var frame = frames.of(actor, request, locale);
        var table = report.of(actor, By.of(by).orElse(By.CLASS), frame.locale());
        model.addAttribute("frame", frame);
        model.addAttribute("view", views.view(table, actor, !wanted.isEmpty(), frame));
        return "cmdb/health";
    }

    @GetMapping("/configuration-health/why")
    String why(
            @RequestParam(defaultValue = "class") String by,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        permit(actor);
        var frame = frames.of(actor, request, locale);
        var dimension = By.of(by).orElseThrow(NoSuchPage::new);
        var row = report.row(actor, dimension, key, frame.locale()).orElseThrow(NoSuchPage::new);
        model.addAttribute("frame", frame);
        model.addAttribute("view", whys.view(row, dimension, actor, frame));
        return "cmdb/health_why";
    }

    @PostMapping("/configuration-health/measure")
    String measure(@RequestParam(defaultValue = "class") String by, Actor actor) {
        if (measuring.want(actor) instanceof Decision.Denied(var reason)) {
            throw new NotPermitted(reason);
        }
        return "redirect:" + HealthViews.PAGE + "?by="
                + By.of(by).orElse(By.CLASS).code() + "&wanted=yes";
    }

    private static void permit(Actor actor) {
        if (!HealthReport.permits(actor)) {
            throw new NotPermitted(Message.of("health.not_permitted"));
        }
    }

    /// What the last round found about an item, as whoever sees the item may know.
    @GetMapping({"/configuration-items/{key}/findings", "/services/{key}/findings"})
    String findings(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var item =
                store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var found = queries.findings(item.id());
        var lines = new ArrayList<FindingsView.Line>();
        measuring.measures().forEach((known, measure) -> {
            var details = found.get(known.id());
            lines.add(new FindingsView.Line(
                    known.label(frame.locale()),
                    details == null,
                    details == null ? "" : measure.explain(details, frame.locale())));
        });
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new FindingsView(
                        Hrefs.record("configuration-items", item.number()), item.number() + " " + item.label(), lines));
        return "cmdb/findings";
    }
}
