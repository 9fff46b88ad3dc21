package org.mainstay.kernel.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.definition.PickType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Values;
import org.mainstay.testing.SpecimenTest;
import org.springframework.beans.factory.annotation.Autowired;

@SpecimenTest
class ShippedRecordsTests {

    @Autowired
    RecordStore store;

    @Autowired
    Installation installation;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext db;

    @Test
    void whatIsShippedIsCreatedOnceAndThenTheAdministrators() {
        var code = "c" + UUID.randomUUID().toString().replace('-', '_');
        var item = new Shipped.Item(
                PickType.PICK,
                "test:" + code,
                new Values().set(PickType.LIST, "test").set(PickType.CODE, code).set(PickType.LABEL, "Shipped"));
        var records = new ShippedRecords(List.of(() -> List.of(item)), store, installation, transactions, db);
        var actor = new Actor.Machine(Installation.SYSTEM, "system", installation.organisation());
        records.ship();
        var shipped = store.find(actor, PickType.PICK, "test:" + code).orElseThrow();
        var plan = Plan.of(Cause.EDITED);
        plan.edit(shipped).set(PickType.LABEL, "Changed");
        assertThat(store.save(actor, plan)).isInstanceOf(Saved.Done.class);
        records.ship();
        var changed = store.find(actor, PickType.PICK, "test:" + code).orElseThrow();
        assertThat(changed.get(PickType.LABEL)).isEqualTo("Changed");
        assertThat(changed.version()).isEqualTo(2);
    }
}
