package org.mainstay.flow;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.mainstay.approval.Approvals;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.definition.AdministratorsAccess;
import org.mainstay.kernel.definition.DefinitionUse;
import org.mainstay.kernel.filter.Conditions;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.outbound.Outbound;
import org.mainstay.kernel.process.ProcessTokens;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Follower;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.PartWriter;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.text.Messages;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Show;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The module's beans.
@Configuration(proxyBeanMethods = false)
@Import({FlowQueries.class, CallQueries.class})
class FlowModule {

    private static final UUID MACHINE = UUID.fromString("00000000-0000-7000-8000-000000000037");

    @Bean
    RecordType<?> flowType(ObjectProvider<FlowTerms> terms) {
        return FlowType.with(List.of(new PublishFlow(terms::getObject)));
    }

    @Bean
    RecordType<?> flowVersionType() {
        return FlowVersionType.FLOW_VERSION;
    }

    @Bean
    AccessRule flowAccess(ObjectProvider<DefinitionUse> uses) {
        return AdministratorsAccess.of(
                FlowType.FLOW.code(),
                it -> it.get(FlowType.PUBLISHED) != null || uses.stream().anyMatch(use -> use.of(it.id())));
    }

    @Bean
    AccessRule flowVersionAccess(ObjectProvider<FlowQueries> queries, ObjectProvider<DefinitionUse> uses) {
        return AdministratorsAccess.of(
                FlowVersionType.FLOW_VERSION.code(),
                it -> queries.getObject().begunBy(it.id()) || uses.stream().anyMatch(use -> use.of(it.id())));
    }

    @Bean
    Rule flowRules(ObjectProvider<FlowTerms> terms) {
        return new FlowRules.OfFlows(it -> terms.getObject().connected(it));
    }

    @Bean
    Rule flowVersionRules() {
        return new FlowRules.OfVersions();
    }

    @Bean
    FlowTerms flowTerms(
            RecordStore store,
            References references,
            RecordTypes types,
            Conditions conditions,
            ObjectProvider<Flowing> flowings) {
        return new FlowTerms(
                store, references, types, conditions, flowings.stream().toList());
    }

    @Bean
    FlowVersions flowVersions(ObjectProvider<RecordStore> store) {
        return new FlowVersions(store::getObject);
    }

    @Bean
    Works flowWorks(
            FlowQueries queries,
            CallQueries calls,
            FlowTerms terms,
            RecordStore store,
            RecordTypes types,
            Acts acts,
            Approvals approvals,
            Transactions transactions,
            Messages messages,
            Installation installation) {
        return new Works(
                queries,
                calls,
                terms,
                new Wording(terms),
                store,
                types,
                acts,
                approvals,
                transactions,
                new Reasons(messages),
                () -> machine(installation));
    }

    private static Actor machine(Installation installation) {
        return new Actor.Machine(MACHINE, "flow", installation.organisation());
    }

    @Bean
    Pump flowPump(
            FlowQueries queries,
            ProcessTokens engine,
            FlowVersions versions,
            FlowTerms terms,
            Works works,
            CallQueries calls,
            Approvals approvals,
            RecordStore store,
            Installation installation,
            Messages messages,
            Transactions transactions,
            Clock clock) {
        var reasons = new Reasons(messages);
        Supplier<Actor> machine = () -> machine(installation);
        var wording = new Wording(terms);
        var turns =
                new Turns(queries, engine, versions, terms, works, calls, approvals, wording, reasons, store, machine);
        return new Pump(queries, engine, turns, reasons, transactions, clock);
    }

    @Bean
    Calls flowCalls(
            CallQueries calls,
            FlowQueries queries,
            Outbound outbound,
            Messages messages,
            Transactions transactions,
            Clock clock) {
        return new Calls(calls, queries, outbound, new Reasons(messages), transactions, clock);
    }

    @Bean
    FlowThreads flowThreads(ProcessTokens engine, Pump pump, Calls calls) {
        return new FlowThreads(engine, pump, calls);
    }

    @Bean
    PartWriter<Told> toldWriter(ObjectProvider<FlowThreads> threads) {
        return new Told.Writer(() -> threads.getObject().wake());
    }

    @Bean
    Follower approvalsOfFlows(ObjectProvider<FlowThreads> threads) {
        return new FlowFollower.OfApprovals(() -> threads.getObject().wake());
    }

    @Bean
    Flows flows(FlowQueries queries) {
        return new Flows(queries);
    }

    @Bean
    MenuEntry flowsEntry() {
        return new MenuEntry(115, "flow.plural", "/flows", "route", Grants.ADMIN);
    }

    @Bean
    RunViews runViews(
            FlowQueries queries, FlowVersions versions, FlowTerms terms, RecordStore store, Acts acts, Show show) {
        return new RunViews(queries, versions, terms, store, acts, show);
    }

    @Bean
    RunWriter runWriter(FlowQueries queries, FlowVersions versions, FlowTerms terms, RecordStore store) {
        return new RunWriter(queries, versions, terms, store);
    }
}
