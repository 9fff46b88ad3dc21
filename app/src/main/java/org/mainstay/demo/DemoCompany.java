package org.mainstay.demo;

import java.time.Clock;
import java.time.Duration;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.cmdb.reconciliation.Reconciler;
import org.mainstay.incident.Outages;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.people.Actors;
import org.mainstay.people.DemoPassword;
import org.mainstay.people.signin.SignIn;
import org.mainstay.problem.Candidates;
import org.mainstay.request.Orders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/// Seeds the demo company on the first start of a demo; the same for everybody who starts on the same
/// day. What a crash left half-made is finished by the next start.
final class DemoCompany implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCompany.class);
    private static final String PEOPLE = "demo.people";
    private static final String INCIDENTS = "demo.incidents";
    private static final String CHANGES = "demo.changes";
    private static final String DRIFT = "demo.drift";
    private static final String ACCURACY = "demo.accuracy";
    private static final String CATALOG = "demo.catalog";
    private static final String FORMS = "demo.forms";
    private static final String BUNDLES = "demo.bundles";
    private static final String ORDERS = "demo.orders";
    private static final String APPROVALS = "demo.approvals";
    private static final String FLOWS = "demo.flows";
    private static final String ASKED = "demo.asked";
    private static final String PORTAL = "demo.portal";
    private static final String PROBLEMS = "demo.problems";
    private static final String CHANGE_POLICIES = "demo.change_policies";
    private static final String CHANGE_RECORDS = "demo.change_records";
    private static final String CAUSES = "demo.causes";
    private static final String OUTCOMES = "demo.outcomes";
    private static final Duration INFRASTRUCTURE_AGE = Duration.ofDays(500);

    private final RecordStore store;
    private final RecordTypes types;
    private final Installation installation;
    private final SignIn signIn;
    private final DemoPassword password;
    private final Transactions transactions;
    private final Reconciler reconciler;
    private final Acts acts;
    private final Orders orders;
    private final Actors actors;
    private final Outages outages;
    private final Candidates candidates;
    private final Dependencies dependencies;
    private final Clock clock;
    private final boolean wanted;

    DemoCompany(
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
            boolean wanted) {
        this.store = store;
        this.types = types;
        this.installation = installation;
        this.signIn = signIn;
        this.password = password;
        this.transactions = transactions;
        this.reconciler = reconciler;
        this.acts = acts;
        this.orders = orders;
        this.actors = actors;
        this.outages = outages;
        this.candidates = candidates;
        this.dependencies = dependencies;
        this.clock = clock;
        this.wanted = wanted;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!wanted || !password.demo()) {
            return;
        }
        seed();
        if (password.random()) {
            System.out.println("Everybody of the demo company has the password " + password.password());
        }
    }

    /// @return who and what the company has
    DemoPeople seed() {
        var company = new DemoPeople(store, installation);
        if (installation.fact(PEOPLE).isEmpty()) {
            transactions.within(() -> {
                var now = clock.instant();
                company.make(now.minus(INFRASTRUCTURE_AGE), new DemoInfrastructure(company, types, now));
                return installation.settle(PEOPLE, "done");
            });
        }
        company.read();
        signIn.give(company.everybody(), password.password());
        var incidents = new DemoIncidents(store, company, clock);
        int made = installation.fact(INCIDENTS).map(Integer::parseInt).orElse(0);
        if (made < DemoIncidents.COUNT) {
            LOG.info("Making the incidents of the demo company");
        }
        for (int next = made; next < DemoIncidents.COUNT; next++) {
            int index = next;
            transactions.within(() -> {
                incidents.make(index);
                installation.replace(INCIDENTS, Integer.toString(index + 1));
                return index;
            });
        }
        if (installation.fact(CHANGES).isEmpty()) {
            transactions.within(() -> {
                new DemoItemChanges(store, company, clock).make();
                return installation.settle(CHANGES, "done");
            });
        }
        company.read();
        if (installation.fact(DRIFT).isEmpty()) {
            transactions.within(() -> {
                new DemoDrift(store, company, reconciler, clock).make();
                return installation.settle(DRIFT, "done");
            });
        }
        if (installation.fact(ACCURACY).isEmpty()) {
            transactions.within(() -> {
                new DemoAccuracy(company, clock).make();
                return installation.settle(ACCURACY, "done");
            });
        }
        if (installation.fact(CAUSES).isEmpty()) {
            transactions.within(() -> {
                new DemoCauses(store, company, clock).make();
                return installation.settle(CAUSES, "done");
            });
        }
        catalog(company);
        if (installation.fact(PORTAL).isEmpty()) {
            transactions.within(() -> {
                new DemoPortal(store, types, company, acts, actors, outages).make();
                return installation.settle(PORTAL, "done");
            });
        }
        if (installation.fact(PROBLEMS).isEmpty()) {
            transactions.within(() -> {
                new DemoProblems(store, company, acts, candidates, clock).make();
                return installation.settle(PROBLEMS, "done");
            });
        }
        if (installation.fact(CHANGE_POLICIES).isEmpty()) {
            transactions.within(() -> {
                new DemoChanges(store, company, acts, clock).policies();
                return installation.settle(CHANGE_POLICIES, "done");
            });
        }
        if (installation.fact(CHANGE_RECORDS).isEmpty()) {
            dependencies.read();
            transactions.within(() -> {
                new DemoChanges(store, company, acts, clock).make();
                new DemoSchedule(company, clock).make();
                return installation.settle(CHANGE_RECORDS, "done");
            });
        }
        if (installation.fact(OUTCOMES).isEmpty()) {
            transactions.within(() -> {
                new DemoOutcomes(store, company, clock).make();
                return installation.settle(OUTCOMES, "done");
            });
        }
        return company;
    }

    private void catalog(DemoPeople company) {
        var catalog = new DemoCatalog(store, company, acts, orders, actors, clock);
        if (installation.fact(CATALOG).isEmpty()) {
            transactions.within(() -> {
                catalog.make();
                return installation.settle(CATALOG, "done");
            });
        }
        if (installation.fact(FORMS).isEmpty()) {
            transactions.within(() -> {
                new DemoForms(store, company, catalog).make();
                return installation.settle(FORMS, "done");
            });
        }
        if (installation.fact(BUNDLES).isEmpty()) {
            transactions.within(() -> {
                new DemoBundles(company, catalog).make();
                return installation.settle(BUNDLES, "done");
            });
        }
        if (installation.fact(ORDERS).isEmpty()) {
            transactions.within(() -> {
                catalog.order();
                return installation.settle(ORDERS, "done");
            });
        }
        if (installation.fact(APPROVALS).isEmpty()) {
            transactions.within(() -> {
                new DemoApprovals(store, company, catalog, acts).make();
                return installation.settle(APPROVALS, "done");
            });
        }
        if (installation.fact(FLOWS).isEmpty()) {
            transactions.within(() -> {
                new DemoFlows(store, company, catalog).make();
                return installation.settle(FLOWS, "done");
            });
        }
        if (installation.fact(ASKED).isEmpty()) {
            transactions.within(() -> {
                catalog.ask();
                return installation.settle(ASKED, "done");
            });
        }
    }
}
