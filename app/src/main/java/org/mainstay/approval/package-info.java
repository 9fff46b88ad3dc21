/// Asks people to decide on any record: by policies of steps, with quorums, substitutes, deadlines and a ledger of all
/// that happened. Another module connects a record type by a bean `Approvable` and asks through `Approvals`. Read
/// `Event` first, then `Course`, which knows the rules and no database.
@ApplicationModule(allowedDependencies = {"kernel", "people", "conversation", "notification", "rest", "web"})
@NullMarked
package org.mainstay.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
