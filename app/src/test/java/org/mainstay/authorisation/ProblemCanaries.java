package org.mainstay.authorisation;

import java.util.Map;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.problem.AddEvidence;
import org.mainstay.testing.Cast;

/// What agents know of causes, and those whom they harm do not.
record ProblemCanaries(Canaries canaries, Cast cast) {

    /// Behind an incident of somebody who does not see it.
    ///
    /// @param closed what not all of the agents see
    void behind(Snapshot incident, Snapshot closed, String... agents) {
        var problem = canaries.secret(
                canaries.make(
                        "problem",
                        Map.of(
                                "title",
                                canaries.canary("problem-behind", agents),
                                "cause",
                                canaries.canary("cause-behind", agents))),
                agents);
        canaries.add(cast.ada(), problem, new Link(LinkType.CAUSES, incident.id()));
        canaries.note(cast.ada(), problem, "note-on-problem", agents);
        known("behind", problem, agents);
        var cause = cause("behind", problem, agents);
        canaries.add(cast.ada(), cause, AddEvidence.of(closed.id(), canaries.canary("evidence-closed", "nina")));
        canaries.add(cast.ada(), cause, AddEvidence.entry(closed.id(), 1, canaries.canary("entry-closed", "nina")));
        canaries.add(cast.ada(), cause, AddEvidence.of(incident.id(), canaries.canary("evidence-behind", agents)));
    }

    private Snapshot cause(String name, Snapshot problem, String... agents) {
        return canaries.secret(
                canaries.make(
                        "cause",
                        Map.of("statement", canaries.canary("supposed-" + name, agents), "problem", problem.number())),
                agents);
    }

    /// Of an organisation.
    void of(String organisation, String name, String... agents) {
        var problem = canaries.secret(
                canaries.make(
                        "problem",
                        Map.of(
                                "organisation",
                                organisation,
                                "title",
                                canaries.canary("problem-" + name, agents),
                                "description",
                                canaries.canary("problem-text-" + name, agents),
                                "workaround",
                                canaries.canary("problem-workaround-" + name, agents))),
                agents);
        canaries.secret(
                canaries.make(
                        "problem_task",
                        Map.of("title", canaries.canary("problem-task-" + name, agents), "problem", problem.number())),
                agents);
        known(name, problem, agents);
        canaries.secret(
                canaries.make(
                        "problem_candidate",
                        Map.of("organisation", organisation, "title", canaries.canary("candidate-" + name, agents))),
                agents);
        cause(name, problem, agents);
    }

    private void known(String name, Snapshot problem, String... agents) {
        canaries.secret(
                canaries.make(
                        "known_error",
                        Map.of(
                                "title",
                                canaries.canary("known-error-" + name, agents),
                                "symptom",
                                canaries.canary("symptom-" + name, agents),
                                "problem",
                                problem.number())),
                agents);
    }
}
