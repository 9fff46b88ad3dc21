/// Unplanned interruptions and how they are worked: from report to closure, with priority by impact and
/// urgency, routing to groups, parents and children, duplicates and major incidents. Read `IncidentType`
/// first, then `Incident`.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "people",
            "conversation",
            "rest",
            "web",
            "notification",
            "reporting",
            "transfer",
            "cmdb",
            "cmdb :: classes",
            "cmdb :: impact",
            "cmdb :: map",
            "cmdb :: relation"
        })
@NullMarked
package org.mainstay.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
