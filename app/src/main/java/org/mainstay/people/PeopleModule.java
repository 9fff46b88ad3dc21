package org.mainstay.people;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.history.FeedConsumer;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/// The record types of people and who may see and keep them; sign-in assembles itself in
/// `signin.SignInModule`.
@Configuration(proxyBeanMethods = false)
@Import({ActorQueries.class, AuditQueries.class, BootstrapQueries.class, ExplanationQueries.class})
class PeopleModule {

    @Bean
    RecordType<?> personType() {
        return PersonType.PERSON;
    }

    @Bean
    RecordType<?> groupType() {
        return GroupType.GROUP;
    }

    @Bean
    RecordType<?> locationType() {
        return LocationType.LOCATION;
    }

    @Bean
    RecordType<?> organisationType() {
        return OrganisationType.ORGANISATION;
    }

    @Bean
    RecordType<?> roleType() {
        return RoleType.ROLE;
    }

    @Bean
    RecordType<?> grantType() {
        return GrantType.GRANT;
    }

    @Bean
    RecordType<?> absenceType() {
        return AbsenceType.ABSENCE;
    }

    @Bean
    AccessRule absenceAccess() {
        return new AbsenceAccess();
    }

    @Bean
    Rule absenceRules() {
        return new AbsenceRules();
    }

    @Bean
    Absences absences(RecordStore store) {
        return new Absences(store);
    }

    @Bean
    Administrators administrators(ObjectProvider<Actors> actors, ObjectProvider<ActorQueries> queries) {
        return new Administrators(
                it -> actors.getObject().find(it), it -> queries.getObject().members(it));
    }

    @Bean
    AccessRule personAccess(Administrators administrators) {
        return new OrganisationScope("person", administrators);
    }

    @Bean
    AccessRule groupAccess(Administrators administrators) {
        return new OrganisationScope("group", administrators);
    }

    @Bean
    AccessRule locationAccess(Administrators administrators) {
        return new OrganisationScope("location", administrators);
    }

    @Bean
    AccessRule organisationAccess(Administrators administrators) {
        return new OrganisationScope("organisation", administrators);
    }

    @Bean
    AccessRule grantAccess(Administrators administrators) {
        return new GrantScope(administrators);
    }

    @Bean
    Rule personRules(Administrators administrators) {
        return new PersonRules(administrators);
    }

    @Bean
    Rule groupRules() {
        return new GroupRules();
    }

    @Bean
    Rule groupTree() {
        return new TreeRules(GroupType.GROUP, GroupType.PARENT);
    }

    @Bean
    Rule locationTree() {
        return new TreeRules(LocationType.LOCATION, LocationType.PARENT);
    }

    @Bean
    Rule organisationRules() {
        return new OrganisationRules();
    }

    @Bean
    Rule roleRules() {
        return new RoleRules();
    }

    @Bean
    Rule grantRules(Installation installation) {
        return new GrantRules(installation);
    }

    @Bean
    @Order
    Rule lastAdministratorByPerson() {
        return new LastAdministrator("person");
    }

    @Bean
    @Order
    Rule lastAdministratorByGroup() {
        return new LastAdministrator("group");
    }

    @Bean
    @Order
    Rule lastAdministratorByRole() {
        return new LastAdministrator("role");
    }

    @Bean
    Actors actors(ActorQueries queries, Installation installation, Environment settings) {
        return new Actors(
                queries,
                installation,
                ZoneId.of(settings.getProperty("mainstay.zone", "UTC")),
                Locale.of(settings.getProperty("mainstay.language", "en")));
    }

    @Bean
    Audit audit(AuditQueries queries, Clock clock) {
        return new Audit(queries, clock);
    }

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    DemoPassword demoPassword(Installation installation, Environment settings) {
        return new DemoPassword(
                installation,
                settings.getProperty("mainstay.demo", Boolean.class, false),
                settings.getProperty("mainstay.demo-password"));
    }

    @Bean
    AuditTrail auditTrail(AuditQueries queries, RecordStore store) {
        return new AuditTrail(queries, store);
    }

    @Bean
    FeedConsumer grantAudit(AuditQueries queries) {
        return new GrantAudit(queries);
    }

    @Bean
    Explanation explanation(
            ExplanationQueries queries,
            RecordStore store,
            RecordTypes types,
            Access access,
            Actors actors,
            Clock clock) {
        return new Explanation(queries, store, types, access, actors, clock);
    }

    @Bean
    Bootstrap bootstrap(
            BootstrapQueries queries,
            Installation installation,
            RecordStore store,
            Transactions transactions,
            Environment settings) {
        return new Bootstrap(
                queries,
                installation,
                store,
                transactions,
                !"restore".equals(settings.getProperty("mainstay.command")));
    }
}
