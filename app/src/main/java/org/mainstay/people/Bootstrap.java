package org.mainstay.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;
import org.springframework.beans.factory.SmartInitializingSingleton;

/// What every installation has from its first start on: the first organisation and the shipped roles.
/// Runs at every start before the first request and makes only what was never there; of several nodes one
/// does it.
final class Bootstrap implements SmartInitializingSingleton {

    private static final String FIRST_NAME = "Mainstay";

    private final BootstrapQueries queries;
    private final Installation installation;
    private final RecordStore store;
    private final Transactions transactions;
    private final boolean wanted;

    /// @param wanted false where a command needs the database as it is
    Bootstrap(
            BootstrapQueries queries,
            Installation installation,
            RecordStore store,
            Transactions transactions,
            boolean wanted) {
        this.queries = queries;
        this.installation = installation;
        this.store = store;
        this.transactions = transactions;
        this.wanted = wanted;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (wanted) {
            run();
        }
    }

    void run() {
        transactions.within(() -> {
            queries.alone();
            var steps = new ArrayList<Step>();
            var organisation =
                    installation.fact(Installation.FIRST_ORGANISATION).map(UUID::fromString);
            var first = organisation.orElseGet(Plan::newId);
            if (organisation.isEmpty()) {
                installation.settle(Installation.FIRST_ORGANISATION, first.toString());
                var values = new Values().set(OrganisationType.NAME, FIRST_NAME);
                steps.add(new Step.Create(OrganisationType.ORGANISATION, first, null, values, List.of(), List.of()));
            }
            var known = queries.roles();
            for (var role : ShippedRole.values()) {
                if (!known.contains(role.code())) {
                    steps.add(create(role));
                }
            }
            if (!steps.isEmpty()) {
                save(new Actor.Machine(Installation.SYSTEM, "system", first), steps);
            }
            return true;
        });
    }

    private static Step create(ShippedRole role) {
        var values = new Values()
                .set(RoleType.NAME, role.title())
                .set(RoleType.PERMISSIONS, String.join(" ", role.permissions()));
        return new Step.Create(RoleType.ROLE, Plan.newId(), role.code(), values, List.of(), List.of());
    }

    private void save(Actor actor, List<Step> steps) {
        var plan = Plan.of(new Cause(Cause.Sort.SYSTEM, "bootstrap", null));
        steps.forEach(plan::with);
        if (!(store.save(actor, plan) instanceof Saved.Done)) {
            throw new IllegalStateException("the first organisation and the shipped roles could not be made");
        }
    }
}
