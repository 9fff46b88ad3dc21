package org.mainstay.change.risk;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.mainstay.change.AffectedItems;
import org.mainstay.change.Change;
import org.mainstay.change.ChangeType;
import org.mainstay.change.schedule.MaintenanceTimes;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.definition.DefinitionAccess;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Shipped;
import org.mainstay.kernel.store.Stats;
import org.mainstay.people.Permissions;
import org.mainstay.people.PersonType;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Panel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/// The beans of the risk of changes.
@Configuration(proxyBeanMethods = false)
class RiskModule {

    @Bean
    RecordType<?> riskRuleType() {
        return RiskRuleType.RISK_RULE;
    }

    @Bean
    RecordType<?> riskQuestionType() {
        return RiskQuestionType.RISK_QUESTION;
    }

    @Bean
    AccessRule riskRuleAccess() {
        return DefinitionAccess.of(RiskRuleType.RISK_RULE.code(), _ -> false);
    }

    @Bean
    AccessRule riskQuestionAccess() {
        return DefinitionAccess.of(RiskQuestionType.RISK_QUESTION.code(), _ -> false);
    }

    @Bean
    Rule riskRuleRules() {
        return new RiskRuleRules();
    }

    @Bean
    Rule riskQuestionRules() {
        return new RiskQuestionRules();
    }

    @Bean
    Shipped shippedRiskRecords() {
        return new ShippedRiskRecords();
    }

    @Bean
    RiskTerms riskTerms(LiveViews views) {
        return new RiskTerms(views);
    }

    @Bean
    Experience changeExperience(ObjectProvider<Stats> stats) {
        return new Experience(stats::getObject);
    }

    @Bean
    RiskAssessments riskAssessments(
            ObjectProvider<AffectedItems> affected,
            ObjectProvider<RecordStore> store,
            ItemClasses classes,
            Experience experience,
            MaintenanceTimes maintenance,
            Environment settings,
            RiskTerms terms) {
        var hits = new HitFacts(affected::getObject, store::getObject, classes);
        var house = ZoneId.of(settings.getProperty("mainstay.zone", "UTC"));
        var facts = new RiskFacts(
                hits, experience, maintenance, it -> zone(store.getObject(), it).orElse(house));
        return new RiskAssessments(facts, terms);
    }

    /// Of whoever asked for the change; empty where they name none.
    private static Optional<ZoneId> zone(RecordStore store, Snapshot change) {
        return Optional.ofNullable(change.get(ChangeType.REQUESTED_BY))
                .flatMap(it -> store.get(Installation.ITSELF, PersonType.PERSON, it))
                .map(it -> it.get(PersonType.ZONE))
                .flatMap(RiskModule::zone);
    }

    private static Optional<ZoneId> zone(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// After what the change has because of its model and state.
    @Bean
    @Order
    Rule riskOnSave(RiskAssessments assessments) {
        return new RiskOnSave(assessments);
    }

    @Bean
    Action<Change> answerRisk(ObjectProvider<RiskTerms> terms) {
        return new AnswerRisk(terms::getObject);
    }

    @Bean
    Panel riskOfChanges() {
        return new Panel(11, "change", "change.risk", "risk", ChangeType.WORK, true);
    }

    @Bean
    MenuEntry riskRulesEntry() {
        return new MenuEntry(118, "risk_rule.plural", "/risk-rules", "list", Permissions.ADMIN);
    }

    @Bean
    MenuEntry riskQuestionsEntry() {
        return new MenuEntry(118, "risk_question.plural", "/risk-questions", "list", Permissions.ADMIN);
    }
}
