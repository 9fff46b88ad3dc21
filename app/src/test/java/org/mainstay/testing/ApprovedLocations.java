package org.mainstay.testing;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mainstay.approval.Approvable;
import org.mainstay.approval.Approval;
import org.mainstay.approval.ApprovalCase;
import org.mainstay.approval.ApprovalPanels;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.LocationType;
import org.mainstay.people.PersonType;
import org.mainstay.web.Panel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/// Connects locations with approvals, for tests only: their address says whom they concern (`for=eve owner=nina
/// cost=carl amount=1200 EUR`, `late` where changes ask nobody anew), and how the approval ended becomes their country.
@TestConfiguration(proxyBeanMethods = false)
public class ApprovedLocations {

    @Bean
    Approvable approvedLocations(ObjectProvider<RecordStore> store, ObjectProvider<Cast> cast) {
        return new Connection(store, cast);
    }

    @Bean
    Panel approvalsOfLocations() {
        return ApprovalPanels.of("location");
    }

    private record Connection(ObjectProvider<RecordStore> store, ObjectProvider<Cast> cast) implements Approvable {

        @Override
        public String type() {
            return "location";
        }

        @Override
        public ApprovalCase of(Snapshot record) {
            var requester = record.need(Header.CREATED_BY);
            var beneficiary = person(record, "for");
            var amount = word(record, "amount=([0-9.]+ [A-Z]{3})");
            return new ApprovalCase(
                    requester,
                    beneficiary == null ? requester : beneficiary,
                    person(record, "owner"),
                    person(record, "cost"),
                    amount == null ? null : Money.parse(amount));
        }

        private UUID person(Snapshot record, String what) {
            var name = word(record, what + "=([a-z.0-9]+)");
            return name == null
                    ? null
                    : store.getObject()
                            .find(cast.getObject().system(), PersonType.PERSON, name)
                            .map(Snapshot::id)
                            .orElse(null);
        }

        private static String word(Snapshot record, String pattern) {
            var address = record.get(LocationType.ADDRESS);
            var matcher = Pattern.compile(pattern).matcher(address == null ? "" : address);
            return matcher.find() ? matcher.group(1) : null;
        }

        @Override
        public List<Attribute<?>> facts() {
            return List.of(LocationType.NAME, LocationType.ADDRESS);
        }

        @Override
        public boolean renews(Snapshot record) {
            return word(record, "(late)") == null;
        }

        @Override
        public void ended(Approval.State how, Snapshot record, Plan plan) {
            plan.edit(record).set(LocationType.COUNTRY, Codes.of(how));
        }
    }
}
