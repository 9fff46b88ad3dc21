package org.mainstay.approval;

import java.util.List;
import java.util.UUID;

/// What a policy asks for, as it stood when the approval was asked for: changes of the policy are for later ones.
///
/// @param ownRequests whether people may approve what they asked for or get
/// @param countsOnce whether who approved one step is not asked again by a later one
/// @param stewards the group that settles a step for which nobody else is left
record Terms(UUID policy, boolean ownRequests, boolean countsOnce, UUID stewards, List<StepTerms> steps) {

    Terms {
        steps = List.copyOf(steps);
    }
}
