package org.mainstay.kernel.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;

/// How many jobs wait, run and failed, of all nodes, asked for when somebody looks.
final class JobMetrics implements MeterBinder {

    private static final List<String> STATES = List.of("queued", "running", "failed");

    private final JobQueries queries;

    JobMetrics(JobQueries queries) {
        this.queries = queries;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String state : STATES) {
            Gauge.builder("mainstay.jobs", queries, it -> it.count(state))
                    .description("Jobs in this state that nobody has deleted.")
                    .tag("state", state)
                    .register(registry);
        }
    }
}
