package org.mainstay.change.risk;

import java.time.Instant;
import java.util.HashMap;
import org.mainstay.change.ChangeType;
import org.mainstay.change.RiskAssessor;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;

/// Weighs the facts and answers of a change by the rules as they are now.
final class RiskAssessments implements RiskAssessor {

    private final RiskFacts facts;
    private final RiskTerms terms;

    RiskAssessments(RiskFacts facts, RiskTerms terms) {
        this.facts = facts;
        this.terms = terms;
    }

    /// As the actor sees what it rests on.
    RiskScore of(Actor actor, Snapshot change) {
        return RiskScore.of(
                facts.of(actor, change),
                terms.rules(),
                terms.questions(change.get(ChangeType.MODEL)),
                RiskAnswers.kept(change.get(ChangeType.RISK_ANSWERS)));
    }

    /// Of everything that there is: what one person does not see is hit all the same.
    RiskScore whole(Snapshot change) {
        return of(Installation.ITSELF, change);
    }

    @Override
    public Snapshot assessed(Snapshot change, Instant now) {
        var score = whole(change);
        var values = new HashMap<>(change.values());
        values.put(ChangeType.RISK.code(), score.risk());
        values.put(ChangeType.RISK_POINTS.code(), score.points());
        values.put(ChangeType.RISK_ASSESSED_AT.code(), now);
        return new Snapshot(change.type(), change.id(), values, change.complete());
    }
}
