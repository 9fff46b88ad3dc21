package org.mainstay.approval;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one step asks for, as it stood when the approval was asked for.
///
/// @param beside whether it is asked at the same time as the step before it
/// @param person who is asked, where the step names one
/// @param group whose members are asked, where the step names one
/// @param list the approval rules that say who is asked, where the step goes by them
/// @param needed how many have to approve, of a quorum of some
/// @param skipWhen condition under which nobody is asked
/// @param approveWhen condition under which the step is approved by itself
record StepTerms(
        String name,
        boolean beside,
        Approvers approvers,
        @Nullable UUID person,
        @Nullable UUID group,
        @Nullable String list,
        Quorum quorum,
        int needed,
        Rejection rejection,
        @Nullable String skipWhen,
        @Nullable String approveWhen,
        @Nullable Duration deadline,
        @Nullable Duration reminder,
        Overdue overdue,
        @Nullable UUID escalationPerson,
        @Nullable UUID escalationGroup) {

    /// Where a step finds the people it asks.
    enum Approvers {
        MANAGER_OF_REQUESTER,
        MANAGER_OF_BENEFICIARY,
        OWNER,
        COST_OWNER,
        PERSON,
        GROUP,
        /// By the approval rules of a list.
        RULE
    }

    /// How many of those who are asked have to approve.
    enum Quorum {
        ANY,
        ALL,
        SOME
    }

    /// When a step counts as rejected.
    enum Rejection {
        /// One says no.
        FIRST,
        /// So many say no that the quorum cannot be reached any more.
        OUTVOTED
    }

    /// What happens when the deadline has passed.
    enum Overdue {
        WAIT,
        /// Others may settle the step; after the same time again it expires.
        ESCALATE,
        EXPIRE
    }
}
