package org.mainstay.cmdb.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.discovery.Payload;
import org.mainstay.cmdb.intake.IntakeQueries.Run;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.reconciliation.Reconciler;
import org.mainstay.cmdb.reconciliation.Report;
import org.mainstay.cmdb.reconciliation.Taken;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.record.Plan;

/// Takes deliveries and keeps what became of each, for the health of sources.
public final class Intake {

    /// So long deliveries are remembered.
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final Reconciler reconciler;
    private final IntakeQueries queries;
    private final Clock clock;

    Intake(Reconciler reconciler, IntakeQueries queries, Clock clock) {
        this.reconciler = reconciler;
        this.queries = queries;
        this.clock = clock;
    }

    /// @param refused how many records of it could not even be read
    public Report take(DiscoverySource source, Payload payload, Reconciler.Manner manner, int refused) {
        var report = reconciler.take(source, payload, manner);
        if (!manner.dry()) {
            queries.save(new Run(
                    report.delivery(),
                    source.id(),
                    clock.instant(),
                    report.milliseconds(),
                    manner.origin(),
                    report.count(Taken.Outcome.CREATED),
                    report.count(Taken.Outcome.UPDATED),
                    report.count(Taken.Outcome.UNCHANGED),
                    report.count(Taken.Outcome.REFUSED) + refused,
                    null));
        }
        return report;
    }

    /// Takes a part of a delivery, which is noted by [#took] when all of it is through.
    public Report part(DiscoverySource source, Payload payload, Reconciler.Manner manner) {
        return reconciler.take(source, payload, manner);
    }

    /// The relations of such a part, once all items of the delivery are through.
    public Report relations(DiscoverySource source, Payload payload, Reconciler.Manner manner) {
        return reconciler.relate(source, payload, manner);
    }

    /// Notes a delivery that was taken part by part.
    public void took(DiscoverySource source, UUID delivery, @Nullable String origin, Job.Counts counts) {
        queries.save(new Run(
                delivery,
                source.id(),
                clock.instant(),
                0,
                origin,
                counts.created(),
                counts.changed(),
                counts.unchanged(),
                counts.refused(),
                null));
    }

    /// Notes that a source delivered what nobody could read.
    public void failed(DiscoverySource source, @Nullable String origin, String error) {
        queries.save(new Run(Plan.newId(), source.id(), clock.instant(), 0, origin, 0, 0, 0, 0, error));
    }

    void forget() {
        queries.forget(clock.instant().minus(REMEMBERED));
    }
}
