package org.mainstay.approval;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.definition.AdministratorsAccess;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.filter.Conditions;
import org.mainstay.kernel.history.FeedConsumer;
import org.mainstay.kernel.job.RecurringJob;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.secret.Secrets;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.PartWriter;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.text.Messages;
import org.mainstay.notification.Concern;
import org.mainstay.people.Absences;
import org.mainstay.people.Actors;
import org.mainstay.web.HomeList;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Panel;
import org.mainstay.web.Show;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/// The module's beans.
@Configuration(proxyBeanMethods = false)
@Import(ApprovalQueries.class)
class ApprovalModule {

    /// The store is made of the types, so what their verbs need of it is asked for late.
    @Bean
    RecordType<?> approvalType(ObjectProvider<ApprovalPlans> provider) {
        Supplier<ApprovalPlans> plans = provider::getObject;
        return ApprovalType.with(List.of(
                Deciding.approve(plans),
                Deciding.reject(plans),
                new Handing.Delegate(plans),
                new Handing.Reassign(plans),
                new Talking.Ask(plans),
                new Talking.Answer(plans),
                new Talking.Withdraw(plans)));
    }

    @Bean
    RecordType<?> approvalPolicyType() {
        return ApprovalPolicyType.APPROVAL_POLICY;
    }

    @Bean
    RecordType<?> approvalStepType() {
        return ApprovalStepType.APPROVAL_STEP;
    }

    @Bean
    RecordType<?> approvalRuleType() {
        return ApprovalRuleType.APPROVAL_RULE;
    }

    @Bean
    AccessRule approvalAccess() {
        return new ApprovalAccess();
    }

    @Bean
    AccessRule approvalPolicyAccess() {
        return AdministratorsAccess.of(ApprovalPolicyType.APPROVAL_POLICY.code());
    }

    @Bean
    AccessRule approvalStepAccess() {
        return AdministratorsAccess.of(ApprovalStepType.APPROVAL_STEP.code());
    }

    @Bean
    AccessRule approvalRuleAccess() {
        return AdministratorsAccess.of(ApprovalRuleType.APPROVAL_RULE.code());
    }

    @Bean
    Rule approvalPolicyRules(ObjectProvider<Conditions> conditions) {
        return new PolicyRules.OfPolicies(conditions::getObject);
    }

    @Bean
    Rule approvalStepRules(ObjectProvider<Conditions> conditions) {
        return new PolicyRules.OfSteps(conditions::getObject);
    }

    @Bean
    Rule approvalRuleRules(ObjectProvider<Conditions> conditions) {
        return new PolicyRules.OfRules(conditions::getObject);
    }

    @Bean
    Rule approvalRules() {
        return new PolicyRules.OfApprovals();
    }

    @Bean
    PartWriter<LedgerPart> ledgerWriter() {
        return new LedgerWriter();
    }

    @Bean
    Policies approvalPolicies(LiveViews views, Conditions conditions) {
        return new Policies(views, conditions);
    }

    @Bean
    ApprovalPlans plans(
            RecordStore store,
            RecordTypes types,
            ObjectProvider<Approvable> approvables,
            Policies policies,
            Conditions conditions,
            Absences absences,
            ApprovalQueries queries,
            Installation installation) {
        return new ApprovalPlans(
                store, types, approvables.stream().toList(), policies, conditions, absences, queries, installation);
    }

    @Bean
    Approvals approvals(
            ApprovalPlans plans, RecordStore store, ApprovalQueries queries, Transactions transactions, Clock clock) {
        return new Approvals(plans, store, queries, transactions, clock);
    }

    @Bean
    Clockwork approvalClockwork(ApprovalPlans plans, RecordStore store, ApprovalQueries queries, Clock clock) {
        return new Clockwork(plans, store, queries, clock);
    }

    @Bean
    RecurringJob approvalsByTheClock(Clockwork clockwork) {
        return new RecurringJob("approval", Duration.ofMinutes(1), () -> {
            clockwork.run();
        });
    }

    @Bean
    FeedConsumer changedFacts(ApprovalPlans plans, RecordStore store, ApprovalQueries queries, Clock clock) {
        return new ChangedFacts(plans, store, queries, clock);
    }

    @Bean
    Links approvalLinks(Secrets secrets) {
        return new Links(secrets);
    }

    @Bean
    LinkDecisions linkDecisions(
            Links links,
            ApprovalPlans plans,
            RecordStore store,
            ApprovalQueries queries,
            Actors actors,
            Transactions transactions,
            Clock clock) {
        return new LinkDecisions(links, plans, store, queries, actors, transactions, clock);
    }

    @Bean
    Postman postman(Environment settings) {
        return new LoggedPostman(settings.getProperty("mainstay.demo", Boolean.class, false));
    }

    @Bean
    Mailing approvalMailing(
            ApprovalQueries queries,
            ApprovalPlans plans,
            RecordStore store,
            Links links,
            Postman postman,
            Messages messages,
            Transactions transactions,
            Environment settings,
            Clock clock) {
        var own = "http://" + settings.getProperty("server.address", "127.0.0.1") + ":"
                + settings.getProperty("server.port", "8080");
        var address = settings.getProperty("mainstay.url", own).replaceAll("/+$", "");
        return new Mailing(queries, plans, store, links, postman, messages, transactions, address, clock);
    }

    @Bean
    RecurringJob approvalLetters(Mailing mailing) {
        return new RecurringJob("approval_letters", Duration.ofSeconds(30), mailing::run);
    }

    @Bean
    LedgerViews ledgerViews(
            ApprovalPlans plans,
            ApprovalQueries queries,
            RecordStore store,
            RecordTypes types,
            Show show,
            Clock clock) {
        return new LedgerViews(plans, queries, store, types, show, clock);
    }

    @Bean
    Concern approvalConcern() {
        return new Concern(
                        "approval",
                        null,
                        null,
                        List.of(ApprovalType.REQUESTED_BY, ApprovalType.REQUESTED_FOR),
                        ApprovalType.STATE)
                .asking(ApprovalType.WAITING_FOR);
    }

    @Bean
    Panel ledgerPanel() {
        return new Panel(8, "approval", "approval.ledger", "ledger", "", true);
    }

    @Bean
    HomeList waitingForMyDecision() {
        return new HomeList(1, "approval.home.waiting", "approvals", "waiting_for:me state:requested", "");
    }

    @Bean
    MenuEntry approvalsEntry() {
        return new MenuEntry(12, "approval.plural", "/approvals", "circle-check", "");
    }

    @Bean
    MenuEntry absencesEntry() {
        return new MenuEntry(84, "absence.plural", "/absences", "calendar-off", "");
    }

    @Bean
    MenuEntry approvalPoliciesEntry() {
        return new MenuEntry(112, "approval_policy.plural", "/approval-policies", "certificate", Grants.ADMIN);
    }

    @Bean
    MenuEntry approvalStepsEntry() {
        return new MenuEntry(113, "approval_step.plural", "/approval-steps", "list", Grants.ADMIN);
    }

    @Bean
    MenuEntry approvalRulesEntry() {
        return new MenuEntry(114, "approval_rule.plural", "/approval-rules", "route", Grants.ADMIN);
    }
}
