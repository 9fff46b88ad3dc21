package org.mainstay.web;

import java.util.Map;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;

/// What stands in small letters under the values on pages of a type's records, contributed as a bean by the module that
/// knows it.
public interface ValueNotes {

    /// Code of the record type.
    String type();

    /// Short sentences by the code of the attribute; attributes without one are left out.
    ///
    /// @param record as the actor sees it
    Map<String, String> of(Actor actor, Snapshot record, Show.Reader reader);
}
