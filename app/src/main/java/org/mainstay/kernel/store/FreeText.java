package org.mainstay.kernel.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterSql;
import org.mainstay.kernel.record.RecordType;

/// Chooses how free text is looked for, because the database cannot know how common words are, least of all
/// several together: rare ones become the ids they are found in, by the trigram index; what a noticeable share of
/// all records holds is tested while the list is walked in its own order, which finds a page soon; what lies
/// between is left to the database. The texts of a type that has few are all tested: the trigram index is of every
/// type's texts, and a word of a small catalogue may stand in a million orders.
final class FreeText {

    private static final int RARE = 2_000;

    /// From this share of all records on a page of a list is found by walking some thousands of them.
    private static final double COMMON = 0.005;

    /// Shorter words have no trigram and are not worth asking the index for.
    private static final int SHORT = 3;

    /// Of so many texts all are tested.
    private static final int FEW = 5_000;

    private static final Field<String> TYPE = DSL.field(DSL.name("type"), SQLDataType.CLOB);
    private static final Field<UUID> RECORD = DSL.field(DSL.name("record"), SQLDataType.UUID);
    private static final Field<String> FOLDED = DSL.field(DSL.name("folded"), SQLDataType.CLOB);

    private static final Table<Record> TEXTS = DSL.table(DSL.name("kernel", "search_text"));

    private static final int MANY = 10_000;

    private final DSLContext db;
    private final Clock clock;
    private final WordShares shares;
    private final Map<Sought, Known> frequent = new ConcurrentHashMap<>();
    private final Map<String, Small> sizes = new ConcurrentHashMap<>();

    private record Sought(String type, List<String> words) {}

    private record Known(boolean common, Instant until) {}

    private record Small(boolean small, Instant until) {}

    FreeText(DSLContext db, Clock clock, WordShares shares) {
        this.db = db;
        this.clock = clock;
        this.shares = shares;
    }

    /// The same filter, its words replaced by what they are found in where that is little, or marked to be walked.
    /// Only words that must hold are looked at; under `or` and `not` they stay.
    Filter planned(RecordType<?> type, Filter filter) {
        var words = new ArrayList<String>();
        var others = new ArrayList<Filter>();
        collect(filter, words, others);
        if (words.isEmpty() || words.stream().allMatch(it -> it.length() < SHORT)) {
            return filter;
        }
        var sought = new Sought(type.code(), List.copyOf(words));
        var known = frequent.get(sought);
        if (known == null || known.until.isBefore(clock.instant())) {
            var ids = found(type, words);
            if (ids.size() <= RARE) {
                others.add(new Filter.Identity(ids));
                return new Filter.All(others);
            }
            known = new Known(
                    shares.together(type, words) >= COMMON, clock.instant().plus(WordShares.KNOWN));
            if (frequent.size() >= MANY) {
                frequent.clear();
            }
            frequent.put(sought, known);
        }
        others.add(new Filter.Words(sought.words, known.common));
        return new Filter.All(others);
    }

    private List<UUID> found(RecordType<?> type, List<String> words) {
        boolean all = few(type);
        var found = words.stream()
                .map(it -> all ? DSL.position(FOLDED, it).gt(0) : FilterSql.holds(FOLDED, it))
                .toList();
        return List.copyOf(db.select(RECORD)
                .from(TEXTS)
                .where(TYPE.eq(DSL.inline(type.code())))
                .and(DSL.and(found))
                .limit(RARE + 1)
                .fetch(RECORD));
    }

    private boolean few(RecordType<?> type) {
        var now = clock.instant();
        var known = sizes.get(type.code());
        if (known == null || known.until.isBefore(now)) {
            boolean small = !db.fetchExists(db.selectOne()
                    .from(TEXTS)
                    .where(TYPE.eq(DSL.inline(type.code())))
                    .offset(DSL.inline(FEW)));
            known = new Small(small, now.plus(WordShares.KNOWN));
            sizes.put(type.code(), known);
        }
        return known.small;
    }

    private static void collect(Filter filter, List<String> words, List<Filter> others) {
        switch (filter) {
            case Filter.Words it -> words.addAll(it.folded());
            case Filter.All(var of) -> of.forEach(it -> collect(it, words, others));
            default -> others.add(filter);
        }
    }
}
