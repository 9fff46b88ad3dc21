package org.mainstay.kernel.backup;

import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/// A table as a backup holds it.
///
/// @param columns in their order; generated ones are left out
record BackupTable(String schema, String name, List<String> columns) {

    private static final List<String> SETTINGS = List.of(
            "statement_timeout = 0",
            "transaction_timeout = 0",
            "time zone 'UTC'",
            "datestyle = 'ISO, YMD'",
            "intervalstyle = 'postgres'",
            "bytea_output = 'hex'",
            "extra_float_digits = 1");

    private static final String HISTORY = "kernel.history";
    private static final String POSITION = "kernel.feed_position";

    String qualified() {
        return schema + "." + name;
    }

    String quoted() {
        return '"' + schema + "\".\"" + name + '"';
    }

    String columnList() {
        return columns.stream().map(it -> '"' + it + '"').collect(Collectors.joining(", "));
    }

    /// The rows to keep. Transaction ids mean nothing in another cluster: history comes numbered anew in
    /// the order of the feed, all of transaction 0, and the consumers' positions as how much of it they
    /// have heard.
    String selection() {
        return switch (qualified()) {
            case HISTORY ->
                "select " + renumbered("row_number() over (order by xid, seq)")
                        + " from kernel.history order by xid, seq";
            case POSITION ->
                "select "
                        + renumbered(
                                "(select count(*) from kernel.history as h where (h.xid, h.seq) <= (p.xid, p.seq))")
                        + " from kernel.feed_position as p";
            default -> "select " + columnList() + " from " + quoted();
        };
    }

    private String renumbered(String sequence) {
        return columns.stream()
                .map(it -> switch (it) {
                    case "xid" -> "'0'::xid8 as xid";
                    case "seq" -> sequence + " as seq";
                    default -> '"' + it + '"';
                })
                .collect(Collectors.joining(", "));
    }

    /// Makes values look alike in all sessions, so that hashes of them compare.
    static void settle(DSLContext db) {
        for (var setting : SETTINGS) {
            db.execute("set local " + setting);
        }
    }

    /// Row count and an order-free hash over every value of every row.
    String hash() {
        return "select count(*), coalesce(sum(hashtextextended(row_::text, 0)), 0)::text from (" + selection()
                + ") as row_";
    }
}
