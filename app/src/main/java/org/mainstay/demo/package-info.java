/// A believable company for trying Mainstay out: people, groups, services, and the incidents of the last
/// ninety days, all written through the ordinary door. Read `DemoCompany` first.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "people",
            "people :: signin",
            "conversation",
            "approval",
            "change",
            "change :: schedule",
            "cmdb",
            "cmdb :: accuracy",
            "cmdb :: discovery",
            "cmdb :: drift",
            "cmdb :: health",
            "cmdb :: impact",
            "cmdb :: reconciliation",
            "cmdb :: relation",
            "flow",
            "incident",
            "problem",
            "request",
            "request :: form"
        })
@NullMarked
package org.mainstay.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
