/// The causes behind incidents and how they are removed: problems from the first look to the closure, the incidents
/// they cause, the tasks they take, known errors with their workarounds, candidates for problems that incidents give
/// away
/// by themselves, and whether a problem came back after its fix. Read `ProblemType` first, then `Problem`, `Caused`,
/// `KnownErrorType`, `Clustering` and `Recurrences`.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "people",
            "conversation",
            "rest",
            "web",
            "notification",
            "cmdb",
            "incident",
            "change"
        })
@NullMarked
package org.mainstay.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
