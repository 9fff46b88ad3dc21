package org.mainstay.bench;

import java.net.http.HttpRequest;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// One line of the table: what is asked, and what it may cost.
///
/// @param limit the same of the least work there is, in CPU milliseconds; 0 where none is set
/// @param budget CPU milliseconds; 0 where it is three times the limit
record Work(String name, double limit, double budget, Function<RandomGenerator, HttpRequest> request) {

    private static final int WARM = 2_000;
    private static final int PATIENCE = 6;

    /// What it came to.
    ///
    /// @param application CPU milliseconds of the application per answer; `database` likewise
    /// @param limit as measured beside it
    /// @param bytes of an answer's body, on average
    record Figure(
            double application,
            double database,
            double limit,
            double budget,
            double perSecond,
            double p50,
            double p99,
            long bytes,
            long bad) {

        double cpu() {
            return application + database;
        }
    }

    /// Until it is compiled: so many answers, or as long as there is patience for slow ones.
    void warmUp(Load load) {
        long answers = 0;
        for (int round = 0; round < PATIENCE && answers < WARM; round++) {
            answers += load.run(1, request).answers();
        }
    }

    Figure measure(Product product, Load load, double seconds) {
        double before = product.applicationCpu();
        double databaseBefore = product.databaseCpu();
        var result = load.run(seconds, request);
        double answers = Math.max(1, result.answers());
        if (result.bad() > 0) {
            System.err.println(name + ": " + result.firstBad());
        }
        return new Figure(
                (product.applicationCpu() - before) / answers,
                (product.databaseCpu() - databaseBefore) / answers,
                limit,
                budget,
                result.answers() / result.seconds(),
                result.percentile(0.5),
                result.percentile(0.99),
                (long) (result.bytes() / answers),
                result.bad());
    }
}
