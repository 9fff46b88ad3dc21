package org.mainstay.request;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;
import org.mainstay.web.Shown;

/// Says how catalogue items are used, each figure with what it rests on and the list behind it.
final class UsageViews {

    private static final String KEYS = "request.usage.";

    private final RecordStore store;

    UsageViews(RecordStore store) {
        this.store = store;
    }

    List<UsageView.Row> rows(List<CatalogUsage.Line> lines, Frame frame) {
        var within = new HashMap<UsageScope, String>();
        lines.forEach(it -> within.computeIfAbsent(it.scope(), this::within));
        return lines.stream()
                .map(it -> {
                    var item = it.item();
                    return new UsageView.Row(
                            new Shown.Linked(Hrefs.record("catalog-items", item), item.number(), item.label()),
                            figures(it, within.getOrDefault(it.scope(), ""), frame));
                })
                .toList();
    }

    List<UsageView.Figure> figures(CatalogUsage.Line line, Frame frame) {
        return figures(line, within(line.scope()), frame);
    }

    /// What limits a list to the scope; empty where nothing does, or where the reader sees no such list.
    private String within(UsageScope scope) {
        var organisations = scope.organisations();
        return organisations == null || !scope.lists()
                ? ""
                : " organisation:"
                        + store.labelsOf(Installation.ITSELF, organisations).values().stream()
                                .map(Label::number)
                                .sorted()
                                .collect(Collectors.joining(","));
    }

    private static List<UsageView.Figure> figures(CatalogUsage.Line line, String within, Frame frame) {
        var of = line.usage();
        var figures = new ArrayList<UsageView.Figure>();
        var lists = new Lists(line, within);
        figures.add(volume("ordered_30", of.month(), lists.ordered(30), frame));
        figures.add(volume("ordered_90", of.quarter(), lists.ordered(90), frame));
        figures.add(volume("ordered_365", of.year(), lists.ordered(365), frame));
        var carts = of.carts();
        figures.add(share("abandoned", carts.abandoned(), carts.removed() + carts.expired(), carts.lines(), "", frame));
        figures.add(delivery(line, lists, frame));
        var decisions = of.decisions();
        figures.add(share("rejected", decisions.refused(), decisions.rejected(), decisions.decided(), "", frame));
        figures.add(
                share("cancelled", of.cancelRate(), of.cancelled(), of.year().ordered(), lists.cancelled(), frame));
        var ratings = of.ratings();
        var mean = ratings.mean() == null ? "" : number(ratings.mean(), frame);
        figures.add(figure(
                "rating",
                mean,
                ratings.count() == 0 ? "" : frame.say(KEYS + "rating.about", ratings.count()),
                lists.rated(),
                frame));
        return figures;
    }

    /// The titles of the figures alone, with what they mean.
    List<UsageView.Figure> titles(Frame frame) {
        return List.of(
                        "ordered_30",
                        "ordered_90",
                        "ordered_365",
                        "abandoned",
                        "delivery",
                        "rejected",
                        "cancelled",
                        "rating")
                .stream()
                .map(it -> figure(it, "", "", "", frame))
                .toList();
    }

    private static UsageView.Figure figure(String key, String value, String about, String href, Frame frame) {
        return new UsageView.Figure(
                frame.say(KEYS + key), value, about, frame.say(KEYS + key + ".means", UsageQueries.TELLING), href);
    }

    private static UsageView.Figure volume(String key, Usage.Volume volume, String href, Frame frame) {
        return figure(
                key,
                NumberFormat.getIntegerInstance(frame.locale()).format(volume.ordered()),
                frame.say(KEYS + "before", volume.before()),
                href,
                frame);
    }

    private static UsageView.Figure share(
            String key, @Nullable Double share, long part, long whole, String href, Frame frame) {
        var percent = NumberFormat.getPercentInstance(frame.locale());
        return figure(
                key,
                share == null ? "" : percent.format(share),
                whole == 0 ? "" : frame.say(KEYS + "of", part, whole),
                share == null ? "" : href,
                frame);
    }

    private static UsageView.Figure delivery(CatalogUsage.Line line, Lists lists, Frame frame) {
        var delivery = line.usage().delivery();
        var about = new ArrayList<String>();
        if (delivery.most() != null) {
            about.add(frame.say(KEYS + "delivery.most", span(delivery.most(), frame)));
        }
        if (line.promise() != null) {
            about.add(frame.say(KEYS + "delivery.promise", span(line.promise(), frame)));
        }
        if (delivery.cases() > 0) {
            about.add(frame.say(KEYS + "delivery.cases", delivery.cases()));
        }
        var median = delivery.median();
        return figure(
                "delivery",
                median == null ? "" : span(median, frame),
                String.join(" · ", about),
                median == null ? "" : lists.delivered(),
                frame);
    }

    private static String span(Duration span, Frame frame) {
        return span.toHours() >= 48
                ? frame.say("web.span_days", span.toDays(), span.toHoursPart())
                : frame.say("web.span_hours", span.toHours(), span.toMinutesPart());
    }

    private static String number(double value, Frame frame) {
        var format = NumberFormat.getNumberInstance(frame.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    /// Whose orders are counted; empty for all.
    String limited(List<UsageScope> scopes, Actor actor, Frame frame) {
        var named = scopes.stream()
                .map(UsageScope::organisations)
                .filter(Objects::nonNull)
                .flatMap(Set::stream)
                .distinct()
                .toList();
        return named.isEmpty()
                ? ""
                : frame.say(
                        KEYS + "limited",
                        store.labelsOf(actor, named).values().stream()
                                .map(Label::label)
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }

    /// The lists of what is counted, where the reader sees them.
    private record Lists(CatalogUsage.Line line, String within) {

        private String of(String condition) {
            if (!line.scope().lists()) {
                return "";
            }
            var filter = "item:" + line.item().number() + " " + condition + within;
            return "/request-items?filter=" + Hrefs.encoded(filter);
        }

        String ordered(int days) {
            return of("ordered_at>-" + days + "d");
        }

        String cancelled() {
            return of("state:cancelled ordered_at>-365d");
        }

        String delivered() {
            return of("state:fulfilled,closed fulfilled_at>-365d");
        }

        String rated() {
            return line.usage().ratings().count() == 0 ? "" : of("rated_at>-365d");
        }
    }
}
