package org.mainstay.notification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Label;

/// People who wait for the end of records that they do not see; contributed as a bean by the module that shows them
/// what they may know. They hear nothing else of these records.
public interface Onlookers {

    /// Code of the record type.
    String type();

    /// The states in which what they wait for has come.
    Set<String> ends();

    /// Who waits for which of the records.
    ///
    /// @param most of each record's
    Map<UUID, List<UUID>> of(Collection<UUID> records, int most);

    /// What those of the records are called for the person for whose end they wait.
    Map<UUID, Label> shown(Actor person, Collection<UUID> records);

    /// Of the pages that show them, to be followed by `/` and the record's number.
    String path();
}
