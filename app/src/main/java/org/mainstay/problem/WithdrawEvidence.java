package org.mainstay.problem;

import org.mainstay.kernel.record.PlanPart;
import tools.jackson.databind.JsonNode;

/// Takes evidence away from a cause; history knows that it was there.
record WithdrawEvidence(Evidence evidence) implements PlanPart {

    @Override
    public String kind() {
        return "withdraw_evidence";
    }

    @Override
    public JsonNode changes() {
        return AddEvidence.changes(evidence.id(), evidence.source());
    }
}
