package org.mainstay.approval;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Money;

/// Whom a record that is to be approved concerns.
///
/// @param requester who asked
/// @param beneficiary for whom; the requester where it is for themselves
/// @param owner of the item or service
/// @param costOwner of the cost centre
/// @param amount what it costs
public record ApprovalCase(
        UUID requester,
        UUID beneficiary,
        @Nullable UUID owner,
        @Nullable UUID costOwner,
        @Nullable Money amount) {}
