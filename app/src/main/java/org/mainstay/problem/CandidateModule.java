package org.mainstay.problem;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.job.RecurringJob;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.people.Permissions;
import org.mainstay.web.HomeList;
import org.mainstay.web.ListLink;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Panel;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/// The beans of candidates for problems, and of what comes back after a fix.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProblemSettings.class)
@Import({CandidateQueries.class, RecurrenceQueries.class})
class CandidateModule {

    /// How often it is looked whether something is due.
    private static final Duration LOOK = Duration.ofMinutes(10);

    @Bean
    RecordType<?> problemCandidateType(CandidateQueries queries) {
        return ProblemCandidateType.with(queries);
    }

    @Bean
    AccessRule problemCandidateAccess() {
        return new CandidateAccess();
    }

    @Bean
    Rule problemsFromIncidentsRules() {
        return new FromIncidentsRules();
    }

    @Bean
    Candidates problemCandidates(
            RecordStore store,
            CandidateQueries queries,
            Transactions transactions,
            ProblemSettings settings,
            Clock clock,
            Environment environment) {
        var zone = ZoneId.of(environment.getProperty("mainstay.zone", "UTC"));
        return new Candidates(store, queries, transactions, settings, clock, zone);
    }

    @Bean
    RecurringJob lookingForCandidates(Candidates candidates) {
        return new RecurringJob("problem_candidates", LOOK, candidates::step);
    }

    @Bean
    Recurrences problemRecurrences(RecordStore store, RecurrenceQueries queries, Clock clock) {
        return new Recurrences(store, queries, clock);
    }

    @Bean
    RecurringJob countingRecurrences(Recurrences recurrences) {
        return new RecurringJob("problem_recurrence", LOOK, recurrences::step);
    }

    @Bean
    MenuEntry problemCandidatesEntry() {
        return new MenuEntry(
                22,
                "problem_candidate.plural",
                "/problem-candidates?filter=state:open",
                "zoom-question",
                ProblemType.WORK);
    }

    @Bean
    Panel incidentsOfCandidates() {
        return new Panel(10, "problem_candidate", "problem_candidate.incidents", "incidents", ProblemType.WORK, true);
    }

    @Bean
    Panel recurrenceOfProblems() {
        return new Panel(12, "problem", "problem.recurrence", "recurrence", ProblemType.WORK, true);
    }

    @Bean
    ListLink problemFromChosen() {
        return new ListLink(
                IncidentType.INCIDENT.collection(),
                "problem.from_incidents.chosen",
                "/problems/from-incidents",
                ProblemType.WORK,
                true);
    }

    @Bean
    HomeList openProblems() {
        return new HomeList(
                42,
                "problem.home.open",
                "problems",
                "state:new,assess,root_cause_analysis,fix_in_progress",
                Permissions.PROBLEM_MANAGE,
                true);
    }

    @Bean
    HomeList openCandidates() {
        return new HomeList(
                43,
                "problem_candidate.home.open",
                "problem-candidates",
                "state:open",
                Permissions.PROBLEM_MANAGE,
                true);
    }

    @Bean
    HomeList knownErrorsWithoutWorkaround() {
        return new HomeList(
                44,
                "known_error.home.no_workaround",
                "known-errors",
                "workaround:empty -state:retired",
                Permissions.PROBLEM_MANAGE,
                true);
    }
}
