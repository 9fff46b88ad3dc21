package org.mainstay.portal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.Snapshot;

/// What a reported problem is about: a service, a device, or something that was ordered.
sealed interface Thing {

    Snapshot record();

    /// What the incident says of it, by attribute.
    default Map<String, String> says() {
        return Map.of();
    }

    /// What ties the incident to it; null where an attribute does.
    default @Nullable PlanPart tie() {
        return null;
    }

    record BusinessService(Snapshot record) implements Thing {

        @Override
        public Map<String, String> says() {
            return Map.of(IncidentType.SERVICE.code(), record.id().toString());
        }
    }

    record Device(Snapshot record) implements Thing {

        @Override
        public Map<String, String> says() {
            return Map.of(IncidentType.CONFIGURATION_ITEM.code(), record.id().toString());
        }
    }

    record Ordered(Snapshot record) implements Thing {

        @Override
        public PlanPart tie() {
            return new Link(LinkType.RELATES_TO, record.id());
        }
    }
}
