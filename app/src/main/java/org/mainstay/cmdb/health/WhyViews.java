package org.mainstay.cmdb.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.health.HealthReport.By;
import org.mainstay.kernel.record.Actor;
import org.mainstay.web.Frame;

/// Explains a score: what each measure gives to it, and what is most often found.
final class WhyViews {

    private static final int MOST = 8;

    private final HealthQueries queries;
    private final HealthDefinitions definitions;
    private final Measuring measuring;
    private final ItemClasses classes;

    WhyViews(HealthQueries queries, HealthDefinitions definitions, Measuring measuring, ItemClasses classes) {
        this.queries = queries;
        this.definitions = definitions;
        this.measuring = measuring;
        this.classes = classes;
    }

    WhyView view(HealthReport.Row row, By by, Actor actor, Frame frame) {
        var measures = measuring.measures();
        long weights = measures.keySet().stream()
                .filter(it -> row.total(it.code()).any())
                .mapToLong(HealthMeasure::weight)
                .sum();
        var parts = new ArrayList<WhyView.Part>();
        measures.forEach((known, measure) -> parts.add(part(row, by, known, measure, weights, actor, frame)));
        var score = row.score();
        return new WhyView(
                HealthViews.PAGE + "?by=" + by.code(),
                row.key().isEmpty() && by == By.CLASS ? frame.say("health.all") : row.label(),
                HealthViews.list(row.itemsFilter()),
                HealthViews.number(row.items(), frame.locale()),
                score == null ? "" : Long.toString(Math.round(score)),
                HealthViews.trend(row, frame),
                parts);
    }

    private WhyView.Part part(
            HealthReport.Row row, By by, HealthMeasure known, Measure measure, long weights, Actor actor, Frame frame) {
        var total = row.total(known.code());
        boolean counts = total.any() && weights > 0;
        var locale = frame.locale();
        return new WhyView.Part(
                HealthViews.cell(row, known, locale),
                known.weight(),
                counts ? tenths(100.0 * known.weight() * total.share() / weights, locale) : "",
                counts ? tenths(100.0 * known.weight() / weights, locale) : "",
                HealthViews.number(total.expected(), locale),
                HealthViews.number(total.met(), locale),
                total.findings() == 0 ? List.of() : most(row, by, known, measure, actor, locale));
    }

    private static String tenths(double points, Locale locale) {
        return String.format(locale, "%.1f", points);
    }

    /// Only of measures whose findings many items share.
    private List<WhyView.Most> most(
            HealthReport.Row row, By by, HealthMeasure known, Measure measure, Actor actor, Locale locale) {
        if (measure.filter("").isEmpty()) {
            return List.of();
        }
        Map<String, Long> found = queries.most(known.id(), which(row, by), ItemOrganisations.seen(actor), MOST);
        return found.entrySet().stream()
                .map(it -> new WhyView.Most(
                        measure.explain(List.of(it.getKey()), locale),
                        HealthViews.number(it.getValue(), locale),
                        HealthViews.list(
                                HealthReport.Row.join(row.findingsFilter(known.code()), measure.filter(it.getKey())))))
                .toList();
    }

    private Condition which(HealthReport.Row row, By by) {
        return switch (by) {
            case CLASS ->
                HealthQueries.ofClasses(row.key().isEmpty() ? definitions.within(null) : classes.within(row.key()));
            case TEAM -> HealthQueries.ofGroup(row.key().isEmpty() ? null : UUID.fromString(row.key()));
            case SERVICE -> HealthQueries.ofService(UUID.fromString(row.key()));
        };
    }
}
