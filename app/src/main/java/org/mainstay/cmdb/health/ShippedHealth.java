package org.mainstay.cmdb.health;

import java.util.ArrayList;
import java.util.List;
import org.mainstay.cmdb.health.ClassExpectation.Related;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Shipped;

/// The measures, expectations and policies as they come. Policies only ask; retiring and archiving is for
/// administrators to switch on.
final class ShippedHealth implements Shipped {

    private record Measured(String code, String label, String labelInGerman, long weight) {}

    private static final List<Measured> MEASURES = List.of(
            new Measured(Completeness.CODE, "Completeness", "Vollständigkeit", 30),
            new Measured(Staleness.CODE, "Freshness", "Aktualität", 25),
            new Measured(Orphans.CODE, "Relations", "Verknüpfung", 15),
            new Measured(Duplicates.CODE, "Uniqueness", "Eindeutigkeit", 15),
            new Measured(Compliance.CODE, "Compliance", "Konformität", 15));

    /// @param itemClass empty for all
    private record Expected(String itemClass, String name, String attributes, Related related, boolean unique) {}

    private static final List<Expected> EXPECTED = List.of(
            new Expected("", "Everything", "support_group", Related.NO, false),
            new Expected("service", "Services", "owner criticality", Related.NEEDS, true),
            new Expected("business_application", "Business applications", "owner", Related.NO, true),
            new Expected("application_component", "Application components", "environment", Related.NEEDS, true),
            new Expected("database", "Databases", "environment database_engine", Related.ANY, false),
            new Expected("computing", "Computers", "os ip_address", Related.NO, true),
            new Expected("server", "Servers", "environment", Related.NEEDED, true),
            new Expected("virtual_machine", "Virtual machines", "environment", Related.NEEDS, true),
            new Expected("network_device", "Network devices", "ip_address", Related.ANY, true),
            new Expected("storage", "Storage", "ip_address", Related.NEEDED, true),
            new Expected("certificate", "Certificates", "expires_at", Related.NO, false));

    /// @param itemClass empty for all
    private record Term(String itemClass, String name, long verify, long retire, long archive) {}

    private static final List<Term> TERMS = List.of(
            new Term("", "Everything else", 365, 455, 1_095),
            new Term("computing", "Computers and servers", 60, 90, 365),
            new Term("network_device", "Network devices", 60, 90, 365),
            new Term("storage", "Storage", 60, 90, 365),
            new Term("peripheral", "Peripherals", 60, 90, 365),
            new Term("cloud_resource", "Cloud resources", 30, 45, 180),
            new Term("container_workload", "Container workloads", 30, 45, 180),
            new Term("unknown_device", "Unknown devices", 30, 45, 180));

    @Override
    public List<Item> items() {
        var items = new ArrayList<Item>();
        long position = 0;
        for (var one : MEASURES) {
            position += 10;
            items.add(new Item(
                    HealthMeasureType.HEALTH_MEASURE,
                    one.code,
                    new Values()
                            .set(HealthMeasureType.CODE, one.code)
                            .set(HealthMeasureType.LABEL, one.label)
                            .set(HealthMeasureType.LABEL_DE, one.labelInGerman)
                            .set(HealthMeasureType.WEIGHT, one.weight)
                            .set(HealthMeasureType.POSITION, position)
                            .set(HealthMeasureType.ACTIVE, true)));
        }
        EXPECTED.forEach(it -> items.add(new Item(ClassExpectationType.CLASS_EXPECTATION, key(it.itemClass), of(it))));
        TERMS.forEach(it -> items.add(new Item(StalenessPolicyType.STALENESS_POLICY, key(it.itemClass), of(it))));
        return items;
    }

    private static String key(String itemClass) {
        return itemClass.isEmpty() ? "all" : itemClass;
    }

    private static Values of(Expected one) {
        var values = new Values()
                .set(ClassExpectationType.NAME, one.name)
                .set(ClassExpectationType.ATTRIBUTES, one.attributes)
                .set(ClassExpectationType.RELATED, one.related)
                .set(ClassExpectationType.UNIQUE_NAMES, one.unique)
                .set(ClassExpectationType.ACTIVE, true);
        return one.itemClass.isEmpty() ? values : values.set(ClassExpectationType.ITEM_CLASS, one.itemClass);
    }

    private static Values of(Term one) {
        var values = new Values()
                .set(StalenessPolicyType.NAME, one.name)
                .set(StalenessPolicyType.VERIFY_AFTER, one.verify)
                .set(StalenessPolicyType.RETIRES, false)
                .set(StalenessPolicyType.RETIRE_AFTER, one.retire)
                .set(StalenessPolicyType.ARCHIVES, false)
                .set(StalenessPolicyType.ARCHIVE_AFTER, one.archive)
                .set(StalenessPolicyType.AT_MOST, 200L)
                .set(StalenessPolicyType.ACTIVE, true);
        return one.itemClass.isEmpty() ? values : values.set(StalenessPolicyType.ITEM_CLASS, one.itemClass);
    }
}
