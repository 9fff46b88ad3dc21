package org.mainstay.approval;

import java.util.Map;
import java.util.TreeMap;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;

/// A record as a matter of approval.
record Matter(Approvable approvable, Snapshot record) {

    ApprovalCase concern() {
        return approvable.of(record);
    }

    /// The values on which a decision rests, as texts by code.
    Map<String, String> facts() {
        var facts = new TreeMap<String, String>();
        approvable.facts().forEach(it -> put(facts, it));
        return facts;
    }

    private <T> void put(Map<String, String> facts, Attribute<T> attribute) {
        var value = record.get(attribute);
        if (value != null) {
            facts.put(attribute.code(), attribute.kind().format(value));
        }
    }
}
