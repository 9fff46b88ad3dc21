/// What came of changes: the incidents that they caused, told from the graph and from time, and how often they succeed,
/// by model, group and service. Read `CausedIncidents` first, then `Nearness` and `SuccessScore`.
@NullMarked
package org.mainstay.change.outcome;

import org.jspecify.annotations.NullMarked;
