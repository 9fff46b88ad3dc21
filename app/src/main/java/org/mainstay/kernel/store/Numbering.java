package org.mainstay.kernel.store;

import java.util.Objects;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.record.RecordType;

/// Numbers of records: a prefix and at least seven digits from the type's sequence. Unique under
/// concurrency; a refused plan leaves a gap, and no number is ever given twice.
final class Numbering {

    private static final int DIGITS = 7;

    private Numbering() {}

    /// The SQL that draws the next number.
    static Field<String> next(RecordType<?> type) {
        var drawn = DSL.field(
                "nextval({0})::text", SQLDataType.CLOB, DSL.inline(type.schema() + "." + type.table() + "_number"));
        return DSL.field(
                "(select {0} || lpad(d, greatest({1}, length(d)), '0') from (select {2} as d) as drawn)",
                SQLDataType.CLOB, DSL.inline(Objects.requireNonNull(type.prefix())), DSL.inline(DIGITS), drawn);
    }

    /// The number a drawn value makes, for the bulk door.
    static String of(RecordType<?> type, long drawn) {
        var digits = Long.toString(drawn);
        return type.prefix() + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }
}
