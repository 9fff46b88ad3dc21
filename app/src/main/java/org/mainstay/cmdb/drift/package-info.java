/// What discovery finds changed on watched items though no change record tells of it: grouped by item and source, with
/// what flaps kept apart, to be accepted or made a change from. Read `DriftType`, then `DriftRecorder`.
///
/// The practice of changes contributes `PlannedChanges`, which says on which items a change is open, and
/// `ChangeFromDrift`, which makes a change from a drift.
@NamedInterface("drift")
@NullMarked
package org.mainstay.cmdb.drift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
