package org.mainstay.kernel.history;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How far each consumer of the feed is behind, asked for when somebody looks.
public final class FeedMetrics implements MeterBinder {

    private final Feed feed;
    private final List<FeedConsumer> consumers;

    public FeedMetrics(Feed feed, List<FeedConsumer> consumers) {
        this.feed = feed;
        this.consumers = List.copyOf(consumers);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var consumer : consumers) {
            Gauge.builder("mainstay.feed.lag.rows", feed, it -> it.lag(consumer).rows())
                    .description("History rows that the consumer has not heard; 100,000 for any more.")
                    .tag("consumer", consumer.name())
                    .register(registry);
            TimeGauge.builder(
                            "mainstay.feed.lag.age",
                            feed,
                            TimeUnit.MILLISECONDS,
                            it -> it.lag(consumer).age().toMillis())
                    .description("How long ago the first row was written that the consumer has not heard.")
                    .tag("consumer", consumer.name())
                    .register(registry);
        }
    }
}
