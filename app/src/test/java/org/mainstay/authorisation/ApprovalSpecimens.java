package org.mainstay.authorisation;

import java.util.Map;
import org.mainstay.approval.Approvals;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.testing.Cast;

/// What somebody is asked to decide on, and when they are away.
final class ApprovalSpecimens {

    private final Specimens specimens;
    private final Approvals approvals;
    private final Cast cast;

    ApprovalSpecimens(Specimens specimens, Approvals approvals, Cast cast) {
        this.specimens = specimens;
        this.approvals = approvals;
        this.cast = cast;
    }

    void of(Map<String, Specimen> all, String organisation, String caller) {
        var away = Map.of("from_at", "2020-01-01T00:00:00Z", "to_at", "2020-01-02T00:00:00Z");
        specimens.put(all, "absence", away, Map.of("note", "Elsewhere"), Map.of("person", caller));
        all.put(
                "approval",
                new Specimen(
                        "approval",
                        "approvals",
                        asked(organisation, caller),
                        Map.of("title", "Another", "record", "LOC0000001"),
                        Map.of("title", "Other words")));
    }

    /// The administrator asks the person about a location.
    Snapshot asked(String organisation, String person) {
        var place = Specimens.unique("place");
        var policy = specimens.create(
                cast.ada(),
                "approval_policy",
                Map.of(
                        "name",
                        place,
                        "record_type",
                        "location",
                        "condition",
                        "name:" + place,
                        "stewards",
                        cast.operations().toString()));
        specimens.create(
                cast.ada(),
                "approval_step",
                Map.of("name", "One", "policy", policy.number(), "approvers", "person", "person", person));
        var location = specimens.create(cast.ada(), "location", Map.of("name", place, "organisation", organisation));
        return approvals.request(cast.ada(), location).orElseThrow();
    }
}
