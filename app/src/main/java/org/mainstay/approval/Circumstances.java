package org.mainstay.approval;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What has to be known of the world to say who decides.
interface Circumstances {

    /// Why nobody is asked; null where somebody is.
    Event.@Nullable Why skips(StepTerms step);

    /// Why it is approved by itself; null where it is not.
    Event.@Nullable Why passes(StepTerms step);

    /// Whom the step names, whether they can decide or not.
    Set<UUID> approvers(StepTerms step);

    /// To whom the step is escalated.
    Set<UUID> escalation(StepTerms step);

    /// The members of a group.
    Set<UUID> members(UUID group);

    boolean active(UUID person);

    @Nullable
    UUID manager(UUID person);

    /// Who stands in for the person at present; null where they are there or named nobody.
    @Nullable
    UUID substitute(UUID person);
}
