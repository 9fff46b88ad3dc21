package org.mainstay.kernel.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.filter.FilterSql;
import org.mainstay.kernel.record.RecordType;

/// How common words are, by a sample of a bounded number of pages of the free-text table. It tells a share of all
/// records and nothing of any one of them.
public final class WordShares {

    private static final int PAGES = 64;

    /// What is common does not become rare from one minute to the next.
    static final Duration KNOWN = Duration.ofMinutes(10);

    /// Of fewer records nothing is common.
    private static final int FEW = 500;

    private static final Field<String> FOLDED = DSL.field(DSL.name("folded"), SQLDataType.CLOB);

    private static final int MANY = 50_000;

    private final DSLContext db;
    private final Cache<Word, Double> known =
            Caffeine.newBuilder().expireAfterWrite(KNOWN).maximumSize(MANY).build();

    private record Word(String type, String folded) {}

    WordShares(DSLContext db) {
        this.db = db;
    }

    /// Of all records of the type those that hold the word, from 0 to 1, by word.
    ///
    /// @param words folded
    public Map<String, Double> each(RecordType<?> type, List<String> words) {
        var shares = new HashMap<String, Double>();
        known.getAll(words.stream().map(it -> new Word(type.code(), it)).toList(), it -> sampled(type, it))
                .forEach((word, share) -> shares.put(word.folded, share));
        return shares;
    }

    private Map<Word, Double> sampled(RecordType<?> type, Set<? extends Word> words) {
        List<Word> some = List.copyOf(words);
        var held = shares(
                type,
                some.stream().map(it -> FilterSql.holds(FOLDED, it.folded)).toList());
        var shares = new HashMap<Word, Double>();
        for (int i = 0; i < some.size(); i++) {
            shares.put(some.get(i), held.get(i));
        }
        return shares;
    }

    /// The share of those that hold all of them.
    double together(RecordType<?> type, List<String> words) {
        var all = words.stream().map(it -> FilterSql.holds(FOLDED, it)).toList();
        return shares(type, List.of(DSL.and(all))).getFirst();
    }

    private List<Double> shares(RecordType<?> type, List<Condition> conditions) {
        var columns = new ArrayList<Field<?>>();
        columns.add(DSL.count());
        conditions.forEach(it -> columns.add(DSL.count().filterWhere(it)));
        var row = db.select(columns)
                .from(sample())
                .where(DSL.field(DSL.name("type"), SQLDataType.CLOB).eq(type.code()))
                .fetchSingle();
        double all = Math.max(FEW, row.get(0, Integer.class));
        var shares = new ArrayList<Double>();
        for (int i = 1; i <= conditions.size(); i++) {
            shares.add(row.get(i, Integer.class) / all);
        }
        return shares;
    }

    private static Table<Record> sample() {
        return DSL.table(
                "{0} tablesample system (least(100, {1} / greatest(pg_relation_size({2}) / 8192.0, 1)))",
                DSL.table(DSL.name("kernel", "search_text")),
                DSL.inline(100 * PAGES),
                DSL.inline("kernel.search_text"));
    }
}
