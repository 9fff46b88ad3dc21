package org.mainstay.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.PersonType;
import org.mainstay.request.CatalogItem;
import org.mainstay.request.CatalogItemType;
import org.mainstay.request.form.FormType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the demo company asks who orders something, and what its people answer.
final class DemoForms {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /// Code of the form by the name of its item; its document lies in `demo/forms`.
    private static final Map<String, String> FORMS = Map.of(
            DemoBundles.NEW_STARTER,
            "new_starter",
            "New laptop",
            "new_laptop",
            "VPN access",
            "vpn_access",
            "Firewall rule",
            "firewall_rule",
            "New shared mailbox",
            "shared_mailbox",
            "Change of a user's details",
            "user_details",
            "Help with a meeting room",
            "meeting_help",
            "Software licence",
            "software_licence");

    private final RecordStore store;
    private final DemoPeople company;
    private final DemoCatalog catalog;

    DemoForms(RecordStore store, DemoPeople company, DemoCatalog catalog) {
        this.store = store;
        this.company = company;
        this.catalog = catalog;
    }

    void make() {
        FORMS.forEach((item, code) -> {
            var form = Plan.newId();
            var values = new Values().set(FormType.NAME, item).set(FormType.DOCUMENT, document(code));
            company.save(
                    company.system(),
                    Plan.of(Cause.CREATED)
                            .with(new Step.Create(FormType.FORM, form, code, values, new ArrayList<>(), List.of())));
            catalog.act(FormType.FORM, form, "publish");
            var offered = store.get(company.system(), CatalogItemType.CATALOG_ITEM, catalog.item(item))
                    .orElseThrow();
            var plan = Plan.of(Cause.EDITED);
            plan.edit(offered)
                    .set(CatalogItemType.FORM, form)
                    .set(CatalogItemType.RECURRING_PERIOD, CatalogItem.Period.MONTH);
            company.save(company.system(), plan);
            catalog.act(CatalogItemType.CATALOG_ITEM, offered.id(), "publish");
        });
    }

    private static String document(String code) {
        try (var stream = DemoForms.class.getResourceAsStream("/demo/forms/" + code + ".json")) {
            return new String(Objects.requireNonNull(stream, code).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What somebody answers who orders the item.
    ///
    /// @param much whether they want a lot
    JsonNode answers(String item, UUID person, boolean much, LocalDate today) {
        var place = store.get(company.system(), PersonType.PERSON, person)
                .map(it -> it.need(PersonType.LOCATION))
                .orElseThrow();
        return MAPPER.readTree(
                switch (item) {
                    case "New laptop" -> much ? """
                                {"model":"pro","memory":"m64","keyboard":"german","extras":["dock","care"],
                                 "justification":"Route planning of all halls at once needs 48 GB.","place":"%s"}
                                """.formatted(place) : """
                                {"model":"standard","memory":"m16","keyboard":"german","extras":["bag"],"place":"%s"}
                                """.formatted(place);
                    case "VPN access" -> """
                        {"systems":["files","mail"],"period":{"from":"%s","to":"%s"},
                         "reason":"Visits to customers in the north.","rules":true}
                        """.formatted(today.plusDays(1), today.plusDays(90));
                    case "Firewall rule" -> """
                        {"connections":[
                          {"source":"10.20.4.0/24","target":"wms-db-1","port":5432,"protocol":"tcp"},
                          {"source":"10.20.4.0/24","target":"wms-app-1","port":443,"protocol":"tcp"}],
                         "temporary":false,"reason":"Scanners of hall 4 report to the warehouse system."}
                        """;
                    case "New shared mailbox" -> """
                        {"name":"Damage reports","members":[{"person":"%s","right":"send"},{"person":"max","right":"read"}]}
                        """.formatted(person);
                    default -> "{}";
                });
    }

    static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
