package org.mainstay.kernel.backup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/// What there is to back up: every table of ours but the migrations' own and the timers', which a start
/// makes anew.
final class BackupCatalog {

    private static final String OURS =
            "n.nspname not in ('information_schema', 'pg_catalog', 'public', 'scheduler', 'ext') and n.nspname !~ '^pg_'";

    private final DSLContext db;

    BackupCatalog(DSLContext db) {
        this.db = db;
    }

    /// Tables in an order in which foreign keys are met; partitions stand for themselves through their
    /// parent.
    List<BackupTable> tables() {
        var columns = new LinkedHashMap<String, List<String>>();
        db.fetch("""
                select n.nspname, c.relname, a.attname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                where c.relkind in ('r', 'p') and not c.relispartition and\s""" + OURS + """
                 order by 1, 2, a.attnum""")
                .forEach(row -> columns.computeIfAbsent(
                                row.get(0, String.class) + "." + row.get(1, String.class), _ -> new ArrayList<>())
                        .add(row.get(2, String.class)));
        var tables = new ArrayList<BackupTable>();
        var done = new HashSet<String>();
        var needs = needs();
        columns.keySet().forEach(it -> place(it, columns, needs, done, tables));
        return tables;
    }

    private static void place(
            String table,
            Map<String, List<String>> columns,
            Map<String, Set<String>> needs,
            Set<String> done,
            List<BackupTable> tables) {
        if (done.add(table)) {
            needs.getOrDefault(table, Set.of()).forEach(it -> place(it, columns, needs, done, tables));
            var dot = table.indexOf('.');
            tables.add(new BackupTable(
                    table.substring(0, dot), table.substring(dot + 1), columns.getOrDefault(table, List.of())));
        }
    }

    private Map<String, Set<String>> needs() {
        var needs = new HashMap<String, Set<String>>();
        db.fetch("""
                select n.nspname || '.' || c.relname, fn.nspname || '.' || fc.relname
                from pg_constraint k
                join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                join pg_class fc on fc.oid = k.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
                where k.contype = 'f' and not c.relispartition and not fc.relispartition and\s""" + OURS)
                .forEach(row -> needs.computeIfAbsent(row.get(0, String.class), _ -> new HashSet<>())
                        .add(row.get(1, String.class)));
        return needs;
    }

    Map<String, Long> sequences() {
        var sequences = new LinkedHashMap<String, Long>();
        db.fetch("""
                select n.nspname || '.' || c.relname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'S' and\s""" + OURS + " order by 1").forEach(row -> {
            var name = row.get(0, String.class);
            var last = db.fetchSingle(
                    "select case when is_called then last_value else last_value - 1 end from " + quoted(name));
            sequences.put(name, last.get(0, Long.class));
        });
        return sequences;
    }

    String migration() {
        var row = db.fetchOne(
                "select version from public.flyway_schema_history where success order by installed_rank desc limit 1");
        return row == null ? "" : row.get(0, String.class);
    }

    static String quoted(String qualified) {
        return '"' + qualified.replace(".", "\".\"") + '"';
    }
}
