package org.mainstay.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.filter.FilterSql;
import org.mainstay.kernel.record.RecordType;

/// How common words are, by a sample of a bounded number of pages of the free-text table. It tells a share of all
/// records and nothing of any one of them.
final class SimilarQueries {

    private static final int PAGES = 64;

    /// Of fewer records nothing is common.
    private static final int FEW = 500;

    private static final Field<String> FOLDED = DSL.field(DSL.name("folded"), SQLDataType.CLOB);

    private final DSLContext db;

    SimilarQueries(DSLContext db) {
        this.db = db;
    }

    /// @param words folded
    Map<String, Double> shares(RecordType<?> type, List<String> words) {
        var columns = new ArrayList<Field<?>>();
        columns.add(DSL.count());
        words.forEach(it -> columns.add(DSL.count().filterWhere(FilterSql.holds(FOLDED, it))));
        var sample = DSL.table(
                "{0} tablesample system (least(100, {1} / greatest(pg_relation_size({2}) / 8192.0, 1)))",
                DSL.table(DSL.name("kernel", "search_text")),
                DSL.inline(100 * PAGES),
                DSL.inline("kernel.search_text"));
        var row = db.select(columns)
                .from(sample)
                .where(DSL.field(DSL.name("type"), SQLDataType.CLOB).eq(type.code()))
                .fetchSingle();
        var shares = new HashMap<String, Double>();
        int all = Math.max(FEW, row.get(0, Integer.class));
        for (int i = 0; i < words.size(); i++) {
            shares.put(words.get(i), row.get(i + 1, Integer.class) / (double) all);
        }
        return shares;
    }
}
