package org.mainstay.cmdb.health;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.cmdb.classes.ItemClass;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.health.HealthSum.Total;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;

/// What the last round came to, for one reader: only items of organisations they see are counted.
final class HealthReport {

    /// The comparison reaches so far back.
    private static final int DAYS = 30;

    private final HealthQueries queries;
    private final RoundQueries rounds;
    private final Measuring measuring;
    private final ItemClasses classes;
    private final RecordStore store;
    private final Messages messages;
    private final Clock clock;

    HealthReport(
            HealthQueries queries,
            RoundQueries rounds,
            Measuring measuring,
            ItemClasses classes,
            RecordStore store,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.rounds = rounds;
        this.measuring = measuring;
        this.classes = classes;
        this.store = store;
        this.messages = messages;
        this.clock = clock;
    }

    enum By {
        CLASS,
        TEAM,
        SERVICE;

        String code() {
            return Codes.of(this);
        }

        static Optional<By> of(String code) {
            return Codes.all(By.class).contains(code) ? Optional.of(Codes.parse(By.class, code)) : Optional.empty();
        }
    }

    /// @param measured null before the first round
    /// @param since the day that is compared with; null where none is kept yet
    /// @param total of all items; null where rows overlap
    record Table(
            By by,
            @Nullable Instant measured,
            @Nullable LocalDate since,
            List<HealthMeasure> measures,
            @Nullable Row total,
            List<Row> rows) {}

    /// @param depth in the tree of classes
    /// @param filter that finds its items, retired ones included
    /// @param before the score 30 days ago; null where it is not known
    record Row(
            String key,
            String label,
            int depth,
            String filter,
            long items,
            Map<String, Total> totals,
            @Nullable Double score,
            @Nullable Double before) {

        Total total(String measure) {
            return totals.getOrDefault(measure, Total.NONE);
        }

        String itemsFilter() {
            return join(filter, "-status:retired");
        }

        String findingsFilter(String measure) {
            return join(filter, Findings.FINDINGS.code() + ":" + measure);
        }

        static String join(String one, String other) {
            return one.isEmpty() ? other : one + " " + other;
        }
    }

    /// Whom the page is for: those who keep items and those who look after some.
    static boolean permits(Actor actor) {
        return actor.may("cmdb:manage") || !actor.groups().isEmpty();
    }

    private static final class Sum {

        private long items;
        private Map<String, Total> totals = Map.of();

        private void add(HealthSum more) {
            items += more.items();
            totals = HealthSum.plus(totals, more.results());
        }
    }

    Table of(Actor actor, By by, Locale reader) {
        var organisations = ItemOrganisations.seen(actor);
        var now = byKey(queries.sums(by.code(), organisations));
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        var since = queries.day(today.minusDays(DAYS)).orElse(null);
        Map<String, Sum> then = since == null ? Map.of() : byKey(queries.sums(by.code(), since, organisations));
        var rows = switch (by) {
            case CLASS -> ofClasses(now, then, reader);
            case TEAM -> ofTeams(actor, now, then, reader);
            case SERVICE -> ofServices(actor, now, then);
        };
        return new Table(
                by,
                rounds.state().measuredAt(),
                since,
                List.copyOf(measuring.measures().keySet()),
                by == By.SERVICE ? null : row("", "", 0, "", together(now), together(then)),
                rows);
    }

    Optional<Row> row(Actor actor, By by, String key, Locale reader) {
        var table = of(actor, by, reader);
        return key.isEmpty() && by == By.CLASS
                ? Optional.ofNullable(table.total)
                : table.rows.stream().filter(it -> it.key.equals(key)).findFirst();
    }

    private static Map<String, Sum> byKey(List<HealthSum> sums) {
        var byKey = new HashMap<String, Sum>();
        sums.forEach(it -> byKey.computeIfAbsent(it.key(), _ -> new Sum()).add(it));
        return byKey;
    }

    private static Sum together(Map<String, Sum> sums) {
        return together(sums, sums.keySet());
    }

    private static Sum together(Map<String, Sum> sums, Iterable<String> keys) {
        var all = new Sum();
        for (var key : keys) {
            var sum = sums.get(key);
            if (sum != null) {
                all.items += sum.items;
                all.totals = HealthSum.plus(all.totals, sum.totals);
            }
        }
        return all;
    }

    private Row row(String key, String label, int depth, String filter, Sum now, @Nullable Sum then) {
        return new Row(
                key,
                label,
                depth,
                filter,
                now.items,
                now.totals,
                score(now.totals),
                then == null ? null : score(then.totals));
    }

    /// The shares of the measures, each as often as its weight says; null where nothing is expected.
    private @Nullable Double score(Map<String, Total> totals) {
        double sum = 0;
        long weights = 0;
        for (var measure : measuring.measures().keySet()) {
            var total = totals.getOrDefault(measure.code(), Total.NONE);
            if (total.any()) {
                sum += measure.weight() * total.share();
                weights += measure.weight();
            }
        }
        return weights == 0 ? null : 100 * sum / weights;
    }

    /// A class counts what is below it, as its filter does.
    private List<Row> ofClasses(Map<String, Sum> now, Map<String, Sum> then, Locale reader) {
        var rows = new ArrayList<Map.Entry<String, Row>>();
        for (var one : classes.all()) {
            var sum = together(now, classes.within(one.code()));
            if (sum.items > 0) {
                var line = classes.lineage(one.code()).reversed();
                var place = line.stream()
                        .map(ItemClass::code)
                        .map(it -> classes.label(it, reader) + "\u0001" + it)
                        .collect(Collectors.joining("\u0000"));
                rows.add(Map.entry(
                        place,
                        row(
                                one.code(),
                                classes.label(one.code(), reader),
                                line.size() - 1,
                                "class:" + one.code(),
                                sum,
                                then.isEmpty() ? null : together(then, classes.within(one.code())))));
            }
        }
        rows.sort(Map.Entry.comparingByKey());
        return rows.stream().map(Map.Entry::getValue).toList();
    }

    private List<Row> ofTeams(Actor actor, Map<String, Sum> now, Map<String, Sum> then, Locale reader) {
        var labels = store.labelsOf(actor, ids(now));
        var rows = rows("support_group", labels, now, then);
        var none = now.get("");
        if (none != null) {
            rows.add(row("", messages.say(reader, "health.no_team"), 0, "support_group:none", none, then.get("")));
        }
        return rows;
    }

    private List<Row> ofServices(Actor actor, Map<String, Sum> now, Map<String, Sum> then) {
        return rows(Findings.NEEDED_BY.code(), store.labelsOfVisible(actor, ids(now)), now, then);
    }

    private static List<UUID> ids(Map<String, Sum> sums) {
        return sums.keySet().stream()
                .filter(it -> !it.isEmpty())
                .map(UUID::fromString)
                .toList();
    }

    /// By label; what the reader may not know by name is left out.
    private List<Row> rows(String attribute, Map<UUID, Label> labels, Map<String, Sum> now, Map<String, Sum> then) {
        return labels.values().stream()
                .sorted(Comparator.comparing((Label it) -> it.label().toLowerCase(Locale.ROOT))
                        .thenComparing(Label::number))
                .map(it -> row(
                        it.id().toString(),
                        it.label(),
                        0,
                        attribute + ":" + it.number(),
                        Objects.requireNonNull(now.get(it.id().toString())),
                        then.get(it.id().toString())))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
