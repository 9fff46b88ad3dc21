/// Changes to what IT runs, from the wish to the review: by models that say which states a change goes through and what
/// each demands, with approvals, tasks, and the items that are affected. Read `ChangeType` first, then `ChangeModel`.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "people",
            "conversation",
            "rest",
            "web",
            "notification",
            "approval",
            "cmdb",
            "cmdb::impact",
            "cmdb::drift",
            "incident"
        })
@NullMarked
package org.mainstay.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
