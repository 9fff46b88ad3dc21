package org.mainstay.cmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MainstayTest
class ConfigurationItemTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Acts acts;

    @Autowired
    RecordStore store;

    @Autowired
    RecordTypes types;

    @Test
    void whoManagesItemsKeepsThem() {
        var item = assertThat(create(cast.amir()))
                .asInstanceOf(type(Outcome.Done.class))
                .actual()
                .record();
        assertThat(item.number()).matches("CI\\d{7}");
        assertThat(item.get(ConfigurationItemType.CLASS)).isEqualTo("business_service");
        assertThat(item.get(ConfigurationItemType.STATUS)).isEqualTo(Status.OPERATIONAL);
        assertThat(create(cast.sam())).isInstanceOf(Outcome.Denied.class);
        assertThat(create(cast.max())).isInstanceOf(Outcome.Denied.class);
    }

    @Test
    void itemsAreSeenByThePeopleOfTheirOrganisation() {
        var item = assertThat(create(cast.ada()))
                .asInstanceOf(type(Outcome.Done.class))
                .actual()
                .record();
        assertThat(store.get(cast.max(), item.type(), item.id())).isPresent();
        assertThat(store.get(cast.sam(), item.type(), item.id())).isPresent();
        assertThat(store.get(cast.tim(), item.type(), item.id())).isEmpty();
        assertThat(store.get(cast.olga(), item.type(), item.id())).isEmpty();
    }

    @Test
    void whatIsPutAwayIsFoundWhereItIsNamedAndComesBackWithItsStatus() {
        var ada = new Api(port, "ada");
        cast.everybody();
        var number = ada.post("/services", "{\"name\":\"Telex\",\"class\":\"business_service\"}")
                .is(201)
                .json()
                .get("number")
                .asString();
        var one = "/configuration-items/" + number;
        ada.patch(one, "{\"status\":\"retired\"}").is(200);
        ada.post(one + "/archive", "{}").is(200);
        assertThat(ada.get("/services?limit=200").is(200).text()).doesNotContain(number);
        assertThat(ada.get("/services?filter=archived_at:any").is(200).text()).contains(number);

        ada.patch(one, "{\"status\":\"operational\"}").is(200);
        assertThat(ada.get(one).is(200).json().get("archived_at").isNull()).isTrue();
        assertThat(ada.get("/services?limit=200").is(200).text()).contains(number);
    }

    @Test
    void servicesAreItemsOfOneClass() {
        assertThat(types.byCollection("services"))
                .hasValueSatisfying(it -> assertThat(it.filter()).isEqualTo("class:business_service"));
    }

    private Outcome create(Actor actor) {
        return acts.create(
                actor,
                ConfigurationItemType.CONFIGURATION_ITEM,
                Input.texts(Map.of("name", "Payroll", "class", "business_service")),
                List.of(),
                false);
    }
}
