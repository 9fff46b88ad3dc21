package org.mainstay.kernel.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.record.RecordType;

/// How common words are, by the texts on a bounded number of pages of the free-text table. They tell a share of all
/// records and nothing of any one of them.
public final class WordShares {

    private static final int PAGES = 64;

    /// What is common does not become rare from one minute to the next.
    static final Duration KNOWN = Duration.ofMinutes(10);

    /// Texts of a young table, and what was counted in any, are known for so long only.
    private static final Duration YOUNG = Duration.ofSeconds(30);

    /// Of fewer records nothing is common.
    private static final int FEW = 500;

    /// Of one text no more is kept, in UTF-16 units: a sample takes a megabyte or two at most.
    private static final int LONGEST = 1_000;

    private static final int MANY = 50_000;

    private final DSLContext db;
    private final Cache<Word, Double> known =
            Caffeine.newBuilder().expireAfterWrite(YOUNG).maximumSize(MANY).build();
    private final Cache<String, List<String>> samples = Caffeine.newBuilder()
            .expireAfter(Expiry.creating(WordShares::known))
            .build();

    private record Word(String type, String folded) {}

    WordShares(DSLContext db) {
        this.db = db;
    }

    /// A young table changes with every import.
    private static Duration known(String type, List<String> texts) {
        return texts.size() < FEW ? YOUNG : KNOWN;
    }

    /// Of all records of the type those that hold the word, from 0 to 1, by word.
    ///
    /// @param words folded
    public Map<String, Double> each(RecordType<?> type, List<String> words) {
        return words.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        it -> known.get(new Word(type.code(), it), _ -> share(type, text -> text.contains(it)))));
    }

    /// The share of those that hold all of them.
    double together(RecordType<?> type, List<String> words) {
        return share(type, text -> words.stream().allMatch(text::contains));
    }

    private double share(RecordType<?> type, Predicate<String> holds) {
        var texts = samples.get(type.code(), this::sampled);
        return texts.stream().filter(holds).count() / (double) Math.max(FEW, texts.size());
    }

    private List<String> sampled(String type) {
        var text = DSL.left(DSL.field(DSL.name("folded"), SQLDataType.CLOB), LONGEST);
        return db.select(text)
                .from(sample())
                .where(DSL.field(DSL.name("type"), SQLDataType.CLOB).eq(type))
                .fetch(text);
    }

    private static Table<Record> sample() {
        return DSL.table(
                "{0} tablesample system (least(100, {1} / greatest(pg_relation_size({2}) / 8192.0, 1)))",
                DSL.table(DSL.name("kernel", "search_text")),
                DSL.inline(100 * PAGES),
                DSL.inline("kernel.search_text"));
    }
}
