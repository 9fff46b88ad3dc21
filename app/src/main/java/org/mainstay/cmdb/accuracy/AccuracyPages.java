package org.mainstay.cmdb.accuracy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemCollection;
import org.mainstay.cmdb.accuracy.Scores.Score;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// `/configuration-accuracy`: how true items are, and how sure that is; `/configuration-items/{key}/accuracy` says
/// it of an item and all it depends on.
@Controller
class AccuracyPages {

    private final RecordStore store;
    private final Accuracies accuracies;
    private final Scores scores;
    private final Dependencies dependencies;
    private final Frames frames;
    private final Show show;

    AccuracyPages(
            RecordStore store,
            Accuracies accuracies,
            Scores scores,
            Dependencies dependencies,
            Frames frames,
            Show show) {
        this.store = store;
        this.accuracies = accuracies;
        this.scores = scores;
        this.dependencies = dependencies;
        this.frames = frames;
        this.show = show;
    }

    @GetMapping("/configuration-accuracy")
    String all(
            @RequestParam(defaultValue = "class") String by,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var found = scores.by(Scores.By.of(by), actor, frame.locale());
        var whole = found.whole();
        var at = accuracies.measuredAt();
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new AccuracyView(
                        by,
                        at.isEmpty() ? new Shown.Nothing() : show.moment(at.get(), Show.Reader.of(frame, actor)),
                        Lines.of(frame.say("cmdb.accuracy.all"), list(""), whole.items(), whole.accuracy(), frame),
                        found.rows().stream().map(it -> line(it, by, frame)).toList(),
                        teams(actor)));
        return "cmdb/accuracy";
    }

    private static AccuracyView.Line line(Score score, String by, Frame frame) {
        var key = score.key();
        return Lines.of(
                key == null ? frame.say("cmdb.accuracy.no_team") : score.label(),
                list(by.equals("team") ? "support_group:" + (key == null ? "none" : key) : "class:" + key),
                score.items(),
                score.accuracy(),
                frame);
    }

    /// As many as are counted.
    private static String list(String filter) {
        return "/configuration-items?filter=" + Hrefs.encoded((filter + " -status:retired").strip());
    }

    private List<Shown> teams(Actor actor) {
        return store.labelsOf(actor, actor.groups()).values().stream()
                .sorted(Comparator.comparing(Label::label))
                .<Shown>map(it ->
                        new Shown.Linked(Hrefs.record("groups", it.number()) + "/accuracy", it.number(), it.label()))
                .toList();
    }

    @GetMapping({"/configuration-items/{key}/accuracy", "/services/{key}/accuracy"})
    String one(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var item =
                store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        var own = accuracies.of(List.of(item.id()));
        List<UUID> needed =
                dependencies.of(actor, item, AccuracyApi.DEPENDENCIES).orElse(List.of());
        var lines = new ArrayList<AccuracyView.Line>();
        lines.add(Lines.of(item.label(), "", 1, own, frame));
        if (!needed.isEmpty()) {
            lines.add(Lines.of(
                    frame.say("cmdb.accuracy.with_dependencies"),
                    "",
                    needed.size() + 1L,
                    accuracies.of(AccuracyApi.with(item, needed)),
                    frame));
        }
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new AccuracyView.OfItem(
                        Hrefs.record(ItemCollection.of(request), item), item.number() + " " + item.label(), lines));
        return "cmdb/accuracy_item";
    }
}
