package org.mainstay.bench;

import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.mainstay.cmdb.graph.Direction;
import org.mainstay.cmdb.graph.Failure;
import org.mainstay.cmdb.graph.Relation;
import org.mainstay.cmdb.graph.ServiceGraph;
import org.postgresql.PGConnection;

/// The walks of the graph as a recursive query of PostgreSQL, on the product's own: over a table made for nothing else,
/// with the direction of failure settled, narrow rows, and an index for each direction that holds all it needs.
final class RecursiveQuery implements AutoCloseable {

    private static final String ROUNDS = """
            with recursive reached (item, depth) as (
                select %1$s, 0
                union
                select e.%3$s, r.depth + 1 from reached r join edge e on e.%2$s = r.item
                where r.depth < %4$d and e.valid_from <= %5$d and e.valid_to > %5$d)
            select %6$s from (select distinct item from reached where item <> %1$s) found""";

    private static final String ANY_DEPTH = """
            with recursive reached (item) as (
                select %1$s
                union
                select e.%3$s from reached r join edge e on e.%2$s = r.item
                where e.valid_from <= %5$d and e.valid_to > %5$d)
            select %6$s from reached found where item <> %1$s""";

    private final Connection connection;
    private final long now;

    /// @param now in microseconds
    RecursiveQuery(String url, String password, long now) throws SQLException {
        this.connection = DriverManager.getConnection(url, "postgres", password);
        this.now = now;
    }

    void load(LayeredGraph graph) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists edge");
            statement.execute("create table edge (fails int not null, hit int not null, valid_from bigint not null,"
                    + " valid_to bigint not null)");
            var relations = graph.relations();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy edge from stdin", new Lines(relations));
            statement.execute("create index on edge (fails) include (hit, valid_from, valid_to)");
            statement.execute("create index on edge (hit) include (fails, valid_from, valid_to)");
            statement.execute("vacuum (analyze) edge");
            statement.execute("set jit = off");
            statement.execute("set work_mem = '64MB'");
        }
    }

    /// Rows of COPY, made while they are read.
    private static final class Lines extends Reader {

        private final Iterator<Relation> relations;
        private String line = "";
        private int at;

        Lines(Iterator<Relation> relations) {
            this.relations = relations;
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            while (at == line.length()) {
                if (!relations.hasNext()) {
                    return -1;
                }
                line = line(relations.next());
                at = 0;
            }
            int count = Math.min(length, line.length() - at);
            line.getChars(at, at + count, buffer, offset);
            at += count;
            return count;
        }

        private static String line(Relation it) {
            return switch (LayeredGraph.failure(it.type())) {
                case Failure.UP -> line(it.to(), it.from(), it);
                case Failure.DOWN -> line(it.from(), it.to(), it);
                case Failure.BOTH -> line(it.to(), it.from(), it) + line(it.from(), it.to(), it);
                case Failure.NONE -> "";
            };
        }

        private static String line(int fails, int hit, Relation it) {
            return String.format(Locale.ROOT, "%d\t%d\t%d\t%d\n", fails, hit, it.validFrom(), it.validTo());
        }

        @Override
        public void close() {}
    }

    /// A question that may be asked about any item.
    final class Question implements AutoCloseable {

        private final PreparedStatement statement;
        private final int places;

        private Question(Direction direction, int depth, String answer) throws SQLException {
            boolean dependents = direction == Direction.DEPENDENTS;
            var sql = String.format(
                    Locale.ROOT,
                    depth == ServiceGraph.UNBOUNDED ? ANY_DEPTH : ROUNDS,
                    "?::int",
                    dependents ? "fails" : "hit",
                    dependents ? "hit" : "fails",
                    depth,
                    now,
                    answer);
            statement = connection.prepareStatement(sql);
            places = (int) sql.chars().filter(it -> it == '?').count();
        }

        private void about(int item) throws SQLException {
            for (int place = 1; place <= places; place++) {
                statement.setInt(place, item);
            }
        }

        int count(int item) throws SQLException {
            about(item);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }

        /// Ascending.
        int[] items(int item) throws SQLException {
            about(item);
            var found = IntStream.builder();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getInt(1));
                }
            }
            return found.build().sorted().toArray();
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    Question counting(Direction direction, int depth) throws SQLException {
        return new Question(direction, depth, "count(*)");
    }

    Question listing(Direction direction, int depth) throws SQLException {
        return new Question(direction, depth, "item");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
