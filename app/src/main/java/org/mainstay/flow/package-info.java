/// What is done for a record step by step, drawn as BPMN 2.0 and run by Flowable, which keeps the tokens. Another
/// module
/// connects a record type by a bean `Flowing`. Read `FlowDocument` first, then `Pump` and `Turn`.
@ApplicationModule(
        allowedDependencies = {"kernel", "people", "conversation", "approval", "notification", "rest", "web"})
@NullMarked
package org.mainstay.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
