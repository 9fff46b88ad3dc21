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
        try (var setup = Child.start(List.of(
                "psql",
                "-q",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(product.databasePort()),
                "-U",
                "postgres",
                "-v",
                "ON_ERROR_STOP=1",
                "-v",
                "rows=" + rows,
                "-f",
                sql("setup"),
                "postgres"))) {
            setup.rest();
        }
    }

    private static String sql(String work) {
        return Path.of("bench", "limit", work + ".sql").toString();
    }

    /// CPU milliseconds of the database per transaction of `bench/limit/<work>.sql`.
    double database(String work) {
        double before = product.databaseCpu();
        try (var run = Child.start(List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-c",
                "8",
                "-T",
                String.format(Locale.ROOT, "%.0f", seconds / 2),
                "-D",
                "rows=" + rows,
                "-f",
                sql(work),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(product.databasePort()),
                "-U",
                "postgres",
                "postgres"))) {
            var text = run.rest();
            var matcher = TRANSACTIONS.matcher(text);
            if (!matcher.find()) {
                throw new IllegalStateException("pgbench said: " + text);
            }
            return (product.databaseCpu() - before) / Long.parseLong(matcher.group(1));
        }
    }

    /// CPU milliseconds of a bare handler per answer of so many bytes.
    double http(String java, int bytes) {
        try (var bare = Child.start(List.of(java, "-jar", System.getProperty("java.class.path"), Bench.BARE))) {
            var port = bare.line(it -> it.matches("\\d+"));
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + bytes))
                    .build();
            var load = new Load();
            load.run(3, _ -> request);
            double before = Cpu.of(bare.process().pid());
            var result = load.run(seconds / 2, _ -> request);
            return (Cpu.of(bare.process().pid()) - before) / result.answers();
        }
    }
}
