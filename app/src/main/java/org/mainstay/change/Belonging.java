package org.mainstay.change;

import java.util.Optional;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;

/// What is part of a change.
final class Belonging {

    private Belonging() {}

    /// It is of its change's organisation, and none is added to a change that has ended.
    ///
    /// @return the change; empty where it is not there
    static Optional<Snapshot> check(Draft draft, Attribute<UUID> of) {
        var id = draft.get(of);
        Optional<Snapshot> change =
                id == null ? Optional.empty() : draft.lookup().get(ChangeType.CHANGE, id);
        change.ifPresent(it -> check(draft, of, it));
        return change;
    }

    private static void check(Draft draft, Attribute<UUID> of, Snapshot change) {
        if (draft.get(Header.ORGANISATION) == null) {
            draft.set(Header.ORGANISATION, change.organisation());
        } else if (!change.organisation().equals(draft.get(Header.ORGANISATION))) {
            draft.refuse(Header.ORGANISATION, "change.part.organisation");
        }
        if (draft.created()
                && !draft.plan().asItWas()
                && !change.need(ChangeType.STATE).open()) {
            draft.refuse(of, "change.part.ended");
        }
    }
}
