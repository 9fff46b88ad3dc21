package org.mainstay.demo;

import java.time.Clock;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.cmdb.reconciliation.Reconciler;
import org.mainstay.incident.Outages;
import org.mainstay.kernel.command.Command;
import org.mainstay.kernel.outbound.StandIn;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.BulkDoor;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.people.Actors;
import org.mainstay.people.DemoPassword;
import org.mainstay.people.signin.SignIn;
import org.mainstay.people.signin.Tokens;
import org.mainstay.problem.Candidates;
import org.mainstay.request.Orders;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class DemoModule {

    @Bean
    DemoCompany demoCompany(
            RecordStore store,
            RecordTypes types,
            Installation installation,
            SignIn signIn,
            DemoPassword password,
            Transactions transactions,
            Reconciler reconciler,
            Acts acts,
            Orders orders,
            Actors actors,
            Outages outages,
            Candidates candidates,
            Dependencies dependencies,
            Clock clock,
            Environment settings) {
        return new DemoCompany(
                store,
                types,
                installation,
                signIn,
                password,
                transactions,
                reconciler,
                acts,
                orders,
                actors,
                outages,
                candidates,
                dependencies,
                clock,
                !"restore".equals(settings.getProperty("mainstay.command")));
    }

    @Bean
    @ConditionalOnProperty(name = "mainstay.demo", havingValue = "true")
    VpnGateway vpnGateway() {
        return new VpnGateway();
    }

    @Bean
    @ConditionalOnProperty(name = "mainstay.demo", havingValue = "true")
    StandIn vpnStandIn(VpnGateway gateway) {
        return gateway.standIn();
    }

    @Bean
    Command fill(
            RecordStore store,
            BulkDoor bulk,
            SignIn signIn,
            Tokens tokens,
            DemoCompany company,
            DemoPassword password,
            Acts acts,
            Orders orders,
            Actors actors,
            Clock clock) {
        var requests = new FillRequests(store, bulk, acts, orders, actors, signIn, password);
        var changes = new FillChanges(store, bulk, signIn, password);
        return new Fill(store, bulk, signIn, tokens, company, password, requests, changes, clock);
    }
}
