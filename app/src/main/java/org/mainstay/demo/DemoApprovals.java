package org.mainstay.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mainstay.approval.ApprovalPolicyType;
import org.mainstay.approval.ApprovalStepType;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.CatalogItemType;
import org.mainstay.request.RequestItemType;

/// What has to be approved at the demo company before work on it begins.
final class DemoApprovals {

    private final RecordStore store;
    private final DemoPeople company;
    private final DemoCatalog catalog;
    private final Acts acts;

    DemoApprovals(RecordStore store, DemoPeople company, DemoCatalog catalog, Acts acts) {
        this.store = store;
        this.company = company;
        this.catalog = catalog;
        this.acts = acts;
    }

    void make() {
        policy("New laptop", Map.of("name", "Manager", "approvers", "manager_of_beneficiary"));
        policy(
                "Firewall rule",
                Map.of(
                        "name",
                        "Two of the network team",
                        "approvers",
                        "group",
                        "group",
                        company.group("Network").toString(),
                        "quorum",
                        "some",
                        "needed",
                        "2"));
    }

    private void policy(String item, Map<String, String> step) {
        var offered = store.get(company.system(), CatalogItemType.CATALOG_ITEM, catalog.item(item))
                .orElseThrow();
        var policy = made(
                ApprovalPolicyType.APPROVAL_POLICY,
                Map.of(
                        "name",
                        item,
                        "record_type",
                        RequestItemType.REQUEST_ITEM.code(),
                        "condition",
                        "item:" + offered.number(),
                        "stewards",
                        company.group("Service Desk").toString()));
        var values = new HashMap<>(step);
        values.putAll(Map.of("policy", policy.number(), "deadline", "PT120H", "reminder", "PT48H"));
        made(ApprovalStepType.APPROVAL_STEP, values);
    }

    private Snapshot made(RecordType<?> type, Map<String, String> values) {
        var outcome = acts.create(company.system(), type, Input.texts(values), List.of(), false);
        if (outcome instanceof Outcome.Done(var record)) {
            return record;
        }
        throw new IllegalStateException("the demo company could not have " + values + ": " + outcome);
    }
}
