package org.mainstay.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Stats;
import org.mainstay.kernel.store.StatsQuestion;
import org.mainstay.web.GroupTerms;

/// Answers what tiles ask. However many are looked at, a few are answered at a time: a dashboard must not take
/// the database's connections from those who work.
final class TileResults {

    private static final int AT_ONCE = 4;
    private static final int PATIENCE_IN_SECONDS = 20;
    private static final int COLUMNS = 3;
    private static final int COLUMNS_OF_WIDE = 6;

    private final TileReader reader;
    private final Stats stats;
    private final RecordStore store;
    private final GroupTerms terms;
    private final Access access;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    TileResults(TileReader reader, Stats stats, RecordStore store, GroupTerms terms, Access access) {
        this.reader = reader;
        this.stats = stats;
        this.store = store;
        this.terms = terms;
        this.access = access;
    }

    TileAnswer of(Tile tile, Actor actor) {
        try {
            var question = reader.read(tile, actor);
            return new TileAnswer(question, inTurn(question, actor));
        } catch (Unreadable e) {
            return new TileAnswer(null, new TileResult.Wrong(e.problems(), e.filter()));
        }
    }

    private TileResult inTurn(Question question, Actor actor) {
        try {
            if (!turns.tryAcquire(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                return new TileResult.Busy();
            }
            try {
                return answer(question, actor);
            } finally {
                turns.release();
            }
        } catch (BadQuery e) {
            return new TileResult.Wrong(List.of(new Problem(TileReader.at(e).code(), e.reason())), List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TileResult.Busy();
        }
    }

    private TileResult answer(Question question, Actor actor) {
        return switch (question.tile().shape()) {
            case NUMBER -> number(question, actor);
            case BAR, TABLE -> groups(question, actor);
            case TREND -> trend(question, actor);
            case LIST -> records(question, actor);
        };
    }

    private TileResult number(Question question, Actor actor) {
        return new TileResult.Number(
                one(question, question.now().filter(), actor),
                question.before() == null
                        ? null
                        : one(question, question.before().filter(), actor));
    }

    private @Nullable Object one(Question question, Filter filter, Actor actor) {
        return stats.of(actor, question.type(), filter, question.stats())
                .getFirst()
                .measures()
                .getFirst();
    }

    private TileResult groups(Question question, Actor actor) {
        int most = question.tile().most();
        var found = natural(question)
                ? stats.of(actor, question.type(), question.now().filter(), question.stats())
                : stats.greatest(actor, question.type(), question.now().filter(), question.stats(), most + 1);
        var before = before(question, actor);
        var rows = new ArrayList<TileResult.Row>();
        for (var group : found.subList(0, Math.min(most, found.size()))) {
            var key = group.group().getFirst();
            rows.add(new TileResult.Row(key, group.measures(), before.get(String.valueOf(key))));
        }
        var named = terms.of(
                actor,
                question.stats().groups().getFirst().attribute(),
                rows.stream().map(TileResult.Row::key).toList());
        return new TileResult.Groups(rows, named, found.size() > most);
    }

    /// Whether the groups have an order of their own, so that they are not sorted by size.
    private static boolean natural(Question question) {
        return switch (question.stats().groups().getFirst().attribute().kind()) {
            case Kind.Whole _, Kind.Choice<?> _, Kind.YesNo _, Kind.Day _ -> true;
            default -> false;
        };
    }

    /// The first measure of each group in the period before, by its key as text.
    private Map<String, @Nullable Object> before(Question question, Actor actor) {
        var before = new HashMap<String, @Nullable Object>();
        if (question.before() != null) {
            var found = natural(question)
                    ? stats.of(actor, question.type(), question.before().filter(), question.stats())
                    : stats.greatest(
                            actor, question.type(), question.before().filter(), question.stats(), Stats.GROUPS);
            found.forEach(it -> before.put(
                    String.valueOf(it.group().getFirst()), it.measures().getFirst()));
        }
        return before;
    }

    private TileResult trend(Question question, Actor actor) {
        var days = question.days();
        var values = values(question.type(), question.now().filter(), question.stats(), days, actor);
        return new TileResult.Trend(values, other(question, actor));
    }

    private List<@Nullable Object> other(Question question, Actor actor) {
        var beside = question.beside();
        if (beside != null) {
            return values(question.type(), beside.filter(), beside.stats(), question.days(), actor);
        }
        var before = question.before();
        return before == null
                ? List.of()
                : values(
                        question.type(),
                        before.filter(),
                        question.stats(),
                        TileReader.earlier(question.days(), question.tile().stretch()),
                        actor);
    }

    private List<@Nullable Object> values(
            RecordType<?> type, Filter filter, StatsQuestion question, List<LocalDate> days, Actor actor) {
        var byDay = new HashMap<LocalDate, @Nullable Object>();
        stats.of(actor, type, filter, question).forEach(it -> {
            if (it.group().getFirst() instanceof LocalDate day) {
                byDay.put(day, it.measures().getFirst());
            }
        });
        boolean counts = question.measures().getFirst() instanceof StatsQuestion.Measure.Count;
        var values = new ArrayList<@Nullable Object>();
        for (var day : days) {
            var value = byDay.get(day);
            values.add(value == null && counts ? Long.valueOf(0) : value);
        }
        return values;
    }

    private TileResult records(Question question, Actor actor) {
        var type = question.type();
        var columns = type.columns().stream()
                .filter(it -> access.reads(type, it, actor))
                .limit(question.tile().width() == Tile.Width.WIDE ? COLUMNS_OF_WIDE : COLUMNS)
                .toList();
        int most = question.tile().most();
        var page = store.list(
                actor, type, Query.of(question.now().filter()).reading(columns).limit(most));
        return new TileResult.Records(
                List.copyOf(columns), page.items(), store.labels(actor, page.items()), Objects.nonNull(page.next()));
    }
}
