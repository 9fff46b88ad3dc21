package org.mainstay.cmdb.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.reconciliation.PageSources;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The page that says how a source is doing, and where it gets a new token.
@Controller
@RequestMapping("/discovery-sources/{key}")
class SourcePages {

    private static final int RUNS = 50;
    private static final int PAGE = 100;

    private final RecordStore store;
    private final SourceTokens tokens;
    private final IntakeQueries queries;
    private final Frames frames;
    private final Show show;
    private final ItemClasses classes;
    private final Clock clock;

    SourcePages(
            RecordStore store,
            SourceTokens tokens,
            IntakeQueries queries,
            Frames frames,
            Show show,
            ItemClasses classes,
            Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.queries = queries;
        this.frames = frames;
        this.show = show;
        this.classes = classes;
        this.clock = clock;
    }

    @GetMapping("/health")
    String health(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        return show(PageSources.seen(store, actor, key), "", actor, frames.of(actor, request, locale), model);
    }

    /// The items of which the source's word holds for some value, as far as the reader sees them.
    @GetMapping("/items")
    String items(
            @PathVariable String key,
            @RequestParam(name = "class", defaultValue = "") String itemClass,
            @RequestParam(required = false) @Nullable UUID after,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var source = PageSources.seen(store, actor, key);
        var frame = frames.of(actor, request, locale);
        var href = Hrefs.record("discovery-sources", source.number());
        var ids = queries.ownedItems(source.id(), itemClass, after, PAGE + 1);
        var page = ids.subList(0, Math.min(PAGE, ids.size()));
        var lines = store.get(actor, ConfigurationItemType.CONFIGURATION_ITEM, page).stream()
                .sorted(Comparator.comparing(Snapshot::id))
                .map(it -> new SourceView.Item(
                        Hrefs.record("configuration-items", it.number()) + "/sources",
                        it.number(),
                        it.label(),
                        classes.label(it.need(ConfigurationItemType.CLASS), frame.locale())))
                .toList();
        model.addAttribute("frame", frame);
        model.addAttribute("source", source.name());
        model.addAttribute("href", href);
        model.addAttribute("items", lines);
        model.addAttribute(
                "next",
                ids.size() > PAGE
                        ? href + "/items?class=" + Hrefs.encoded(itemClass) + "&after=" + page.getLast()
                        : "");
        return "cmdb/source_items";
    }

    /// Shows the new token in the answer, because nothing else ever shows it.
    @PostMapping("/token")
    String renew(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var source = PageSources.kept(store, actor, key);
        return show(source, tokens.renew(source.id()), actor, frames.of(actor, request, locale), model);
    }

    private String show(DiscoverySource source, String token, Actor actor, Frame frame, Model model) {
        var reader = Show.Reader.of(frame, actor);
        var ids = List.of(source.id());
        var health = queries.health(ids, clock.instant().minus(Duration.ofDays(1)))
                .getOrDefault(source.id(), IntakeQueries.Health.NONE);
        var owned = queries.owned(ids).getOrDefault(source.id(), List.of()).stream()
                .map(it -> new SourceView.Owned(
                        classes.label(it.itemClass(), frame.locale()),
                        it.items(),
                        Hrefs.record("discovery-sources", source.number()) + "/items?class="
                                + Hrefs.encoded(it.itemClass())))
                .toList();
        var runs = queries.runs(source.id(), RUNS).stream()
                .map(it -> new SourceView.Run(
                        show.moment(it.at(), reader),
                        Objects.requireNonNullElse(it.origin(), ""),
                        it.created(),
                        it.updated(),
                        it.unchanged(),
                        it.refused(),
                        Objects.requireNonNullElse(it.error(), "")))
                .toList();
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new SourceView(
                        Hrefs.record("discovery-sources", source.number()),
                        source.name(),
                        source.kind() == DiscoverySource.Sort.INVENTORY,
                        ItemOrganisations.manages(actor, source.organisation()).yes(),
                        token,
                        token.isEmpty()
                                ? ""
                                : ServletUriComponentsBuilder.fromCurrentContextPath()
                                        .path("/inventory/" + token)
                                        .toUriString(),
                        health.lastSeen() == null ? new Shown.Nothing() : show.moment(health.lastSeen(), reader),
                        health.deliveries(),
                        health.failed(),
                        health.records(),
                        health.items(),
                        owned,
                        runs));
        return "cmdb/source_health";
    }
}
