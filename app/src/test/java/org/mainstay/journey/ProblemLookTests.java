package org.mainstay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.problem.KnownErrorType;
import org.mainstay.problem.Problem;
import org.mainstay.problem.ProblemCandidateType;
import org.mainstay.problem.ProblemType;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The pages of problems, candidates and known errors as people with and without good eyes meet them.
@MainstayTest
class ProblemLookTests {

    private static final Fitness FITNESS = new Fitness();
    private static final String LONG = "Gatterdruckerkopfverschleiß ".repeat(7).strip();

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @Autowired
    Clock clock;

    @AfterAll
    static void end() {
        FITNESS.close();
    }

    @BeforeEach
    void thereArePeople() {
        cast.everybody();
    }

    private Snapshot made(Plan plan, RecordType<?> type, UUID id) {
        assertThat(store.save(cast.ada(), plan)).isInstanceOf(Saved.Done.class);
        return store.get(cast.ada(), type, id).orElseThrow();
    }

    @Test
    void pagesOfProblemsAreFitForEverybody() {
        var incidents = new ArrayList<Snapshot>();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        for (int daysAgo : List.of(50, 10, 3)) {
            var plan = Plan.of(Cause.CREATED);
            var step = plan.create(IncidentType.INCIDENT);
            step.values()
                    .set(IncidentType.TITLE, LONG)
                    .set(IncidentType.CALLER, cast.max().id())
                    .set(IncidentType.OPENED_AT, now.minus(Duration.ofDays(daysAgo)));
            incidents.add(made(plan, IncidentType.INCIDENT, step.id()));
        }
        var plan = Plan.of(Cause.CREATED).at(clock.instant().minus(Duration.ofDays(40)));
        var step = plan.create(ProblemType.PROBLEM);
        step.values().set(ProblemType.TITLE, LONG).set(ProblemType.STATE, Problem.State.RESOLVED);
        step.values().set(ProblemType.CAUSE, LONG).set(ProblemType.FIX, LONG);
        incidents.forEach(it -> step.parts().add(new Link(LinkType.CAUSES, it.id())));
        var problem = made(plan, ProblemType.PROBLEM, step.id()).number();
        var found = Plan.of(Cause.CREATED);
        var candidate = found.create(ProblemCandidateType.PROBLEM_CANDIDATE);
        candidate.values().set(ProblemCandidateType.TITLE, LONG).set(ProblemCandidateType.WORDS, "scanner, session");
        var candidateNumber = made(found, ProblemCandidateType.PROBLEM_CANDIDATE, candidate.id())
                .number();
        var known = Plan.of(Cause.CREATED);
        var error = known.create(KnownErrorType.KNOWN_ERROR);
        error.values().set(KnownErrorType.TITLE, LONG).set(KnownErrorType.SYMPTOM, LONG);
        var errorNumber = made(known, KnownErrorType.KNOWN_ERROR, error.id()).number();
        var first = incidents.getFirst().number();
        FITNESS.check(
                port,
                "ada",
                "/problems",
                "/problems/new",
                "/problems/" + problem,
                "/problems/" + problem + "/incidents",
                "/problems/" + problem + "/changes",
                "/problems/" + problem + "/recurrence",
                "/problems/" + problem + "/tasks",
                "/problems/from-incidents?record=" + first + "&record="
                        + incidents.getLast().number(),
                "/problem-candidates",
                "/problem-candidates/" + candidateNumber,
                "/problem-candidates/" + candidateNumber + "/incidents",
                "/problem-candidates/" + candidateNumber + "/actions/dismiss",
                "/known-errors",
                "/known-errors/new",
                "/known-errors/" + errorNumber,
                "/problem-tasks",
                "/incidents/" + first + "/problems");
    }
}
