package org.mainstay.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.request.BundleItemType;
import org.mainstay.request.CatalogItemType;

/// What the demo company orders together: everything for people who begin, by what they will do.
final class DemoBundles {

    static final String NEW_STARTER = "New starter";

    private final DemoPeople company;
    private final DemoCatalog catalog;

    /// @param condition empty for always
    /// @param after name of the item that is delivered before; empty for none
    private record Part(String item, String condition, String after, String answers) {}

    private static final List<Part> PARTS = List.of(
            new Part("User account", "", "", ""),
            new Part("Desk and access card", "", "", ""),
            new Part("New laptop", "role:office,it", "User account", """
                    model: standard
                    memory: m16
                    keyboard: german
                    wanted_by: {starts_on}
                    """),
            new Part("Second monitor", "role:office,it", "Desk and access card", ""),
            new Part("Hand scanner", "role:warehouse requester.department:Operations,Warehouse", "User account", ""),
            new Part("VPN access", "remote:yes", "User account", "systems: files, mail\nreason: Begins to work here"),
            new Part("Mobile phone", "phone:yes", "", ""),
            new Part("Drawing program", "programs:drawing", "New laptop", ""),
            new Part("Access to the data warehouse", "programs:data_warehouse", "User account", ""));

    DemoBundles(DemoPeople company, DemoCatalog catalog) {
        this.company = company;
        this.catalog = catalog;
    }

    void make() {
        var bundle = catalog.item(NEW_STARTER);
        var plan = Plan.of(Cause.CREATED);
        Map<String, UUID> made = new HashMap<>();
        for (var part : PARTS) {
            var item = plan.create(BundleItemType.BUNDLE_ITEM);
            item.values()
                    .set(BundleItemType.NAME, part.item())
                    .set(BundleItemType.BUNDLE, bundle)
                    .set(BundleItemType.ITEM, catalog.item(part.item()))
                    .set(BundleItemType.CONDITION, part.condition().isEmpty() ? null : part.condition())
                    .set(BundleItemType.POSITION, 10L * (made.size() + 1))
                    .set(BundleItemType.DEPENDS_ON, made.get(part.after()))
                    .set(
                            BundleItemType.ANSWERS,
                            part.answers().isEmpty() ? null : part.answers().strip());
            made.put(part.item(), item.id());
        }
        company.save(company.system(), plan);
        catalog.act(CatalogItemType.CATALOG_ITEM, bundle, "publish");
    }
}
