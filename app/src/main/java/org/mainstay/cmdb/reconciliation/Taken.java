package org.mainstay.cmdb.reconciliation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.discovery.Discovered;
import org.mainstay.kernel.record.Problem;

/// What became of one thing that a source told of.
///
/// @param item null where it was refused
/// @param number empty where it was refused
/// @param itemClass of the item afterwards
/// @param steps how the item was told from others
/// @param problems what was not taken, and why
public record Taken(
        Discovered said,
        Outcome outcome,
        @Nullable UUID item,
        String number,
        String itemClass,
        List<Identification.Step> steps,
        List<Problem> problems) {

    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }
}
