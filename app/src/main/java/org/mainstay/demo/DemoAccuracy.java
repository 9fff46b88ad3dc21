package org.mainstay.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.mainstay.cmdb.accuracy.AccuracyCheckType;
import org.mainstay.cmdb.accuracy.AccuracyCheckType.Verdict;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;

/// What people of the demo company found when they looked whether what is known of their items is true.
final class DemoAccuracy {

    private static final List<String> LOOKED_AT = List.of("name", "environment", "support_group");
    private static final List<String> OF_OPERATIONS =
            List.of("web-01", "web-02", "web-03", "mail-01", "file-01", "vm-web-01", "vm-file-01", "esx-01", "san-01");
    private static final List<String> OF_NETWORK = List.of("sw-core-01", "sw-core-02", "fw-01", "lb-01");

    /// What was not true, and what they said of it.
    private static final Map<String, String> WRONG = Map.of(
            "san-01 support_group", "The vendor looks after it since the summer.",
            "lb-01 name", "The device calls itself lb-01a.");

    private final DemoPeople company;
    private final Instant now;

    DemoAccuracy(DemoPeople company, Clock clock) {
        this.company = company;
        this.now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    void make() {
        look("otto", OF_OPERATIONS, now.minus(Duration.ofDays(6)));
        look("nina", OF_NETWORK, now.minus(Duration.ofDays(13)));
    }

    private void look(String userName, List<String> items, Instant at) {
        var plan = Plan.of(Cause.CREATED).at(at);
        for (var item : items) {
            for (var attribute : LOOKED_AT) {
                var wrong = WRONG.get(item + " " + attribute);
                var values = plan.create(AccuracyCheckType.ACCURACY_CHECK).values();
                values.set(AccuracyCheckType.ITEM, company.service(item))
                        .set(AccuracyCheckType.ATTRIBUTE, attribute)
                        .set(AccuracyCheckType.VERDICT, wrong == null ? Verdict.CONFIRMED : Verdict.WRONG);
                if (wrong != null) {
                    values.set(AccuracyCheckType.NOTE, wrong);
                }
            }
        }
        company.save(company.entitled(userName), plan);
    }
}
