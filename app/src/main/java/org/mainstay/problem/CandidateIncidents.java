package org.mainstay.problem;

import java.util.List;
import java.util.UUID;

/// Which incidents are behind a candidate, the newest first; at most as many as a problem is made of at once.
interface CandidateIncidents {

    /// Where nobody asks.
    CandidateIncidents NONE = _ -> List.of();

    List<UUID> of(UUID candidate);
}
