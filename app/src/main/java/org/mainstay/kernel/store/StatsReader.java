package org.mainstay.kernel.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.StatsQuestion.Grouping;
import org.mainstay.kernel.store.StatsQuestion.Measure;
import org.mainstay.kernel.store.StatsQuestion.Stretch;

/// Reads what to group by (`state,day(opened_at)`) and what to measure (`count,p90(opened_at..resolved_at)`),
/// for a type and an actor: what one may not read is as unknown as what is not there.
public final class StatsReader {

    private static final int GROUPS = 4;
    private static final int MOST = 10;
    private static final int SHOWN = 60;
    private static final Pattern MEASURE =
            Pattern.compile("(avg|sum|min|max|median|p(100|\\d{1,2}))\\(([a-z0-9_.]+?)(?:\\.\\.([a-z0-9_.]+))?\\)");
    private static final Pattern STRETCH = Pattern.compile("(day|week|month)\\(([a-z0-9_.]+)\\)");

    private final Access access;

    StatsReader(Access access) {
        this.access = access;
    }

    /// @param groupBy blank for one group of all matches
    /// @param measure blank for a count
    /// @throws BadQuery for what cannot be read, naming the parameter at fault
    public StatsQuestion read(Actor actor, RecordType<?> type, @Nullable String groupBy, @Nullable String measure) {
        var groups = new ArrayList<Grouping>();
        if (groupBy != null && !groupBy.isBlank()) {
            for (String text : groupBy.split(",", MOST + 1)) {
                var grouping = grouping(actor, type, text.strip());
                if (groups.stream().anyMatch(it -> it.name().equals(grouping.name()))) {
                    throw new BadQuery("group_by", "kernel.stats.named_twice", grouping.name());
                }
                groups.add(grouping);
            }
        }
        var measures = new ArrayList<Measure>();
        for (String one : (measure == null || measure.isBlank() ? "count" : measure).split(",", MOST + 1)) {
            var read = measure(actor, type, one.strip());
            if (measures.stream().anyMatch(it -> it.name().equals(read.name()))) {
                throw new BadQuery("measure", "kernel.stats.named_twice", read.name());
            }
            measures.add(read);
        }
        bounded("group_by", groups, GROUPS);
        bounded("measure", measures, MOST);
        return new StatsQuestion(List.copyOf(groups), List.copyOf(measures));
    }

    private static void bounded(String parameter, List<?> read, int most) {
        if (read.size() > most) {
            throw new BadQuery(parameter, "kernel.stats.too_many", most);
        }
    }

    private Grouping grouping(Actor actor, RecordType<?> type, String text) {
        var matcher = STRETCH.matcher(text);
        if (matcher.matches()) {
            var attribute = attribute(actor, type, "group_by", matcher.group(2));
            return new Grouping(
                    text, attribute, Stretch.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)));
        }
        return new Grouping(text, attribute(actor, type, "group_by", text), null);
    }

    private Measure measure(Actor actor, RecordType<?> type, String text) {
        if (text.equals("count")) {
            return new Measure.Count(text);
        }
        var matcher = MEASURE.matcher(text);
        if (!matcher.matches()) {
            throw new BadQuery("measure", "kernel.stats.bad_measure", clipped(text));
        }
        var function = matcher.group(1);
        var percent = matcher.group(2);
        double share = function.equals("median") ? 0.5 : percent == null ? 0 : Integer.parseInt(percent) / 100.0;
        boolean percentile = function.equals("median") || percent != null;
        var from = attribute(actor, type, "measure", matcher.group(3));
        var until = matcher.group(4) == null ? null : attribute(actor, type, "measure", matcher.group(4));
        return new Measure.Of(text, percentile ? "percentile" : function, share, from, until);
    }

    private Attribute<?> attribute(Actor actor, RecordType<?> type, String parameter, String code) {
        return type.attribute(code)
                .filter(it -> access.reads(type, it, actor))
                .orElseThrow(() -> new BadQuery(parameter, "kernel.save.unknown_attribute", clipped(code)));
    }

    private static String clipped(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
