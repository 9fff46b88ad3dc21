package org.mainstay.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What this machine can do at best, in the same run: minimal SQL by pgbench on the product's own
/// PostgreSQL, plus a handler on the product's own server that does nothing.
final class Limit {

    private static final Pattern TRANSACTIONS = Pattern.compile("number of transactions actually processed: (\\d+)");

    private final Product product;
    private final long rows;
    private final double seconds;

    Limit(Product product, long rows, double seconds) {
        this.product = product;
        this.rows = rows;
        this.seconds = seconds;
    }

    /// Makes the tables that the limit is measured on, as many rows as the product has.
    void prepare(String setup) {
        product.sql("postgres", "psql", "-q", "-v", "ON_ERROR_STOP=1", "-v", "rows=" + rows, "-f", sql(setup));
    }

    private static String sql(String work) {
        return Path.of("bench", "limit", work + ".sql").toString();
    }

    /// CPU milliseconds of the database per transaction of `bench/limit/<work>.sql`.
    double database(String work) {
        pgbench(work, 1);
        double before = product.databaseCpu();
        long transactions = pgbench(work, seconds);
        return (product.databaseCpu() - before) / transactions;
    }

    private long pgbench(String work, double duration) {
        var text = product.sql(
                "postgres",
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-c",
                Integer.toString(Load.CLIENTS),
                "-T",
                String.format(Locale.ROOT, "%.0f", duration),
                "-D",
                "rows=" + rows,
                "-f",
                sql(work));
        var matcher = TRANSACTIONS.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("pgbench said: " + text);
        }
        return Long.parseLong(matcher.group(1));
    }

    /// CPU milliseconds of a bare handler per answer of so many bytes.
    double http(int bytes) {
        var jar = System.getProperty("java.class.path");
        try (var bare = Child.start(List.of(Product.java(), "-Xmx512m", "-jar", jar, Bench.BARE))) {
            var port = bare.line(it -> it.matches("\\d+"));
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + bytes))
                    .build();
            var load = new Load();
            load.run(3, _ -> request);
            double before = Cpu.of(bare.process().pid());
            var result = load.run(seconds, _ -> request);
            return (Cpu.of(bare.process().pid()) - before) / result.answers();
        }
    }
}
