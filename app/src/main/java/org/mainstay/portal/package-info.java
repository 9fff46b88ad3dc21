/// What somebody who asks for help sees: a problem is reported, talked about and confirmed in plain words,
/// on a phone first. The records, actions and rules are the practices'; nothing internal is shown. Read
/// `Reports` and `HomeViews` first.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "people",
            "conversation",
            "web",
            "notification",
            "incident",
            "request",
            "approval",
            "cmdb",
            "cmdb :: classes"
        })
@NullMarked
package org.mainstay.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
