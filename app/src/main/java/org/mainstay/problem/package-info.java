/// The causes behind incidents and how they are removed: problems from the first look to the closure, the incidents
/// they cause, the tasks they take, and known errors with their workarounds. Read `ProblemType` first, then `Problem`,
/// `Caused` and `KnownErrorType`.
@ApplicationModule(
        allowedDependencies = {"kernel", "people", "conversation", "rest", "web", "notification", "cmdb", "incident"})
@NullMarked
package org.mainstay.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
