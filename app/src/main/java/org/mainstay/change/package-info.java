/// Changes to what IT runs, from the wish to the review: by models that say which states a change goes through and what
/// each demands, with approvals, tasks, and the items that are affected. Read `ChangeType` first, then `ChangeModel`;
/// `schedule` says when a change can be done.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "people",
            "calendar",
            "conversation",
            "rest",
            "web",
            "notification",
            "approval",
            "cmdb",
            "cmdb::classes",
            "cmdb::impact",
            "cmdb::drift",
            "incident"
        })
@NullMarked
package org.mainstay.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
