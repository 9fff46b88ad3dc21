package org.mainstay.kernel.store;

import java.util.List;
import java.util.Map;
import org.mainstay.kernel.record.Problem;

/// What became of a record that was taken in.
public sealed interface Taken {

    /// @param number empty in a dry run where the type numbers its records
    record Created(String number, Map<String, Preview.Change> changes) implements Taken {}

    record Changed(String number, Map<String, Preview.Change> changes) implements Taken {}

    record Unchanged(String number) implements Taken {}

    record Refused(String number, List<Problem> problems) implements Taken {}
}
