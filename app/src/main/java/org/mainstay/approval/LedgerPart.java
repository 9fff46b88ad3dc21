package org.mainstay.approval;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.PlanPart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What happened to an approval by one act, and the letters that follow from it.
///
/// @param about the record, where this begins an approval
record LedgerPart(
        List<Event.Happened> happened,
        List<Letter> letters,
        @Nullable UUID about) implements PlanPart {

    static final String KIND = "approval";

    @Override
    public String kind() {
        return KIND;
    }

    /// The events by name; what they say stands in the ledger.
    @Override
    public JsonNode changes() {
        var mapper = JsonMapper.shared();
        var changes = mapper.createObjectNode();
        var events = changes.putArray("events");
        happened.forEach(it -> events.add(Ledger.kind(it.event())));
        var reminded = changes.putArray("reminded");
        letters.stream()
                .filter(it -> it.sort() == Letter.Sort.REMINDED)
                .forEach(it -> reminded.add(it.person().toString()));
        return changes;
    }
}
