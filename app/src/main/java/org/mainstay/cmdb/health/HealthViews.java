package org.mainstay.cmdb.health;

import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.mainstay.cmdb.health.HealthReport.By;
import org.mainstay.kernel.record.Actor;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;

/// Makes the page of health from the report.
final class HealthViews {

    static final String PAGE = "/configuration-health";

    private final Show show;

    HealthViews(Show show) {
        this.show = show;
    }

    HealthView view(HealthReport.Table table, Actor actor, boolean wanted, Frame frame) {
        var rows = new ArrayList<HealthView.Row>();
        if (table.total() != null && table.total().items() > 0) {
            rows.add(row(table, table.total(), frame.say("health.all"), frame));
        }
        table.rows().forEach(it -> rows.add(row(table, it, it.label(), frame)));
        return new HealthView(
                table.by().code(),
                table.measured() == null
                        ? new Shown.Nothing()
                        : show.moment(table.measured(), Show.Reader.of(frame, actor)),
                table.since() == null
                        ? ""
                        : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(frame.locale())
                                .format(table.since()),
                actor.may("cmdb:manage"),
                wanted,
                Arrays.stream(By.values())
                        .map(it -> new HealthView.Tab(
                                PAGE + "?by=" + it.code(), frame.say("health.by." + it.code()), it == table.by()))
                        .toList(),
                table.measures().stream().map(it -> it.label(frame.locale())).toList(),
                rows);
    }

    static String list(String filter) {
        return "/configuration-items?filter=" + Hrefs.encoded(filter);
    }

    private static HealthView.Row row(HealthReport.Table table, HealthReport.Row row, String label, Frame frame) {
        var cells = table.measures().stream()
                .map(it -> cell(row, it, frame.locale()))
                .toList();
        var score = row.score();
        return new HealthView.Row(
                label,
                row.depth(),
                PAGE + "/why?by=" + table.by().code() + "&key=" + Hrefs.encoded(row.key()),
                list(row.itemsFilter()),
                number(row.items(), frame.locale()),
                score == null ? "" : Long.toString(Math.round(score)),
                trend(row, frame),
                direction(row),
                cells);
    }

    static HealthView.Cell cell(HealthReport.Row row, HealthMeasure measure, Locale locale) {
        var total = row.total(measure.code());
        long percent = total.any() ? total.met() * 100 / total.expected() : 0;
        return new HealthView.Cell(
                measure.label(locale),
                total.any() ? Long.toString(percent) : "",
                total.any() ? NumberFormat.getPercentInstance(locale).format(percent / 100.0) : "",
                total.findings(),
                number(total.findings(), locale),
                list(row.findingsFilter(measure.code())));
    }

    static String number(long number, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    private static long moved(HealthReport.Row row) {
        return Math.round(Objects.requireNonNull(row.score())) - Math.round(Objects.requireNonNull(row.before()));
    }

    static String direction(HealthReport.Row row) {
        if (row.score() == null || row.before() == null || moved(row) == 0) {
            return "same";
        }
        return moved(row) > 0 ? "up" : "down";
    }

    static String trend(HealthReport.Row row, Frame frame) {
        return row.score() == null || row.before() == null
                ? ""
                : frame.say("health.trend." + direction(row), Math.abs(moved(row)));
    }
}
