package org.mainstay.problem;

import java.time.Clock;
import java.util.List;
import org.mainstay.conversation.Conversations;
import org.mainstay.incident.IncidentType;
import org.mainstay.incident.PriorityMatrix;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Shipped;
import org.mainstay.notification.Concern;
import org.mainstay.web.HomeList;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Panel;
import org.mainstay.web.TeamWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The beans of problems and their tasks.
@Configuration(proxyBeanMethods = false)
class ProblemModule {

    private static final String OPEN = "state:new,assess,root_cause_analysis,fix_in_progress";

    @Bean
    Links problemLinks(ObjectProvider<Conversations> conversations) {
        return (actor, record) -> conversations.getObject().links(actor, record);
    }

    @Bean
    RecordType<?> problemType(Links links) {
        return ProblemType.with(links);
    }

    @Bean
    RecordType<?> problemTaskType() {
        return ProblemTaskType.PROBLEM_TASK;
    }

    @Bean
    AccessRule problemAccess() {
        return new ProblemAccess(ProblemType.PROBLEM);
    }

    @Bean
    AccessRule problemTaskAccess() {
        return new ProblemAccess(ProblemTaskType.PROBLEM_TASK);
    }

    @Bean
    @Order(1)
    Rule problemRules() {
        return new ProblemRules();
    }

    @Bean
    @Order(2)
    Rule problemPriorityRules(PriorityMatrix matrix) {
        return new PriorityRules(matrix);
    }

    @Bean
    Rule problemTaskRules() {
        return new ProblemTaskRules();
    }

    @Bean
    Caused causedIncidents(RecordStore store, Links links, Clock clock) {
        return new Caused(store, links, clock);
    }

    @Bean
    FromIncidents problemsFromIncidents(RecordStore store, Acts acts) {
        return new FromIncidents(store, acts);
    }

    @Bean
    Shipped shippedProblemRecords() {
        return new ShippedProblemRecords();
    }

    @Bean
    Concern problemConcern() {
        return new Concern("problem", ProblemType.ASSIGNEE, ProblemType.GROUP, List.of(), ProblemType.STATE);
    }

    @Bean
    Concern problemTaskConcern() {
        return new Concern(
                "problem_task", ProblemTaskType.ASSIGNEE, ProblemTaskType.GROUP, List.of(), ProblemTaskType.STATE);
    }

    @Bean
    MenuEntry problemsEntry() {
        return new MenuEntry(20, "problem.plural", "/problems", "alert-triangle", ProblemType.WORK);
    }

    @Bean
    MenuEntry problemTasksEntry() {
        return new MenuEntry(21, "problem_task.plural", "/problem-tasks", "list-check", ProblemType.WORK);
    }

    @Bean
    HomeList myProblems() {
        return new HomeList(40, "problem.home.mine", "problems", "assignee:me " + OPEN, ProblemType.WORK, true);
    }

    @Bean
    HomeList myProblemTasks() {
        return new HomeList(
                41,
                "problem_task.home.mine",
                "problem-tasks",
                "assignee:me state:open,in_progress",
                ProblemType.WORK,
                true);
    }

    @Bean
    TeamWork problemsOfTeams() {
        return new TeamWork(
                30, "problem.plural", "problems", OPEN, ProblemType.GROUP, ProblemType.ASSIGNEE, ProblemType.OPENED_AT);
    }

    @Bean
    Panel incidentsOfProblems() {
        return new Panel(10, "problem", "problem.incidents", "incidents", ProblemType.WORK, true);
    }

    @Bean
    Panel tasksOfProblems() {
        return new Panel(20, "problem", "problem_task.plural", "tasks", ProblemType.WORK, true);
    }

    @Bean
    Panel problemsOfIncidents() {
        return new Panel(18, IncidentType.INCIDENT.code(), "problem.of_incident", "problems", ProblemType.WORK, true);
    }
}
